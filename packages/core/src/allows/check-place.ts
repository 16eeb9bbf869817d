import type { JoinWindow } from "../authority/authority.js";
import { roomNames } from "../authority/order.js";
import type { RoomScope } from "../grant/grant.js";
import { type Answer, no, uncertain } from "./answer.js";
import type { Subject } from "./subject.js";

/** Who asks, when, and for which room. What is left out is not asked about. */
export interface AllowsContext {
  /** Unix seconds at which somebody joins. */
  readonly at: number;
  /** The name of the room that is asked about. */
  readonly room?: string;
  /** The `participant.id` of whoever holds the token. */
  readonly participantId?: string;
}

type Check = (subject: Subject, context: AllowsContext) => Answer | undefined;

function checkPurpose({ authority: { purpose } }: Subject): Answer | undefined {
  if (!purpose.highest.includes("participant")) return no("It calls the vendor's server API and joins no room.");
  if (purpose.lowest.includes("participant")) return undefined;
  return uncertain("unknown", "It may be for the vendor's server API only.");
}

function hasEnded({ expiresAt }: JoinWindow, at: number): boolean {
  return typeof expiresAt === "number" && !(at < expiresAt);
}

/** Written so that a time which is not a number is outside. */
function checkWindow({ authority: { window } }: Subject, { at }: AllowsContext): Answer | undefined {
  if (!Number.isFinite(at)) return no("The time that was asked about is not a number of unix seconds.");
  if (!(window.highest.notBefore <= at)) return no("It is not good yet at that time.");
  if (hasEnded(window.highest, at)) return no("It has ended by that time.");
  if (!(window.lowest.notBefore <= at)) return uncertain("unknown", "It may not be good yet at that time.");
  if (hasEnded(window.lowest, at)) return uncertain("unknown", "It may have ended by that time.");
  const { expiresAt } = window.lowest;
  return expiresAt === undefined ? uncertain("unknown", "When it ends is not known.") : undefined;
}

type Inclusion = "inside" | "outside" | "unknown";

/** A pattern is opaque text in the vendor's own dialect, so what it matches is not known. */
function includes(scope: RoomScope, room: string, normalizeRoom: Subject["normalizeRoom"]): Inclusion {
  const names = roomNames(scope);
  if (names === undefined) return typeof scope === "object" && "any" in scope ? "inside" : "unknown";
  const asked = normalizeRoom(room);
  return names.some((name) => normalizeRoom(name) === asked) ? "inside" : "outside";
}

function checkRoom(
  { authority: { room: scope }, normalizeRoom }: Subject,
  { room }: AllowsContext,
): Answer | undefined {
  if (room === undefined) return undefined;
  if (includes(scope.highest, room, normalizeRoom) === "outside") return no("It is not good for that room.");
  if (includes(scope.lowest, room, normalizeRoom) === "inside") return undefined;
  return uncertain("unknown", "It may not be good for that room.");
}

function checkIdentity({ authority: { identity } }: Subject, { participantId }: AllowsContext): Answer | undefined {
  if (participantId === undefined) return undefined;
  const isFor = (bound: string | null): boolean => bound === null || bound === participantId;
  if (!isFor(identity.highest)) return no("It is bound to somebody else.");
  return isFor(identity.lowest) ? undefined : uncertain("unknown", "It may be bound to somebody else.");
}

const checks: readonly Check[] = [checkPurpose, checkWindow, checkRoom, checkIdentity];

/**
 * Whether the token is good at all for this time, room and person. A `no` goes before any doubt; `undefined` when
 * nothing stands against it.
 */
export function checkPlace(subject: Subject, context: AllowsContext): Answer | undefined {
  const objections = checks.map((check) => check(subject, context)).filter((answer) => answer !== undefined);
  return objections.find(({ answer }) => answer === "no") ?? objections[0];
}
