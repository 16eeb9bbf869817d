interface WithProcess {
  readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> };
}

/**
 * Reads a setting from the environment, for `createX()` of the vendors' packages when it was not passed. Empty counts as
 * missing. Platforms without an environment have none.
 */
export function readEnvironment(name: string): string | undefined {
  const value = (globalThis as WithProcess).process?.env?.[name];
  return value === "" ? undefined : value;
}
