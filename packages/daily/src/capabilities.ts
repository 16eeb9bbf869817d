import type { Capabilities, Capability, Limits, Remedy } from "@roompass/core/adapter";
import { fact, type Source } from "./sources.js";

type Details = Pick<Capability, "note" | "outside">;

function carried(
  how: "exact" | "role" | "partly",
  property: string,
  claim: string,
  source: Source,
  details: Details = {},
): Capability {
  return { carried: how, property, claim, ...details, ...fact(source) };
}

function exact(property: string, claim: string, details: Details = {}): Capability {
  return carried("exact", property, claim, "createToken", details);
}

function none(note: string, source: Source, outside?: Remedy): Capability {
  return { carried: "none", note, ...(outside === undefined ? {} : { outside }), ...fact(source) };
}

const sent = (medium: string): Capability =>
  exact("permissions.canSend", "p.cs", { note: `\`${medium}\` of the list; a list says yes or no to every kind.` });

const screen = (medium: string): Capability =>
  exact("permissions.canSend", "p.cs", {
    note: `\`${medium}\` of the list, and \`enable_screenshare\` (\`ss\`): granted only where both allow it.`,
  });

const moderation: Capability = carried("role", "permissions.canAdmin", "p.ca", "permissions", {
  note: "`participants` covers muting, removing and changing permissions together; an owner has all of it.",
});

const recordInRoom: Remedy = { vendor: "daily", where: "room", setting: "enable_recording" };

/** Which neutral field a Daily token carries, and how. */
export const capabilities: Capabilities = {
  purpose: {
    carried: "partly",
    note: "Participants only; the server API takes the API key itself.",
    ...fact("tokens"),
  },
  room: carried("partly", "room_name", "r", "tokens", {
    note: "One room, or every room of the domain; no lists and no patterns.",
  }),
  "participant.id": exact("user_id", "ud", { note: "At most 36 characters." }),
  "participant.name": exact("user_name", "u"),
  "participant.email": none("A token has no place for an address.", "createToken"),
  "participant.avatarUrl": none("A token has no place for a picture.", "createToken"),
  "participant.metadata": none("The client hands it to the SDK as `userData`.", "dailyJs", {
    vendor: "daily",
    where: "client",
    setting: "userData",
  }),
  notBefore: exact("nbf", "nbf"),
  expiresAt: exact("exp", "exp", { note: "Absent means never." }),
  "stay.endsAtExpiry": exact("eject_at_token_exp", "ejt", { note: "Needs an expiry." }),
  "stay.maxSeconds": exact("eject_after_elapsed", "eje", { note: "Counted from each join." }),
  entry: carried("partly", "knocking", "k", "waitingRoom", {
    note: "Its holder knocks only where the room has `enable_knocking`.",
    outside: { vendor: "daily", where: "room", setting: "enable_knocking", value: true },
  }),
  "start.camera": exact("start_video_off", "vo"),
  "start.microphone": exact("start_audio_off", "ao"),
  "automation.record": carried("partly", "start_cloud_recording", "sr", "createToken", {
    note: "Cloud recordings only, and only where the token or the room allows them.",
  }),
  "automation.transcribe": carried("partly", "auto_start_transcription", "ast", "createToken", {
    note: "Starts when an owner joins.",
  }),
  "client.language": carried("partly", "lang", "uil", "createToken", {
    note: "About twenty languages, by Daily's own codes.",
  }),
  "client.redirectUrl": exact("redirect_on_meeting_exit", "rome", { note: "The domain may restrict the hosts." }),
  "client.closeTabOnExit": exact("close_tab_on_exit", "ctoe"),
  "rights.publish.microphone": sent("audio"),
  "rights.publish.camera": sent("video"),
  "rights.publish.screen": screen("screenVideo"),
  "rights.publish.screenAudio": screen("screenAudio"),
  "rights.publish.custom": carried("partly", "permissions.canSend", "p.cs", "dailyJs", {
    note: "`customVideo` and `customAudio` together; Daily documents them in a list for its SDK only.",
  }),
  "rights.publish.data": none("No property of a token speaks of app messages or chat.", "createToken"),
  "rights.subscribe": exact("permissions.canReceive", "p.cr", { note: "By kind, and by `user_id`." }),
  "rights.visible": exact("permissions.hasPresence", "p.hp", { note: "Needs a call over the SFU." }),
  "rights.moderate.media": moderation,
  "rights.moderate.remove": moderation,
  "rights.moderate.permissions": moderation,
  "rights.admit": carried("role", "is_owner", "o", "access", {
    note: "Owners answer those who knock; a token surely withholds nothing from an owner but the screen.",
  }),
  "rights.record": carried("partly", "enable_recording", "er", "recording", {
    note: "Allows; no token can deny it. More than one way can only be minted by a request.",
    outside: recordInRoom,
  }),
  "rights.livestream": carried("exact", "permissions.canAdmin", "p.ca", "permissions", {
    note: "`streaming`; without modes.",
  }),
  "rights.transcribe": carried("exact", "permissions.canAdmin", "p.ca", "permissions", {
    note: "`transcription`; without modes.",
  }),
};

/** Documented lengths. The token's is an advice of Daily's, not a limit that it enforces. */
export const limits = { tokenCharacters: 2048, maxLength: { "participant.id": 36 } } as const satisfies Limits;
