import type { Capabilities, Capability, Fact, Limits, Remedy, ResidueRule } from "@roompass/core/adapter";
import { longestMeta } from "./properties.js";
import { fact, type Source } from "./sources.js";

function inRoom(setting: string, value?: unknown): Remedy {
  return { vendor: "metered", where: "room", setting, ...(value === undefined ? {} : { value }) };
}

function field(property: string, source: Source, note?: string): Capability {
  return {
    carried: "exact",
    property,
    claim: `data.${property}`,
    ...(note === undefined ? {} : { note }),
    ...fact(source),
  };
}

function admin(note: string, outside?: Remedy): Capability {
  return {
    carried: "role",
    property: "isAdmin",
    claim: "data.isAdmin",
    note,
    ...(outside === undefined ? {} : { outside }),
    ...fact("mint"),
  };
}

function none(note: string, outside?: Remedy, source: Source = "mint"): Capability {
  return { carried: "none", note, ...(outside === undefined ? {} : { outside }), ...fact(source) };
}

const sending = "Everybody sends, unless the room leaves it to admins.";
const moderating = "An admin's powers over others are not documented, so `isAdmin` only may include this.";

/** How a Metered token carries each neutral field. */
export const capabilities: Capabilities = {
  purpose: {
    carried: "partly",
    note: "Participants only; the server API takes the app's secret key.",
    ...fact("restIntroduction"),
  },
  room: {
    carried: "partly",
    property: "roomName, globalToken",
    claim: "data.roomName, data.globalToken",
    note: "One room by its name, or every room of the app; no list and no pattern.",
    ...fact("guide"),
  },
  "participant.id": field("externalUserId", "mint", "Every participant of the room receives it."),
  "participant.name": field("name", "mint"),
  "participant.email": field("email", "guide", "Every participant of the room receives it."),
  "participant.avatarUrl": none("A Metered token has no picture."),
  "participant.metadata": {
    carried: "partly",
    property: "meta",
    claim: "data.meta",
    note: `Text of at most ${longestMeta} characters; other JSON is stringified, and numbers, booleans and null come back as text.`,
    ...fact("guide"),
  },
  notBefore: field("notBeforeUnixSec", "mint"),
  expiresAt: field("expireUnixSec", "mint", "Left out, the token never expires."),
  "stay.endsAtExpiry": none(
    "A token ends nobody's stay at its expiry; the room can at its own.",
    inRoom("ejectAtRoomExp", true),
    "createRoom",
  ),
  "stay.maxSeconds": field(
    "ejectAfterElapsedTimeInSec",
    "mint",
    "The room can have such a limit, too; which one wins is not documented.",
  ),
  entry: {
    carried: "partly",
    note: "Everybody with a token walks in; who has to ask is somebody without a token.",
    outside: inRoom("enableRequestToJoin", true),
    ...fact("createRoom"),
  },
  "start.camera": field("joinVideoOn", "mint", "Embed only; with the SDK call `startVideo` or leave it."),
  "start.microphone": field("joinAudioOn", "mint", "Embed only; with the SDK call `startAudio` or leave it."),
  "automation.record": none(
    "The room can record by itself; a token cannot set it off.",
    inRoom("recordRoom", true),
    "restIntroduction",
  ),
  "automation.transcribe": none("Metered documents no transcription that a token sets off."),
  "client.language": none("A token does not speak of the client's language."),
  "client.redirectUrl": none("A token does not speak of where the client goes."),
  "client.closeTabOnExit": none("A token does not speak of the tab."),
  "rights.publish.microphone": none(sending, inRoom("ownerOnlyBroadcast")),
  "rights.publish.camera": none(sending, inRoom("ownerOnlyBroadcast")),
  "rights.publish.screen": none(sending, inRoom("ownerOnlyBroadcast")),
  "rights.publish.screenAudio": none("No field of a token speaks of it."),
  "rights.publish.data": none("No field of a token speaks of it."),
  "rights.publish.custom": none("No field of a token speaks of it."),
  "rights.subscribe": none("Everybody in the room receives; no field withholds it.", undefined, "participantJoined"),
  "rights.visible": none(
    "Everybody in the room gets a record of everybody; no field hides one.",
    undefined,
    "participantJoined",
  ),
  "rights.moderate.media": admin(moderating),
  "rights.moderate.remove": admin(moderating),
  "rights.moderate.permissions": admin(moderating),
  "rights.admit": admin("An admin answers requests to join a private room."),
  "rights.record": none("The room decides whether users can record.", inRoom("enableRecording"), "createRoom"),
  "rights.livestream": none("No field of a token speaks of it."),
  "rights.transcribe": none("No field of a token speaks of it."),
};

const embedOnly: ResidueRule = {
  kind: "hint",
  note: "A control hidden in Metered's embed; other clients ignore it, so it restricts nothing.",
  ...fact("mint"),
};

/** How much the known fields without a neutral name weigh when a token leaves Metered. */
export const residueRules: Readonly<Record<string, ResidueRule>> = {
  globalToken: { kind: "covered", note: "Told by where the token is good.", ...fact("guide") },
  exp: { kind: "covered", note: "Told by the expiry.", ...fact("guide") },
  nbf: { kind: "covered", note: "Told by the not-before.", ...fact("guide") },
  meteredParticipantId: {
    kind: "covered",
    note: "Metered's own id of the minted token, undocumented; it is no user id and means nothing elsewhere.",
    ...fact("mint"),
  },
  disableVideo: embedOnly,
  disableAudio: embedOnly,
  disableScreenSharing: embedOnly,
};

/** The only length that Metered documents. */
export const limits: Limits = { maxLength: { "participant.metadata": longestMeta } };

/** No unknown member is known to be meaningless: what the service adds is documented here as a property. */
export const harmless: Readonly<Record<string, Fact>> = {};
