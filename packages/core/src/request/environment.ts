interface WithProcess {
  readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> };
}

/** A variable of the environment. Empty counts as missing; platforms without an environment have none. */
export function readEnvironment(name: string): string | undefined {
  const value = (globalThis as WithProcess).process?.env?.[name];
  return value === "" ? undefined : value;
}

/** Only what was left out comes from the environment; a `null` or an empty text is a setting that went wrong. */
export function orEnvironment<Value>(value: Value | undefined, name: string): Value | string | undefined {
  return value === undefined ? readEnvironment(name) : value;
}
