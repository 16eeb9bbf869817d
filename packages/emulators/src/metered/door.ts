import { type Entry, refused } from "../emulator/answers.js";
import type { Members, Place } from "../emulator/model.js";

/** Somebody in a Metered room. */
export interface MeteredPerson {
  /** `data` of the token; empty for somebody without one. */
  readonly data: Members;
  readonly room: Members;
}

export interface DoorContext {
  readonly appName: string;
  /** The claims of a token that this app's key signed; `undefined`: none, or no good one. */
  readonly claims: Members | undefined;
  readonly hasToken: boolean;
  readonly room: Members | undefined;
}

/** A positive number; zero and everything else is no limit. */
export function limit(value: unknown): number | undefined {
  return typeof value === "number" && value > 0 ? value : undefined;
}

function dataOf(claims: Members | undefined): Members {
  const data = claims?.["data"];
  return typeof data === "object" && data !== null && !Array.isArray(data) ? (data as Members) : {};
}

/**
 * Whether the token is good for a room. `globalToken: true` opens every room although a room is named, and so does
 * naming none, whatever `globalToken` says.
 */
function opens({ globalToken, roomName }: Members, room: string): boolean {
  return globalToken === true || roomName === undefined || roomName === room;
}

function closed(room: Members, at: number): Entry<never> | undefined {
  const end = limit(room["expireUnixSec"]);
  const start = limit(room["notBeforeUnixSec"]);
  if (start !== undefined && at < start) return refused("room-not-open", "The room does not open until later.");
  if (end !== undefined && at >= end) return refused("room-expired", "The room has closed.");
  return undefined;
}

function outsideWindow(data: Members, claims: Members, at: number): Entry<never> | undefined {
  const ends = [limit(data["expireUnixSec"]), limit(claims["exp"])].filter((end) => end !== undefined);
  const starts = [limit(data["notBeforeUnixSec"]), limit(claims["nbf"])].filter((start) => start !== undefined);
  if (starts.some((start) => at < start)) return refused("token-not-yet-valid", "The token is not good yet.");
  if (ends.some((end) => at >= end)) return refused("token-expired", "The token has expired.");
  return undefined;
}

function withoutToken(room: Members): Entry<MeteredPerson> {
  const person = { data: {}, room };
  if (room["privacy"] !== "private") {
    return { outcome: "joined", basis: "documented", reason: "The room is public.", person };
  }
  if (room["enableRequestToJoin"] === true) {
    return { outcome: "lobby", basis: "documented", reason: "The room takes requests to join.", person };
  }
  return refused("token-required", "The room is private.");
}

/** The check at the door of a Metered room. The vendor names no error codes of a join: the words are the emulator's. */
export function enterMetered({ appName, claims, hasToken, room }: DoorContext, place: Place): Entry<MeteredPerson> {
  const at = place.joinedAt;
  if (room === undefined) return refused("room-not-found", "There is no such room.");
  const shut = closed(room, at);
  if (shut !== undefined) return shut;
  if (!hasToken) return withoutToken(room);
  const data = dataOf(claims);
  if (claims === undefined || data["appName"] !== appName) {
    return refused("token-invalid", "The token is not one of this app's.");
  }
  const late = outsideWindow(data, claims, at);
  if (late !== undefined) return late;
  const person = { data, room };
  if (opens(data, place.room)) {
    return { outcome: "joined", basis: "documented", reason: "The token is good for this room.", person };
  }
  if (room["privacy"] === "private") return refused("token-wrong-room", "The token is for another room.");
  const reason = "The token is for another room; this one is public.";
  return { outcome: "joined", basis: "chosen", reason, person };
}

/** Of the token's and the room's limit the longer one holds, and the room may remove everybody at its own end. */
export function leavesMetered({ data, room }: MeteredPerson, { joinedAt }: Place): number | null {
  const own = limit(data["ejectAfterElapsedTimeInSec"]);
  const ofRoom = limit(room["ejectAfterElapsedTimeInSec"]);
  const elapsed = own === undefined ? ofRoom : Math.max(own, ofRoom ?? 0);
  const roomEnd = room["ejectAtRoomExp"] === true ? limit(room["expireUnixSec"]) : undefined;
  const ends = [elapsed === undefined ? undefined : joinedAt + elapsed, roomEnd].filter((end) => end !== undefined);
  return ends.length === 0 ? null : Math.min(...ends);
}
