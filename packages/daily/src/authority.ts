import type {
  Authority,
  Automation,
  Bounds,
  Native,
  ReadContext,
  RightPath,
  RoomSettings,
  StatedReading,
  StayLimit,
} from "@roompass/core/adapter";
import { captureModes, type Draft, isObject } from "@roompass/core/kit";
import { limits } from "./capabilities.js";
import { defaults } from "./defaults.js";
import { windowBounds } from "./join-window.js";
import { asCanAdmin, asCanReceive, asCanSend } from "./permission-forms.js";
import type { DailyPermissions, DailyProperties } from "./properties.js";
import { adminReadings, presenceReading, publishReadings, receptionReading } from "./readings.js";
import { asRecording, modesOfRecording } from "./recording.js";
import { statementsOf } from "./statements.js";
import { readReception } from "./subscribe.js";

const noSettings: RoomSettings = {};
const participantOnly: Authority["purpose"] = Object.freeze({
  lowest: Object.freeze(["participant"] as const),
  highest: Object.freeze(["participant"] as const),
});

function same<Value>(value: Value): Bounds<Value> {
  return { lowest: value, highest: value };
}

function asFlag(value: unknown): boolean | undefined {
  return typeof value === "boolean" ? value : undefined;
}

/** Each permission resolves on its own, the token's before the room's; the room's are for those who are no owners. */
function resolvePermissions(properties: DailyProperties, room: RoomSettings) {
  const own: DailyPermissions = properties.permissions ?? {};
  const inherited = properties.is_owner !== true && isObject(room["permissions"]) ? room["permissions"] : noSettings;
  return {
    roomCanSend: asCanSend(inherited["canSend"]),
    canReceive: own.canReceive ?? asCanReceive(inherited["canReceive"]),
    hasPresence: own.hasPresence ?? asFlag(inherited["hasPresence"]),
    canAdmin: own.canAdmin ?? asCanAdmin(inherited["canAdmin"]),
  };
}

/** A room that hides its participants lets those who are no owners see and be seen by owners only. */
function hides(properties: DailyProperties, room: RoomSettings): boolean {
  return room["enable_hidden_participants"] === true && properties.is_owner !== true;
}

/**
 * Either eject property of the token switches both of the room's off. Whether an explicit `false` counts as one, and
 * whether ejecting at an expiry that is not there does anything, is not documented: hence the two bounds.
 */
function readStay(properties: DailyProperties, room: RoomSettings): Bounds<StayLimit> {
  const { eject_at_token_exp: ejects, eject_after_elapsed: seconds, exp } = properties;
  const overridesRoom = ejects === true || seconds !== undefined;
  const followsRoom = !overridesRoom && ejects === undefined;
  const roomSeconds = typeof room["eject_after_elapsed"] === "number" ? room["eject_after_elapsed"] : null;
  const roomEjects = room["eject_at_room_exp"] === true;
  // A room's end of zero or less may be none.
  const roomEnd = typeof room["exp"] === "number" && room["exp"] > 0 ? room["exp"] : undefined;
  const roomEndsInTime = exp !== undefined && roomEnd !== undefined && roomEnd <= exp;
  return {
    lowest: {
      maxSeconds: seconds ?? (overridesRoom ? defaults.eject.value : roomSeconds),
      endsAtExpiry: ejects === true || (!overridesRoom && roomEjects),
    },
    highest: {
      // What a limit of zero or less does is not documented either.
      maxSeconds:
        seconds ?? (followsRoom && roomSeconds !== null && roomSeconds > 0 ? roomSeconds : defaults.eject.value),
      endsAtExpiry: (ejects === true && exp !== undefined) || (followsRoom && roomEjects && roomEndsInTime),
    },
  };
}

function readEntry(knocking: boolean | undefined, room: RoomSettings): Authority["entry"] {
  if (knocking !== true) return same(defaults.knocking.value);
  // A token that knocks at a room without knocking may well walk in.
  return { lowest: "ask", highest: room["enable_knocking"] === true ? "ask" : "direct" };
}

/** Whether Daily cuts an id that is too long or refuses it is not documented. */
function readIdentity(id: string | undefined): Authority["identity"] {
  if (id === undefined) return same(defaults.user_id.value);
  return { lowest: id, highest: id.length > limits.maxLength["participant.id"] ? defaults.user_id.value : id };
}

/** What starts by itself when the holder joins. */
export function automationOf(properties: DailyProperties): Automation {
  const automation: Draft<Automation> = {};
  if (properties.start_cloud_recording === true) automation.record = { mode: "cloud" };
  if (properties.auto_start_transcription === true) automation.transcribe = {};
  return automation;
}

/** What a Daily token really lets its holder do, with the room's own settings in place of silence where they are given. */
export function authority(native: Native<DailyProperties>, context: ReadContext): Authority {
  const { properties } = native;
  const room = context.room ?? noSettings;
  const isOwner = properties.is_owner === true;
  const { roomCanSend, canReceive, hasPresence, canAdmin } = resolvePermissions(properties, room);
  const own = { canSend: properties.permissions?.canSend, enable_screenshare: properties.enable_screenshare };
  const around = { canSend: roomCanSend, enable_screenshare: asFlag(room["enable_screenshare"]) };
  const reception = readReception(canReceive);
  const isHidden = hides(properties, room);
  const recording = properties.enable_recording ?? asRecording(room["enable_recording"]);
  const modes = recording === undefined ? undefined : modesOfRecording(recording);

  const publish = publishReadings(own, around, isOwner);
  const admin = adminReadings(canAdmin, isOwner);
  // Written out member by member: this runs for every token that is issued, verified or moved, and merging is slow.
  const rights: Record<RightPath, StatedReading> = {
    "rights.publish.microphone": publish["rights.publish.microphone"],
    "rights.publish.camera": publish["rights.publish.camera"],
    "rights.publish.screen": publish["rights.publish.screen"],
    "rights.publish.screenAudio": publish["rights.publish.screenAudio"],
    "rights.publish.custom": publish["rights.publish.custom"],
    "rights.publish.data": defaults.data.value,
    "rights.subscribe": isHidden && canReceive === undefined ? "unknown" : receptionReading(reception.reading, isOwner),
    "rights.visible": isHidden && hasPresence === undefined ? "unknown" : presenceReading(hasPresence, isOwner),
    "rights.moderate.media": admin["rights.moderate.media"],
    "rights.moderate.remove": admin["rights.moderate.remove"],
    "rights.moderate.permissions": admin["rights.moderate.permissions"],
    "rights.admit": admin["rights.admit"],
    "rights.record": modes === undefined ? defaults.enable_recording.value : "allow",
    "rights.livestream": admin["rights.livestream"],
    "rights.transcribe": admin["rights.transcribe"],
  };
  const result: Draft<Authority> = {
    purpose: participantOnly,
    room: same(properties.room_name ?? defaults.room_name.value),
    window: windowBounds(native, room),
    stay: readStay(properties, room),
    entry: readEntry(properties.knocking, room),
    identity: readIdentity(properties.user_id),
    rights,
    automation: automationOf(properties),
  };
  if (properties.domain_id !== undefined) result.tenant = properties.domain_id;
  if (modes !== undefined && modes.length < captureModes.length) result.modes = { "rights.record": modes };
  if (reception.selection !== undefined) result.subscribeSelection = reception.selection;
  result.statements = statementsOf(properties, { own, room: around, canReceive, reception }, rights);
  return result;
}
