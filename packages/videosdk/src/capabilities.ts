import type { Capabilities, Capability, Fact, Limits, Remedy, ResidueRule } from "@roompass/core/adapter";
import { fact, type Source } from "./sources.js";

function carried(
  how: "exact" | "role" | "partly",
  name: string,
  note: string,
  source: Source = "authentication",
): Capability {
  return { carried: how, property: name, claim: name, note, ...fact(source) };
}

function none(note: string, source: Source, outside?: Remedy): Capability {
  return { carried: "none", note, ...(outside === undefined ? {} : { outside }), ...fact(source) };
}

function client(setting: string): Remedy {
  return { vendor: "videosdk", where: "client", setting };
}

function room(setting: string): Remedy {
  return { vendor: "videosdk", where: "room", setting };
}

const sending = none(
  "Ungoverned: whoever is inside may send. The client's `mode` and the prebuilt client's switches are no protection.",
  "authentication",
);

/** Where each neutral field has its place at VideoSDK. */
export const capabilities: Capabilities = {
  purpose: carried("exact", "roles", "`participant` is `rtc`, `api` is `crawler`; both only when both are asked for."),
  room: carried("partly", "roomId", "One room, or none written for every room of the project; no list and no pattern."),
  "participant.id": carried(
    "exact",
    "participantId",
    "The app has to join with the identical `participantId`, else error 4023. No white space.",
  ),
  "participant.name": none("Given by the client.", "clientPackage", client("name")),
  "participant.email": none("Has no place.", "clientPackage"),
  "participant.avatarUrl": none("Given by the client, inside `metaData`.", "clientPackage", client("metaData")),
  "participant.metadata": none("Given by the client, as an object.", "clientPackage", client("metaData")),
  notBefore: none("No documented claim, and `nbf` has no documented effect: issue the token later.", "authentication"),
  expiresAt: carried("exact", "exp", "Blocks new joins from then on; never ends a running meeting."),
  "stay.endsAtExpiry": none(
    "The token is checked while joining only. A server can remove the participant by its own timer.",
    "authentication",
  ),
  "stay.maxSeconds": none(
    "A server can remove the participant by its own timer; the room's `autoCloseConfig` ends the session for everybody.",
    "createRoom",
  ),
  entry: carried(
    "exact",
    "permissions",
    "`allow_join` or `ask_join`. To let somebody in who asks, somebody with `allow_join` has to be inside.",
  ),
  "start.camera": none("Given by the client.", "clientPackage", client("webcamEnabled")),
  "start.microphone": none("Given by the client.", "clientPackage", client("micEnabled")),
  "automation.record": none("Set for the room, not for one participant.", "createRoom", room("autoStartConfig")),
  "automation.transcribe": none("Set for the room, not for one participant.", "createRoom", room("autoStartConfig")),
  "client.language": none("No setting is documented.", "docsRepository"),
  "client.redirectUrl": none("Given by the prebuilt client.", "prebuiltRedirect", client("redirectOnLeave")),
  "client.closeTabOnExit": none("No setting is documented.", "docsRepository"),
  "rights.publish.microphone": sending,
  "rights.publish.camera": sending,
  "rights.publish.screen": sending,
  "rights.publish.screenAudio": sending,
  "rights.publish.custom": sending,
  "rights.publish.data": sending,
  "rights.subscribe": none("Ungoverned: whoever is inside may receive.", "authentication"),
  "rights.visible": none("Ungoverned: a token hides nobody.", "authentication"),
  "rights.moderate.media": carried(
    "role",
    "permissions",
    '`allow_mod`, minted only with `entry: "direct"` and together with removing others. Switching off is immediate, switching on asks the other.',
  ),
  "rights.moderate.remove": carried(
    "role",
    "permissions",
    "`allow_mod` may include it; that it is denied without `allow_mod` is not documented.",
    "removeParticipant",
  ),
  "rights.moderate.permissions": none("VideoSDK has no such ability.", "authentication"),
  "rights.admit": none("Not given apart: everybody inside with `allow_join` answers those who ask.", "waitingLobby"),
  "rights.record": none(
    "Ungoverned: no permission is documented. A server can start it.",
    "serverPackage",
    room("POST /v2/recordings/start"),
  ),
  "rights.livestream": none(
    "Ungoverned: no permission is documented. A server can start it.",
    "serverPackage",
    room("POST /v2/livestreams/start"),
  ),
  "rights.transcribe": none(
    "Ungoverned: no permission is documented. A server can start it.",
    "serverPackage",
    room("POST /ai/v1/realtime-transcriptions/start"),
  ),
};

/** What VideoSDK's tokens hold and the neutral model does not. */
export const residueRules: Readonly<Record<string, ResidueRule>> = {
  nbf: { kind: "covered", note: "Read as `notBefore`; kept only within VideoSDK.", ...fact("legacyServerSetup") },
  jti: { kind: "hint", note: "A token id in old samples, without a documented effect.", ...fact("legacyServerSetup") },
};

/** No member beyond the documented ones is documented to be without effect. */
export const harmless: Readonly<Record<string, Fact>> = {};

/** VideoSDK documents no limit on lengths or lifetimes. */
export const limits: Limits = {};
