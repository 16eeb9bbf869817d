import { type Fields, fieldNames, own, readFields } from "./fields.js";
import type { RoomScope } from "./grant.js";
import type { IssueList } from "./issues.js";
import { grantLimits } from "./limits.js";
import { elementPath } from "./path-text.js";
import { readName } from "./text-input.js";

const roomNames = fieldNames("anyOf", "pattern", "dialect", "any");
const roomCure = "Name the room, or say { any: true } for every room.";

/** Where the token is good; it has to be said, every room too. */
export function readRoom(value: unknown, issues: IssueList): RoomScope | undefined {
  if (value === undefined) {
    issues.add("grant.missing", "room", "is missing", roomCure);
    return undefined;
  }
  if (typeof value === "string") return readName(value, "room", issues);
  if (Array.isArray(value)) {
    const cure =
      "Give one name, and issue one token for each room; `{ anyOf: [...] }` is for vendors that take a list.";
    issues.addWrongType("room", "the name of one room", value, cure);
    return undefined;
  }
  const fields = readFields(value, "room", roomNames, issues, roomCure);
  if (fields === undefined) return undefined;
  const unfilled = [...roomNames].filter((name) => Object.hasOwn(fields, name) && fields[name] === undefined);
  for (const name of unfilled) issues.addUndefined(`room.${name}`);
  return unfilled.length > 0 ? undefined : readScope(fields, issues);
}

function readScope(fields: Fields, issues: IssueList): RoomScope | undefined {
  const anyOf = own(fields, "anyOf");
  const any = own(fields, "any");
  const pattern = own(fields, "pattern");
  const dialect = own(fields, "dialect");
  const byPattern = pattern !== undefined || dialect !== undefined;
  const ways = Number(anyOf !== undefined) + Number(any !== undefined) + Number(byPattern);
  if (ways !== 1) {
    const message = ways === 0 ? "names no room" : "says more than one of `anyOf`, `pattern` and `any`";
    issues.add("grant.invalid", "room", message, ways === 0 ? roomCure : "Say one of them.");
    return undefined;
  }
  if (byPattern) return readPattern(pattern, dialect, issues);
  return any === undefined ? readAnyOf(anyOf, issues) : readAny(any, issues);
}

function readAny(any: unknown, issues: IssueList): RoomScope | undefined {
  if (any === true) return { any: true };
  const cure = "Name the room; `any` can only be true.";
  if (any === false) issues.add("grant.invalid", "room.any", "is false, which names no room", cure);
  else issues.addWrongType("room.any", "true", any, cure);
  return undefined;
}

function readPattern(pattern: unknown, dialect: unknown, issues: IssueList): RoomScope | undefined {
  const patternText = readRequired(pattern, "room.pattern", issues);
  const dialectText = readRequired(dialect, "room.dialect", issues);
  if (patternText === undefined || dialectText === undefined) return undefined;
  return { pattern: patternText, dialect: dialectText };
}

function readRequired(value: unknown, path: string, issues: IssueList): string | undefined {
  if (value !== undefined) return readName(value, path, issues);
  issues.add("grant.missing", path, "is missing", "A pattern needs both its text and the vendor's `dialect`.");
  return undefined;
}

function readAnyOf(value: unknown, issues: IssueList): RoomScope | undefined {
  if (!Array.isArray(value)) {
    issues.addWrongType("room.anyOf", "a list of names", value, "Give a list of room names.");
    return undefined;
  }
  if (value.length === 0) {
    issues.add("grant.invalid", "room.anyOf", "is empty", roomCure);
    return undefined;
  }
  if (value.length > grantLimits.rooms) {
    const cure = "Give a token for fewer rooms, a pattern, or { any: true }.";
    issues.addTooMany("room.anyOf", grantLimits.rooms, "names", cure);
    return undefined;
  }
  const names = new Set<string>();
  for (let index = 0; index < value.length; index++) {
    const name = readName(value[index], elementPath("room.anyOf", index), issues);
    if (name !== undefined) names.add(name);
  }
  // Sorted by code unit, which depends on no locale.
  const sorted = [...names].sort();
  const [first] = sorted;
  return sorted.length === 1 ? first : { anyOf: sorted };
}
