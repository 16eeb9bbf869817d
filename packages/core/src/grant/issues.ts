import type { ErrorCode } from "../errors/codes.js";
import { isPromise } from "../errors/given.js";
import { RoompassError } from "../errors/roompass-error.js";
import { suggestField } from "./did-you-mean.js";
import { deepFreeze } from "./freeze.js";
import { grantLimits } from "./limits.js";
import { memberPath } from "./path-text.js";

/** The codes that parsing a grant gives. */
export type GrantIssueCode = Extract<
  ErrorCode,
  | "grant.unknown-field"
  | "grant.milliseconds"
  | "grant.relative-time"
  | "grant.invalid"
  | "grant.missing"
  | "grant.empty-window"
>;

/** One thing that is wrong with a grant. Nothing here repeats a value of the grant. */
export interface GrantIssue {
  /** What kind of mistake it is; stable. */
  readonly code: GrantIssueCode;
  /**
   * Where: `rights.publish.camera`, `room.anyOf[0]`; `""` is the grant itself. An entry of `byParticipantId` is named
   * by its place, because its name is somebody's id.
   */
  readonly path: string;
  /** One sentence, without the value. */
  readonly message: string;
  /** What to do about it, in one sentence. */
  readonly cure: string;
}

/**
 * Which problem an error is named after when there are several: a field that does not exist often explains the ones
 * after it (`exp` explains the missing `expiresAt`).
 */
const severityOrder: readonly GrantIssueCode[] = [
  "grant.unknown-field",
  "grant.milliseconds",
  "grant.relative-time",
  "grant.invalid",
  "grant.missing",
  "grant.empty-window",
];

/** Collects everything that is wrong with one grant. */
export class IssueList {
  readonly #issues: GrantIssue[] = [];
  #isOverLimit = false;
  #suggestionsLeft: number = grantLimits.suggestions;

  get isEmpty(): boolean {
    return this.#issues.length === 0;
  }

  /** Nothing more is taken; loops over long input stop here. */
  get isFull(): boolean {
    return this.#isOverLimit || this.#issues.length >= grantLimits.issues;
  }

  add(code: GrantIssueCode, path: string, message: string, cure: string): void {
    if (!this.isFull) this.#issues.push({ code, path, message: `${describePlace(path)} ${message}.`, cure });
  }

  /** `expected` completes "must be ..."; only the type of `value` is told. */
  addWrongType(path: string, expected: string, value: unknown, cure: string): void {
    const message = `must be ${expected}, not ${typeName(value)}`;
    this.add("grant.invalid", path, message, value === null ? nullCure : cure);
  }

  /**
   * A variable that nobody filled in arrives as `undefined`. Taken for "not said" it would make a token for whoever holds
   * it, or one without a limit.
   */
  addUndefined(path: string): void {
    this.add("grant.missing", path, "is undefined", undefinedCure);
  }

  /** Whether something was already said about this place. */
  has(path: string): boolean {
    return this.#issues.some((issue) => issue.path === path);
  }

  /**
   * For a list or an object that is over one of the limits; `what` names its elements. Closes the list: a grant that
   * is too large is not looked at any further.
   */
  addTooMany(path: string, most: number, what: string, cure: string): void {
    this.add("grant.invalid", path, `has more than ${most} ${what}`, cure);
    this.#isOverLimit = true;
  }

  addUnknownField(parent: string, name: string, siblings: ReadonlySet<string>): void {
    if (this.isFull) return;
    const path = memberPath(parent, name);
    const suggestion = this.#suggestionsLeft > 0 ? suggestField(parent, name, siblings) : undefined;
    this.#suggestionsLeft -= 1;
    const cure =
      suggestion === undefined ? `The fields here are ${listNames(siblings)}.` : `Did you mean \`${suggestion}\`?`;
    this.add("grant.unknown-field", path, "does not exist", cure);
  }

  /** The most telling problem first. */
  sorted(): readonly GrantIssue[] {
    const issues = this.#issues.toSorted((a, b) => severityOrder.indexOf(a.code) - severityOrder.indexOf(b.code));
    return deepFreeze(issues);
  }
}

/** The error for a list that `IssueList` sorted; `details.issues` has all of them. */
export function grantError(issues: readonly GrantIssue[]): RoompassError {
  const first = issues[0] ?? { code: "grant.invalid", path: "", message: "The grant is invalid.", cure: "" };
  const others = issues.length > 1 ? ` (${issues.length - 1} more in details.issues)` : "";
  return new RoompassError(first.code, `${first.message}${others}`, {
    path: first.path,
    cure: first.cure,
    details: { issues },
  });
}

/** The type of a value in words, never the value. */
export function typeName(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  const type = typeof value;
  if (type === "undefined") return "undefined";
  if (isPromise(value)) return "a promise, which needs an `await`";
  return type === "object" ? "an object" : `a ${type}`;
}

const undefinedCure = "Give it a value, or leave the member out of the object to say nothing about it.";
const nullCure = "Leave the field out to make no statement; only `expiresAt` takes null.";

function describePlace(path: string): string {
  return path === "" ? "The grant" : `\`${path}\``;
}

function listNames(names: ReadonlySet<string>): string {
  return [...names].map((name) => `\`${name}\``).join(", ");
}
