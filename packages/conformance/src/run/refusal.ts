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

const shown = (value: unknown): string =>
  inspect(value, { depth: 9, showHidden: true, getters: true, maxArrayLength: 1000, maxStringLength: 100_000 });

/** What the getters of an error's own classes give: loggers read those, too, and `inspect` does not. */
function inherited(error: unknown): readonly unknown[] {
  const values: unknown[] = [];
  if (typeof error !== "object" || error === null) return values;
  let above = Object.getPrototypeOf(error) as object | null;
  for (
    ;
    above !== null && above !== Error.prototype && above !== Object.prototype;
    above = Object.getPrototypeOf(above)
  ) {
    for (const { get } of Object.values(Object.getOwnPropertyDescriptors(above))) {
      try {
        if (get !== undefined) values.push(Reflect.apply(get, error, []));
      } catch (thrown) {
        values.push(thrown);
      }
    }
  }
  return values;
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
  return [String(error), message, stack, json, shown(error), ...inherited(error).map(shown)].join("\n");
}
