import type { IssueList } from "./issues.js";

/**
 * An object whose own members are read by name. As in JSON, only enumerable members with text names count; the others
 * are never read.
 */
export type Fields = Readonly<Record<string, unknown>>;

/** The names that an object may have, in the order in which messages list them. */
export function fieldNames<Name extends string>(...names: readonly Name[]): ReadonlySet<string> {
  return new Set(names);
}

/** Objects with no class of their own; an object of another realm counts. */
export function isPlainObject(value: unknown): value is Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}

/** The object at `path`, after reporting every member that is not in `known`. */
export function readFields(
  value: unknown,
  path: string,
  known: ReadonlySet<string>,
  issues: IssueList,
  cure = "Give an object; docs/grant.md lists its fields.",
): Fields | undefined {
  if (!isPlainObject(value)) {
    issues.addWrongType(path, "an object", value, cure);
    return undefined;
  }
  for (const name of Object.keys(value)) {
    if (issues.isFull) break;
    if (!known.has(name)) issues.addUnknownField(path, name, known);
  }
  return value;
}

/** An own member; what is inherited (a polluted `Object.prototype`) was never said by the caller. */
export function own(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

export function hasMembers(draft: object): boolean {
  return Object.keys(draft).length > 0;
}

export function readBoolean(value: unknown, path: string, issues: IssueList): boolean | undefined {
  if (typeof value === "boolean") return value;
  issues.addWrongType(path, "true or false", value, "Give true or false, or leave the field out to make no statement.");
  return undefined;
}

/** One of a few words. */
export function readWord<Word extends string>(
  value: unknown,
  path: string,
  words: readonly Word[],
  issues: IssueList,
): Word | undefined {
  if (words.includes(value as Word)) return value as Word;
  const cure = `Give ${words.map((word) => `"${word}"`).join(" or ")}.`;
  if (typeof value === "string") issues.add("grant.invalid", path, "is none of the words that it can be", cure);
  else issues.addWrongType(path, "a string", value, cure);
  return undefined;
}
