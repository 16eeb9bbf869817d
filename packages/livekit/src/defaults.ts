import type { Bounds, DefaultEntry, Entry, RightPath, RoomScope, StatedReading } from "@roompass/core/adapter";
import { deepFreeze } from "@roompass/core/kit";
import { fact, type Source } from "./sources.js";

function entry<Value>(value: Value, note: string, source: Source): DefaultEntry<Value> {
  return { value, note, ...fact(source) };
}

const sending = entry<StatedReading>(
  "default(allow)",
  "Without `canPublish` and with no source listed every kind of track may be sent.",
  "protocolGrants",
);

const moderating = entry<StatedReading>(
  "default(deny)",
  "The server API asks for `roomAdmin` of that very room.",
  "serverAuth",
);

const capturing = entry<StatedReading>(
  "default(deny)",
  "Egress is started through the server API, which asks for `roomRecord`.",
  "serverEgress",
);

/** What holds for each right of a token that does not speak of it. */
export const rightDefaults: Readonly<Record<RightPath, DefaultEntry<StatedReading>>> = {
  "rights.publish.microphone": sending,
  "rights.publish.camera": sending,
  "rights.publish.screen": sending,
  "rights.publish.screenAudio": sending,
  "rights.publish.custom": sending,
  "rights.publish.data": entry(
    "default(allow)",
    "The server follows `canPublish`, which allows where it is unset; the SDK says that it is allowed.",
    "protocolGrants",
  ),
  "rights.subscribe": entry("default(allow)", "Without `canSubscribe` everything may be received.", "protocolGrants"),
  "rights.visible": entry("default(allow)", "Without `hidden` others see the participant.", "tokens"),
  "rights.moderate.media": moderating,
  "rights.moderate.remove": moderating,
  "rights.moderate.permissions": moderating,
  "rights.admit": entry("default(deny)", "LiveKit has no requests to enter, so nobody answers any.", "tokens"),
  "rights.record": capturing,
  "rights.livestream": capturing,
  "rights.transcribe": entry(
    "default(deny)",
    "LiveKit transcribes through agents, and dispatching one asks for `roomAdmin`.",
    "serverDispatch",
  ),
};

/** What `roomAdmin` leaves open about transcribing. */
export const adminTranscribeDefault = entry<StatedReading>(
  "default(deny), liftable",
  "An admin may dispatch agents into the room; whether the project has one that transcribes no token says.",
  "serverDispatch",
);

/** What a limit is worth beside `roomAdmin`: on sending, on receiving and on being seen. */
export const adminLimitDefault = entry<StatedReading>(
  "deny, liftable",
  "A room's admin changes the permissions of everybody in the room, its own among them.",
  "serverAuth",
);

/** What holds for data where `canPublish` is false and `canPublishData` unset. */
export const dataWithoutPublishDefault = entry<StatedReading>(
  "deny, liftable",
  "The server's code follows `canPublish`, so no; the SDK's comment says that unset means yes.",
  "serverSdk",
);

/** What holds for a source that is listed beside `canPublish: false`. */
export const listedWithoutPublishDefault = entry<StatedReading>(
  "deny, liftable",
  "The documents say that the list supersedes `canPublish`; the server's code asks for `canPublish` first.",
  "protocolGrants",
);

/** How somebody enters. */
export const entryDefault: DefaultEntry<Bounds<Entry>> = entry(
  { lowest: "direct", highest: "direct" },
  "LiveKit has no waiting room: whoever may join walks in.",
  "tokens",
);

/** Where a token without `video.room` is good. */
export const roomDefault: DefaultEntry<RoomScope> = entry<RoomScope>(
  { any: true },
  "Rights on the server API hold for every room; with `roomJoin` the server takes the room that the client names.",
  "serverJoin",
);

/** Where the rights of the server API are good, whatever `video.room` says. */
export const accountRoomDefault: DefaultEntry<RoomScope> = entry<RoomScope>(
  { any: true },
  "The server API does not compare the room for these rights.",
  "serverAuth",
);

/** When a token without `exp` ends, at least and at most. */
export const expiryDefault: DefaultEntry<Bounds<number | null | undefined>> = entry(
  { lowest: undefined, highest: null },
  "Required; verifiers that did not ask for it let such tokens live for ever.",
  "serverSdk",
);

/** Whether the expiry ends a running stay. */
export const stayDefault: DefaultEntry<boolean> = entry(
  false,
  "The expiry affects the first connection only, not reconnects.",
  "tokens",
);

/** All of the above by name, for reports and documentation. */
export const defaults = deepFreeze({
  rights: rightDefaults,
  adminTranscribe: adminTranscribeDefault,
  adminLimit: adminLimitDefault,
  dataWithoutPublish: dataWithoutPublishDefault,
  listedWithoutPublish: listedWithoutPublishDefault,
  entry: entryDefault,
  room: roomDefault,
  accountRoom: accountRoomDefault,
  expiry: expiryDefault,
  stay: stayDefault,
} as const);
