import { inspect } from "node:util";

/** A refusal as the suite sees it: any thrown object with a code, ours or not. */
export interface SeenRefusal {
  readonly code: string;
  readonly path: string | undefined;
}

export function refusalOf(error: unknown): SeenRefusal | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  const { code, path } = error as { code?: unknown; path?: unknown };
  if (typeof code !== "string" || !/^[a-z]+\.[a-z0-9-]+$/.test(code)) return undefined;
  return { code, path: typeof path === "string" ? path : undefined };
}

/** Everything that somebody who logs an error could see of it. */
export function textOfError(error: unknown): string {
  const { message, stack } = (typeof error === "object" && error !== null ? error : {}) as Partial<Error>;
  let json = "";
  try {
    json = JSON.stringify(error) ?? "";
  } catch {
    // What cannot be written as JSON cannot leak there.
  }
  return [String(error), message, stack, json, inspect(error, { depth: 9, showHidden: true })].join("\n");
}
