import type { RightPath, StatedReading } from "@roompass/core/adapter";
import { defaults } from "./defaults.js";
import type { DailySendMedia } from "./media-codes.js";
import type { DailyPermissions } from "./properties.js";

/** Readings of some of the rights. The readers below serve `authority` and the encoder's options alike. */
export type Readings = { readonly [path in RightPath]?: StatedReading };

type CanSend = DailyPermissions["canSend"];
type CanAdmin = DailyPermissions["canAdmin"];

/** The two switches of what is sent, of a token or of a room. */
export interface PublishSwitches {
  readonly canSend?: CanSend | undefined;
  readonly enable_screenshare?: boolean | undefined;
}

/** Whether a list or a flag has a medium; `undefined` where nothing is said. */
export function sends(canSend: CanSend, medium: DailySendMedia): boolean | undefined {
  return typeof canSend === "object" ? canSend.includes(medium) : canSend;
}

/** Permissions are documented for those who are no owners: whether they keep an owner from anything is not known. */
function denied(isOwner: boolean): StatedReading {
  return isOwner ? "deny, liftable" : "deny";
}

function read(said: boolean | undefined, silent: StatedReading, isOwner: boolean): StatedReading {
  return said === undefined ? silent : said ? "allow" : denied(isOwner);
}

/** One neutral kind, two media of Daily's: with only one of them listed, neither yes nor no is the whole truth. */
function readCustom(canSend: CanSend, silent: StatedReading, isOwner: boolean): StatedReading {
  const video = sends(canSend, "customVideo");
  return video === sends(canSend, "customAudio") ? read(video, silent, isOwner) : "possible";
}

const silence: PublishSwitches = {};

/**
 * What may be sent: the token's switches, and the room's where the token has none. Sharing the screen has two, and nobody
 * documents which one wins: it is granted only where both allow it, and denied for certain only where neither is set
 * against the other. What a room allows is no more than its default and is set against nothing. The newer switch speaks
 * of the screen's sound by name; of the older one it is certain only that without it there is none.
 */
export function publishReadings(own: PublishSwitches, room: PublishSwitches = silence, isOwner = false) {
  const silent = defaults["permissions.canSend"].value;
  const canSend = own.canSend ?? room.canSend;
  const screenshare = own.enable_screenshare ?? room.enable_screenshare;
  const video = sends(canSend, "screenVideo");
  const readScreen = (said: boolean | undefined, whenAllowed: StatedReading): StatedReading => {
    if (screenshare === false) return said === true && own.canSend !== undefined ? "deny, liftable" : "deny";
    if (said === false) return denied(isOwner || (own.enable_screenshare === true && video === false));
    return said === true ? "allow" : whenAllowed;
  };
  return {
    "rights.publish.microphone": read(sends(canSend, "audio"), silent, isOwner),
    "rights.publish.camera": read(sends(canSend, "video"), silent, isOwner),
    "rights.publish.screen": readScreen(video, screenshare === true ? "allow" : defaults.enable_screenshare.value),
    "rights.publish.screenAudio": readScreen(sends(canSend, "screenAudio"), silent),
    "rights.publish.custom": readCustom(canSend, silent, isOwner),
  } as const satisfies Readings;
}

/** Whether others see the participant. */
export function presenceReading(hasPresence: boolean | undefined, isOwner = false): StatedReading {
  return read(hasPresence, defaults["permissions.hasPresence"].value, isOwner);
}

/** What others send, of a reading that leaves owners aside. */
export function receptionReading(reading: StatedReading, isOwner: boolean): StatedReading {
  return reading === "deny" ? denied(isOwner) : reading;
}

function administers(canAdmin: CanAdmin, role: "participants" | "streaming" | "transcription"): boolean | undefined {
  return typeof canAdmin === "object" ? canAdmin.includes(role) : canAdmin;
}

function readAdmit(isOwner: boolean, participants: boolean | undefined): StatedReading {
  if (isOwner) return participants === false ? "possible" : "allow";
  if (participants === undefined) return defaults.admit.value;
  return defaults[participants ? "admit (canAdmin with participants)" : "admit (canAdmin without participants)"].value;
}

/**
 * What may be done to others and to the meeting. An owner has all of it; permissions beside an owner flag are not
 * documented, so that what they leave out counts as denied, and not for certain.
 */
export function adminReadings(canAdmin: CanAdmin, isOwner: boolean) {
  const silent = isOwner ? "allow" : defaults["permissions.canAdmin"].value;
  const participants = administers(canAdmin, "participants");
  const moderate = read(participants, silent, isOwner);
  return {
    "rights.moderate.media": moderate,
    "rights.moderate.remove": moderate,
    "rights.moderate.permissions": moderate,
    "rights.admit": readAdmit(isOwner, participants),
    "rights.livestream": read(administers(canAdmin, "streaming"), silent, isOwner),
    "rights.transcribe": read(administers(canAdmin, "transcription"), silent, isOwner),
  } as const satisfies Readings;
}
