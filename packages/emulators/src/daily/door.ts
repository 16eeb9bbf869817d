import { type Entry, refused } from "../emulator/answers.js";
import type { Members, Place } from "../emulator/model.js";
import { type DailyPerson, personOf } from "./rights.js";

/** What the door knows about the domain and the token. */
export interface DoorContext {
  readonly domainId: string;
  readonly domain: Members;
  /** The claims of a token that one of the domain's keys or Daily itself signed; `undefined`: none, or no good one. */
  readonly claims: Members | undefined;
  readonly hasToken: boolean;
  /** The room's settings with `privacy` among them; `undefined`: there is no such room. */
  readonly room: Members | undefined;
}

/** A number of unix seconds; anything else is no limit. */
function instant(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

function closed(room: Members, at: number): Entry<never> | undefined {
  const nbf = instant(room["nbf"]);
  const exp = instant(room["exp"]);
  if (nbf !== undefined && at < nbf) return refused("nbf-room", "The room does not open until later.");
  if (exp !== undefined && at >= exp) return refused("exp-room", "The room has closed.");
  return undefined;
}

/** Why a token that is genuine counts for nothing here. */
function misplaced(claims: Members, { domainId }: DoorContext, place: Place): string | undefined {
  if (claims["d"] !== domainId) return "The token is of another domain, or names none.";
  const room = claims["r"];
  return room === undefined || room === place.room ? undefined : "The token is for another room.";
}

function withoutToken(context: DoorContext, room: Members, ignored: string | undefined): Entry<DailyPerson> {
  const person = personOf({}, room, context.domain);
  const mark = ignored === undefined ? {} : ({ tokenIgnored: true } as const);
  const reason = ignored ?? "There is no token.";
  if (room["privacy"] !== "private") {
    return { outcome: "joined", basis: "documented", reason: `${reason} The room is public.`, person, ...mark };
  }
  if (room["enable_knocking"] === true) {
    return { outcome: "lobby", basis: "documented", reason: `${reason} The room lets people knock.`, person, ...mark };
  }
  return { ...refused("not-allowed", `${reason} The room is private.`), ...mark };
}

/** The check at the door of a Daily room. */
export function enterDaily(context: DoorContext, place: Place): Entry<DailyPerson> {
  const { room, claims, hasToken } = context;
  const at = place.joinedAt;
  if (room === undefined) return refused("no-room", "There is no such room.");
  const shut = closed(room, at);
  if (shut !== undefined) return shut;
  if (!hasToken) return withoutToken(context, room, undefined);
  if (claims === undefined) return withoutToken(context, room, "The token is no good, and is ignored.");
  const elsewhere = misplaced(claims, context, place);
  if (elsewhere !== undefined) return withoutToken(context, room, elsewhere);
  const nbf = instant(claims["nbf"]);
  const exp = instant(claims["exp"]);
  if (nbf !== undefined && at < nbf) return refused("nbf-token", "The token is not good yet.");
  if (exp !== undefined && at >= exp) return refused("exp-token", "The token has expired.");
  const person = personOf(claims, room, context.domain);
  if (claims["k"] === true && room["enable_knocking"] === true) {
    return {
      outcome: "lobby",
      basis: "documented",
      reason: "The token says to knock, and the room lets people.",
      person,
    };
  }
  if (claims["k"] === true) {
    const reason = "The token says to knock; the room does not let people, so it opens the door.";
    return { outcome: "joined", basis: "chosen", reason, person };
  }
  return { outcome: "joined", basis: "documented", reason: "The token is good for this room.", person };
}

/** The first of some instants; `null` where there is none. */
function earliest(instants: readonly (number | undefined)[]): number | null {
  const known = instants.filter((instant) => instant !== undefined);
  return known.length === 0 ? null : Math.min(...known);
}

/** Either eject property of the token switches both of the room's off; an expiry by itself ejects nobody. */
export function leavesDaily({ own, room }: DailyPerson, { joinedAt }: Place): number | null {
  const ejects = own["eject_at_token_exp"];
  const elapsed = instant(own["eject_after_elapsed"]);
  if (ejects !== undefined || elapsed !== undefined) {
    return earliest([
      ejects === true ? instant(own["exp"]) : undefined,
      elapsed === undefined ? undefined : joinedAt + elapsed,
    ]);
  }
  const roomElapsed = instant(room["eject_after_elapsed"]);
  return earliest([
    room["eject_at_room_exp"] === true ? instant(room["exp"]) : undefined,
    roomElapsed === undefined ? undefined : joinedAt + roomElapsed,
  ]);
}
