import type { Capabilities, Capability, Fact, Limits, Remedy, ResidueRule } from "@roompass/core/adapter";
import { fact, type Source } from "./sources.js";

function carried(how: "exact" | "role" | "partly", claim: string, note: string, source: Source = "tokens"): Capability {
  return { carried: how, property: claim, claim, note, ...fact(source) };
}

function none(note: string, source: Source, outside?: Remedy): Capability {
  return { carried: "none", note, ...(outside === undefined ? {} : { outside }), ...fact(source) };
}

function client(setting: string): Remedy {
  return { vendor: "livekit", where: "client", setting };
}

/** Which kinds may be sent is one statement in two claims: all or none in the first, some in the second. */
const publish = (source: string): Capability => ({
  carried: "exact",
  property: "video.canPublish",
  claim: "video.canPublishSources",
  note: `Source \`${source}\`; all or none is \`canPublish\`. An empty list would mean every source.`,
  ...fact("tokens"),
});

const moderate = (note: string): Capability =>
  carried(
    "role",
    "video.roomAdmin",
    `${note}, through the server API; one switch with the rest of moderation.`,
    "serverRooms",
  );

const capture = (what: string): Capability =>
  carried(
    "role",
    "video.roomRecord",
    `${what} are started through the server API: only with \`purpose: "api"\`, in every room, one switch for both.`,
    "serverEgress",
  );

/** Where each neutral field has its place at LiveKit. */
export const capabilities: Capabilities = {
  purpose: carried(
    "partly",
    "video.roomJoin",
    "`participant` is `roomJoin`. `api` has no switch of its own: a right of the server API, or `roomAdmin` alone. Both in one token are read and not issued.",
  ),
  room: carried(
    "partly",
    "video.room",
    "One room; every room only for rights of the server API, which hold for the whole project.",
  ),
  "participant.id": carried(
    "exact",
    "sub",
    "Required to join. A second one with the same id removes the first.",
    "serverJoin",
  ),
  "participant.name": carried("exact", "name", "Every participant sees it."),
  "participant.email": none("Has no place.", "tokens"),
  "participant.avatarUrl": none("Has no place.", "tokens"),
  "participant.metadata": carried(
    "exact",
    "metadata",
    "Text as it is, other JSON as text. Every participant receives it.",
  ),
  notBefore: carried("exact", "nbf", "Unix seconds.", "serverSdk"),
  expiresAt: carried("partly", "exp", "Required. It affects the first connection only, not reconnects."),
  "stay.endsAtExpiry": none(
    "The expiry affects the first connection only. A server can remove the participant by its own timer.",
    "tokens",
  ),
  "stay.maxSeconds": none("No claim. A server can remove the participant by its own timer.", "tokens"),
  entry: none("LiveKit has no waiting room: whoever may join walks in.", "tokens"),
  "start.camera": none("Given by the client.", "clientSdk", client("setCameraEnabled")),
  "start.microphone": none("Given by the client.", "clientSdk", client("setMicrophoneEnabled")),
  "automation.record": none(
    "Set for the room. A token may bring the configuration of a room that its holder opens: say it here and give the configuration in `extensions.livekit.roomConfig`.",
    "protocolRoom",
    { vendor: "livekit", where: "room", setting: "roomConfig.egress" },
  ),
  "automation.transcribe": none("Agents transcribe, and no claim says which agent does.", "protocolRoom"),
  "client.language": none("LiveKit has no prebuilt client that a token could tell.", "tokens"),
  "client.redirectUrl": none("LiveKit has no prebuilt client that a token could tell.", "tokens"),
  "client.closeTabOnExit": none("LiveKit has no prebuilt client that a token could tell.", "tokens"),
  "rights.publish.microphone": publish("microphone"),
  "rights.publish.camera": publish("camera"),
  "rights.publish.screen": publish("screen_share"),
  "rights.publish.screenAudio": publish("screen_share_audio"),
  "rights.publish.custom": carried(
    "partly",
    "video.canPublish",
    "All kinds together or none: a list of sources cannot name them and withholds them.",
    "protocolGrants",
  ),
  "rights.publish.data": carried(
    "exact",
    "video.canPublishData",
    "Unset, the server follows `canPublish`.",
    "protocolGrants",
  ),
  "rights.subscribe": carried("partly", "video.canSubscribe", "All or nothing; no selection by kind or by sender."),
  "rights.visible": carried("exact", "video.hidden", "`hidden` is the opposite."),
  "rights.moderate.media": moderate("Mutes others' tracks"),
  "rights.moderate.remove": moderate("Removes others"),
  "rights.moderate.permissions": moderate("Changes what others may do"),
  "rights.admit": none("LiveKit has no requests to enter, so nobody answers any.", "tokens"),
  "rights.record": capture("Recordings"),
  "rights.livestream": capture("Streams"),
  "rights.transcribe": none("Agents transcribe, and no right is for starting that.", "serverDispatch"),
};

function binding(note: string, source: Source = "tokens"): ResidueRule {
  return { kind: "binding", note, ...fact(source) };
}

function covered(note: string, source: Source): ResidueRule {
  return { kind: "covered", note, ...fact(source) };
}

/** What LiveKit's tokens hold and the neutral model does not. */
export const residueRules: Readonly<Record<string, ResidueRule>> = {
  roomCreate: binding("Creates and deletes rooms, every one of the project."),
  roomList: binding("Lists the rooms of the project."),
  roomRecord: binding("Starts and stops recordings and streams in every room of the project."),
  ingressAdmin: binding("Manages ingress in every room of the project."),
  agentWorker: binding("`video.agent`: registers as a worker of the agents framework.", "serverSdk"),
  sip: binding("Telephony of the project.", "serverSdk"),
  agent: binding("Agents that LiveKit hosts for the project.", "protocolGrants"),
  inference: binding("Models that LiveKit hosts for the project.", "serverSdk"),
  observability: binding("Writes what is observed in the project.", "serverSdk"),
  canUpdateOwnMetadata: binding("Changes its own name, metadata and attributes."),
  canSubscribeMetrics: binding("Receives metrics.", "serverSdk"),
  canManageAgentSession: binding("Manages an agent's session.", "serverSdk"),
  recorder: binding("Counts as recording the room, which the others are shown.", "serverSdk"),
  destinationRoom: binding("An admin may forward or move participants into that room.", "serverAuth"),
  kind: binding("Joins as something else than a person.", "protocolGrants"),
  kindDetails: binding("Joins as something else than a person.", "protocolGrants"),
  sha256: binding("Belongs to one message's body.", "protocolGrants"),
  roomPreset: binding("Configures a room that the holder opens.", "protocolGrants"),
  roomConfig: binding("Configures a room that the holder opens: may start egress and dispatch agents.", "protocolRoom"),
  attributes: { kind: "hint", note: "Texts by name that every participant receives.", ...fact("tokens") },
  jti: {
    kind: "hint",
    note: "A token id beside the identity, without a documented effect.",
    ...fact("protocolVerifier"),
  },
  canPublish: covered("`true` beside a list of sources, which supersedes it.", "serverSdk"),
  nbf: covered("A beginning that lies before all times is none.", "serverSdk"),
  switchedOff: covered("What is off without it as well, in so many words.", "protocolGrants"),
};

/** Members that LiveKit writes beside its documented claims and does not read. */
export const harmless: Readonly<Record<string, Fact>> = {
  // The Go package writes the identity here too, and its verifier puts `sub` in its place.
  identity: fact("protocolVerifier"),
};

/** LiveKit documents no limit on lengths or lifetimes; servers have configurable ones. */
export const limits: Limits = {};
