import type { DefaultEntry, RightPath, RoomScope, StatedReading } from "@roompass/core/adapter";
import { deepFreeze } from "@roompass/core/kit";
import { fact, type Source } from "./sources.js";

function entry<Value>(value: Value, note: string, source: Source): DefaultEntry<Value> {
  return { value, note, ...fact(source) };
}

interface FieldDefaults {
  readonly room: DefaultEntry<RoomScope>;
  readonly expiresAt: DefaultEntry<null>;
  readonly notBefore: DefaultEntry<number>;
  readonly maxSeconds: DefaultEntry<null>;
  readonly identity: DefaultEntry<null>;
}

const fieldDefaults: FieldDefaults = {
  room: entry<RoomScope>(
    { any: true },
    "Without `roomName` the token is a global one, good for every room of the app.",
    "guide",
  ),
  expiresAt: entry(null, "Without `expireUnixSec` the token never expires.", "guide"),
  notBefore: entry(0, "Without `notBeforeUnixSec` the holder can join at once.", "guide"),
  maxSeconds: entry(
    null,
    "Without `ejectAfterElapsedTimeInSec` nobody is ejected; the room may have a limit.",
    "guide",
  ),
  identity: entry(null, "Without `externalUserId` the token is bound to nobody.", "guide"),
};

/** How a token sets its one switch. */
export type AdminState = "absent" | "member" | "admin";

type RightDefaults = Readonly<Record<RightPath, DefaultEntry<StatedReading>>>;

const sending: DefaultEntry<StatedReading> = entry(
  "ungoverned, everyone",
  "Everybody in a room sends; only a room with `ownerOnlyBroadcast` leaves it to admins.",
  "mint",
);
const noSwitch: DefaultEntry<StatedReading> = entry("ungoverned", "No field of a token speaks of it.", "mint");
const received: DefaultEntry<StatedReading> = entry(
  "ungoverned, everyone",
  "Every participant receives the others' tracks and records; no field withholds it.",
  "participantJoined",
);

const forEverybody = {
  "rights.publish.screenAudio": noSwitch,
  "rights.publish.custom": noSwitch,
  "rights.publish.data": noSwitch,
  "rights.subscribe": received,
  "rights.visible": received,
  "rights.record": noSwitch,
  "rights.livestream": noSwitch,
  "rights.transcribe": noSwitch,
} as const;

function readings(
  send: DefaultEntry<StatedReading>,
  moderate: DefaultEntry<StatedReading>,
  admit: DefaultEntry<StatedReading>,
): RightDefaults {
  return {
    ...forEverybody,
    "rights.publish.microphone": send,
    "rights.publish.camera": send,
    "rights.publish.screen": send,
    "rights.moderate.media": moderate,
    "rights.moderate.remove": moderate,
    "rights.moderate.permissions": moderate,
    "rights.admit": admit,
  };
}

const member: DefaultEntry<StatedReading> = entry(
  "default(deny)",
  "`isAdmin: false`: the holder is no meeting admin.",
  "mint",
);
const unstated: DefaultEntry<StatedReading> = entry(
  "default(deny), liftable",
  "`isAdmin` is left out; its default is not stated, and `false` is listed first.",
  "mint",
);

/** What each right reads as under each state of `isAdmin`, when nothing is known about the room. */
export const rightDefaults: Readonly<Record<AdminState, RightDefaults>> = deepFreeze({
  absent: readings(sending, unstated, unstated),
  member: readings(sending, member, member),
  admin: readings(
    sending,
    entry("possible", "What an admin may do to others is not documented.", "mint"),
    entry("allow", "An admin admits people who ask to join.", "mint"),
  ),
});

/** A room setting that takes a right away whatever silence would have meant. */
export interface RoomRule extends DefaultEntry<StatedReading> {
  readonly setting: string;
  /** The value of the setting for which the rule holds. */
  readonly when: boolean;
  /** Whether meeting admins keep the right. */
  readonly sparesAdmins: boolean;
  readonly paths: readonly RightPath[];
}

/** The room settings that are read in place of silence. Of two rules for one right the later one wins. */
export const roomRules: readonly RoomRule[] = deepFreeze<RoomRule[]>([
  {
    setting: "audioOnlyRoom",
    when: true,
    sparesAdmins: false,
    paths: ["rights.publish.screen"],
    ...entry<StatedReading>(
      "unknown",
      "Nobody describes the setting; a screen may be more than audio.",
      "restIntroduction",
    ),
  },
  {
    setting: "audioOnlyRoom",
    when: true,
    sparesAdmins: false,
    paths: ["rights.publish.camera"],
    ...entry<StatedReading>(
      "default(deny), liftable",
      "The setting's name says so; nobody describes it, so that nothing rests on it.",
      "restIntroduction",
    ),
  },
  {
    setting: "ownerOnlyBroadcast",
    when: true,
    sparesAdmins: true,
    paths: ["rights.publish.microphone", "rights.publish.camera", "rights.publish.screen"],
    ...entry<StatedReading>("default(deny)", "Only admins send in this room.", "restIntroduction"),
  },
  {
    setting: "enableRecording",
    when: false,
    sparesAdmins: false,
    paths: ["rights.record"],
    ...entry<StatedReading>("default(deny)", "The setting lets users record; it is off in this room.", "createRoom"),
  },
]);

/** What holds when a token says nothing: for each field, for each right, and what a room's settings change of it. */
export const defaults: FieldDefaults & {
  readonly rights: typeof rightDefaults;
  readonly roomRules: typeof roomRules;
} = deepFreeze({ ...fieldDefaults, rights: rightDefaults, roomRules });
