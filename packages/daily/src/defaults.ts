import type { DefaultEntry, StatedReading } from "@roompass/core/adapter";
import { deepFreeze } from "@roompass/core/kit";
import { fact, type Source } from "./sources.js";

function entry<Value>(value: Value, note: string, source: Source): DefaultEntry<Value> {
  return { value, note, ...fact(source) };
}

function reading(value: StatedReading, note: string, source: Source): DefaultEntry<StatedReading> {
  return entry(value, note, source);
}

/**
 * What holds when a Daily token is silent, by Daily's property names. A silent property is inherited from the room, then
 * from the domain; what follows is what holds where neither says anything.
 */
export const defaults = deepFreeze({
  room_name: entry({ any: true } as const, "A token without a room opens every room of the domain.", "tokens"),
  nbf: entry(0, "Without a not-before a token is good at once.", "createToken"),
  exp: entry(null, "Without an expiry a token is good for ever.", "tokenGuide"),
  knocking: entry(
    "direct" as const,
    "Whoever holds a token walks in, unless it says that its holder knocks.",
    "createToken",
  ),
  eject: entry(
    null,
    "An expiry ejects nobody by itself; only the two eject properties do, or the room's.",
    "createToken",
  ),
  user_id: entry(
    null,
    "Without an id each join gets a new one: the token is good for whoever holds it.",
    "createToken",
  ),
  "permissions.canSend": reading("default(allow)", "The built-in default behaves as everything.", "permissions"),
  "permissions.canReceive": reading("default(allow)", "The built-in default behaves as everything.", "permissions"),
  "permissions.hasPresence": reading("default(allow)", "The built-in default behaves as visible.", "permissions"),
  "permissions.canAdmin": reading(
    "default(deny), liftable",
    "Somebody who is not an owner administers nothing, unless the room's permissions say otherwise.",
    "tokenSchema",
  ),
  enable_screenshare: reading(
    "default(allow)",
    "Rooms allow screen sharing unless they are set otherwise.",
    "createToken",
  ),
  enable_recording: reading("unknown", "The room's own setting decides, and nobody documents more.", "recording"),
  admit: reading(
    "default(deny), liftable",
    "Owners answer those who knock; a room can make administrators of others.",
    "access",
  ),
  "admit (canAdmin without participants)": reading(
    "default(deny)",
    "Owners answer those who knock; this token is neither an owner's nor does it administer participants.",
    "access",
  ),
  "admit (canAdmin with participants)": reading(
    "unknown",
    "Nobody documents whether somebody who administers participants answers those who knock.",
    "permissions",
  ),
  data: reading("ungoverned", "No property of a token speaks of app messages or chat.", "createToken"),
} as const);
