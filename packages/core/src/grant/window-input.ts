import type { ReadingContext } from "./context.js";
import type { Draft } from "./draft.js";
import type { Grant } from "./grant.js";
import { readDuration, readInstant } from "./time-input.js";

export type WindowField = "notBefore" | "expiresAt" | "expiresIn";

/** The fields of the join window as they were given. */
export type GivenWindow = { readonly [name in WindowField]: unknown };

const expiryCure = "Say when it ends: `expiresIn`, `expiresAt`, or `expiresAt: null` for never.";

/** A grant that was read from a token brings its own expiry along, and which of the two was meant nobody can say. */
const twoExpiriesCure =
  "Give one of the two. To renew a grant that was read, write over its expiry: `{ ...grant, expiresAt: new Date(…) }`.";

/** When somebody can join, parsed. */
export type Window = Pick<Grant, "notBefore" | "expiresAt">;

/** The join window: `notBefore`, and the expiry from `expiresAt` or `expiresIn`. */
export function readWindow(given: GivenWindow, context: ReadingContext): Window {
  const window: Draft<Window> = {};
  const notBefore = readNotBefore(given.notBefore, context);
  const expiresAt = readExpiry(given.expiresAt, given.expiresIn, context);
  if (notBefore !== undefined) window.notBefore = notBefore;
  if (expiresAt !== undefined) window.expiresAt = expiresAt;
  if (typeof expiresAt === "number") checkWindow(notBefore, expiresAt, context);
  return window;
}

function checkWindow(notBefore: number | undefined, expiresAt: number, context: ReadingContext): void {
  if (expiresAt <= context.now) {
    context.issues.add("grant.empty-window", "expiresAt", "is not after now", "Give an expiry that lies ahead.");
  }
  if (notBefore !== undefined && notBefore >= expiresAt) {
    const cure = "Give a `notBefore` that lies before the expiry.";
    context.issues.add("grant.empty-window", "notBefore", "is not before the expiry", cure);
  }
}

function readNotBefore(value: unknown, context: ReadingContext): number | undefined {
  // Zero is how tokens say that there is no beginning.
  if (value === undefined || value === 0) return undefined;
  return readInstant(value, "notBefore", "up", context.issues);
}

function readExpiry(instant: unknown, duration: unknown, context: ReadingContext): number | null | undefined {
  if (instant !== undefined && duration !== undefined) {
    context.issues.add("grant.invalid", "expiresIn", "is given together with `expiresAt`", twoExpiriesCure);
    return undefined;
  }
  if (duration !== undefined) {
    const seconds = readDuration(duration, "expiresIn", context.issues);
    return seconds === undefined ? undefined : context.now + seconds;
  }
  if (instant === undefined) {
    const isSaid = context.issues.has("expiresAt") || context.issues.has("expiresIn");
    if (context.requireExpiry && !isSaid) context.issues.add("grant.missing", "expiresAt", "is missing", expiryCure);
    return undefined;
  }
  return instant === null ? null : readInstant(instant, "expiresAt", "down", context.issues);
}
