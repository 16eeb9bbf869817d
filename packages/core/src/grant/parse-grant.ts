import { checkOptions } from "../errors/check-options.js";
import { RoompassError } from "../errors/roompass-error.js";
import { checkNow } from "../jws/time-claims.js";
import { readAutomation } from "./capture-input.js";
import type { ReadingContext } from "./context.js";
import type { Draft } from "./draft.js";
import { readExtensions } from "./extensions-input.js";
import { deepFreeze } from "./freeze.js";
import type { Grant, RoomScope } from "./grant.js";
import { type GrantIssue, grantError, IssueList } from "./issues.js";
import { objectShape, readMembers } from "./object-input.js";
import { readParticipant } from "./participant-input.js";
import { readPurpose } from "./purpose-input.js";
import { readRights } from "./rights-input.js";
import { readRoom } from "./room-input.js";
import { readClient, readEntry, readStart, readStay } from "./settings-input.js";
import { type GivenWindow, readWindow, type Window, type WindowField } from "./window-input.js";

/** How a grant is parsed. */
export interface ParseGrantOptions {
  /** Unix seconds; `expiresIn` counts from here, and an expiry has to lie after it. */
  readonly now: number;
  /** `false` accepts a grant that says nothing about its expiry. Default `true`. */
  readonly requireExpiry?: boolean;
}

const knownOptions = { called: "options", names: ["now", "requireExpiry"] } as const;

/** A parsed grant, or everything that is wrong with it, the most telling problem first. */
export type ParseGrantResult =
  | { readonly ok: true; readonly grant: Grant }
  | { readonly ok: false; readonly issues: readonly GrantIssue[] };

/** A grant whose sections are read, and whose room and times are still as they were given. */
type HalfRead = { [name in Exclude<keyof Grant, "room" | WindowField>]: Grant[name] | undefined } & GivenWindow & {
    room: unknown;
  };

/** Every field is there from the beginning: one that a polluted `Object.prototype` has must not show through. */
function nothingRead(): HalfRead {
  return {
    purpose: undefined,
    room: undefined,
    notBefore: undefined,
    expiresAt: undefined,
    expiresIn: undefined,
    participant: undefined,
    stay: undefined,
    entry: undefined,
    rights: undefined,
    start: undefined,
    automation: undefined,
    client: undefined,
    extensions: undefined,
  };
}

const grantShape = objectShape<HalfRead>(
  "",
  {
    purpose: readPurpose,
    room: asGiven,
    notBefore: asGiven,
    expiresAt: asGiven,
    expiresIn: asGiven,
    participant: readParticipant,
    stay: readStay,
    entry: readEntry,
    rights: readRights,
    start: readStart,
    automation: readAutomation,
    client: readClient,
    extensions: readExtensions,
  },
  // A room that is undefined is missing, and said to be.
  ["room", "start", "automation", "client"],
);

/**
 * Makes a `Grant` from what people write, or from a grant that is already parsed. The result is new and deeply frozen;
 * `input` is never changed.
 *
 * @throws RoompassError with the code and `path` of the most telling problem; `details.issues` has all of them, as
 * `{ code, path, message, cure }`. No message repeats a value of the grant.
 */
export function parseGrant(input: unknown, options: ParseGrantOptions): Grant {
  const result = safeParseGrant(input, options);
  if (!result.ok) throw grantError(result.issues);
  return result.grant;
}

/**
 * As `parseGrant`, with the problems as a result.
 *
 * @throws RoompassError only for wrong options: `clock.invalid`, `options.unknown`, `options.invalid`, or
 *   `grant.invalid` at `requireExpiry`.
 */
export function safeParseGrant(input: unknown, options: ParseGrantOptions): ParseGrantResult {
  checkOptions(options, knownOptions);
  const issues = new IssueList();
  const grant = readWhole(input, {
    now: checkNow(options.now, "now"),
    requireExpiry: checkedSwitch(options.requireExpiry),
    issues,
  });
  if (grant === undefined || !issues.isEmpty) return { ok: false, issues: issues.sorted() };
  return { ok: true, grant: deepFreeze(grant) };
}

/** What a getter or a proxy throws may say anything, so that none of it is passed on. */
function readWhole(input: unknown, context: ReadingContext): Grant | undefined {
  try {
    return readGrant(input, context);
  } catch {
    const cure = "Give plain data: no getters that throw, and no proxies that do or that were revoked.";
    context.issues.add("grant.invalid", "", "cannot be read: one of its members throws", cure);
    return undefined;
  }
}

function readGrant(input: unknown, context: ReadingContext): Grant | undefined {
  const { issues } = context;
  const half = readMembers(input, grantShape, issues, "", nothingRead());
  if (half === undefined) return undefined;
  const scope = readRoom(half.room, issues);
  const window = readWindow(half, context);
  if (window.expiresAt === null && half.stay?.endsAtExpiry === true) {
    const cure = "Give an expiry, or leave `stay.endsAtExpiry` out.";
    issues.add("grant.invalid", "stay.endsAtExpiry", "needs an expiry, and this grant never expires", cure);
  }
  return scope === undefined ? undefined : assemble(half, scope, window);
}

/** Always in the same order, so that the same grant is always written the same way. */
function assemble(half: HalfRead, room: RoomScope, window: Window): Grant {
  const grant: Draft<Grant> = { purpose: half.purpose ?? ["participant"], room };
  if (half.participant !== undefined) grant.participant = half.participant;
  if (window.notBefore !== undefined) grant.notBefore = window.notBefore;
  if (window.expiresAt !== undefined) grant.expiresAt = window.expiresAt;
  if (half.stay !== undefined) grant.stay = half.stay;
  if (half.entry !== undefined) grant.entry = half.entry;
  if (half.rights !== undefined) grant.rights = half.rights;
  if (half.start !== undefined) grant.start = half.start;
  if (half.automation !== undefined) grant.automation = half.automation;
  if (half.client !== undefined) grant.client = half.client;
  if (half.extensions !== undefined) grant.extensions = half.extensions;
  return grant;
}

function asGiven(value: unknown): NonNullable<unknown> | undefined {
  return value as NonNullable<unknown> | undefined;
}

function checkedSwitch(requireExpiry: unknown): boolean {
  if (requireExpiry === undefined) return true;
  if (typeof requireExpiry === "boolean") return requireExpiry;
  throw new RoompassError("grant.invalid", "`requireExpiry` must be true or false.", {
    path: "requireExpiry",
    cure: "Leave it out to require an expiry.",
  });
}
