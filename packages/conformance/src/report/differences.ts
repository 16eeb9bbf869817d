import { sameValue } from "../run/same-value.js";

/** One place where what came differs from what was expected; absent members are undefined. */
export interface Difference {
  /** `grant.room`, `findings[2]`; empty for the whole. */
  readonly path: string;
  readonly expected?: unknown;
  readonly actual?: unknown;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const below = (path: string, name: string): string => {
  if (!/^[A-Za-z_$][\w$-]*$/.test(name)) return `${path}[${JSON.stringify(name)}]`;
  return path === "" ? name : `${path}.${name}`;
};

const hasOtherOutcome = (expected: unknown, actual: unknown): boolean =>
  isObject(expected) && isObject(actual) && expected["outcome"] !== actual["outcome"];

/** The members that differ, as far down as both sides have the same kind of value. */
export function differences(expected: unknown, actual: unknown, path = ""): readonly Difference[] {
  if (sameValue(expected, actual)) return [];
  // A refusal and a result have nothing in common that is worth comparing.
  if (path === "" && hasOtherOutcome(expected, actual)) return [{ path, expected, actual }];
  if (isObject(expected) && isObject(actual)) {
    const names = [...new Set([...Object.keys(expected), ...Object.keys(actual)])];
    return names.flatMap((name) => differences(memberOf(expected, name), memberOf(actual, name), below(path, name)));
  }
  if (Array.isArray(expected) && Array.isArray(actual) && expected.length === actual.length) {
    return expected.flatMap((item, index) => differences(item, actual[index], `${path}[${index}]`));
  }
  return [{ path, expected, actual }];
}

/** Own members alone: a value may have a member with the name `constructor`, or lack it. */
const memberOf = (value: Readonly<Record<string, unknown>>, name: string): unknown =>
  Object.hasOwn(value, name) ? value[name] : undefined;

/** A value on one line, cut where it is long. */
export function shortJson(value: unknown, longest: number): string {
  if (value === undefined) return "(absent)";
  // With a space after each comma, so that it can be wrapped. A line break inside a text is escaped already.
  const text = (JSON.stringify(value, null, 1) ?? "(absent)").replace(/\n\s*/g, " ");
  return text.length <= longest ? text : `${[...text.slice(0, longest - 1)].join("")}…`;
}
