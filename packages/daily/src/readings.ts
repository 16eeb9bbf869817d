import type { RightPath, StatedReading } from "@roompass/core/adapter";
import { defaults } from "./defaults.js";
import type { DailySendMedia } from "./media-codes.js";
import type { DailyPermissions } from "./properties.js";

/** Readings of some of the rights. The readers below serve `authority` and the encoder's options alike. */
export type Readings = { readonly [path in RightPath]?: StatedReading };

type CanSend = DailyPermissions["canSend"];
type CanAdmin = DailyPermissions["canAdmin"];

function sends(canSend: CanSend, medium: DailySendMedia): boolean | undefined {
  return typeof canSend === "object" ? canSend.includes(medium) : canSend;
}

function read(said: boolean | undefined, silent: StatedReading): StatedReading {
  return said === undefined ? silent : said ? "allow" : "deny";
}

/** One neutral kind, two media of Daily's: with only one of them listed, neither yes nor no is the whole truth. */
function readCustom(canSend: CanSend, silent: StatedReading): StatedReading {
  const video = sends(canSend, "customVideo");
  return video === sends(canSend, "customAudio") ? read(video, silent) : "possible";
}

/**
 * What may be sent. Sharing the screen has two switches, and nobody documents which one wins: it is granted only where
 * both allow it, so that a denial of either one counts. The newer switch speaks of the screen's sound by name; of the
 * older one it is certain only that without it there is none.
 */
export function publishReadings(canSend: CanSend, screenshare: boolean | undefined) {
  const silent = defaults["permissions.canSend"].value;
  const screen = sends(canSend, "screenVideo") ?? screenshare;
  return {
    "rights.publish.microphone": read(sends(canSend, "audio"), silent),
    "rights.publish.camera": read(sends(canSend, "video"), silent),
    "rights.publish.screen": screenshare === false ? "deny" : read(screen, defaults.enable_screenshare.value),
    "rights.publish.screenAudio": screenshare === false ? "deny" : read(sends(canSend, "screenAudio"), silent),
    "rights.publish.custom": readCustom(canSend, silent),
  } as const satisfies Readings;
}

/** Whether others see the participant. */
export function presenceReading(hasPresence: boolean | undefined): StatedReading {
  return read(hasPresence, defaults["permissions.hasPresence"].value);
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
 * documented, so that what they leave out counts as denied.
 */
export function adminReadings(canAdmin: CanAdmin, isOwner: boolean) {
  const silent = isOwner ? "allow" : defaults["permissions.canAdmin"].value;
  const participants = administers(canAdmin, "participants");
  const moderate = read(participants, silent);
  return {
    "rights.moderate.media": moderate,
    "rights.moderate.remove": moderate,
    "rights.moderate.permissions": moderate,
    "rights.admit": readAdmit(isOwner, participants),
    "rights.livestream": read(administers(canAdmin, "streaming"), silent),
    "rights.transcribe": read(administers(canAdmin, "transcription"), silent),
  } as const satisfies Readings;
}
