/** The sources of tracks that `canPublishSources` names, in the order in which this package writes them. */
export const trackSources = ["camera", "microphone", "screen_share", "screen_share_audio"] as const;

/** One of the sources that `video.canPublishSources` can name. */
export type LivekitTrackSource = (typeof trackSources)[number];

/**
 * The claim `video`: what its holder may do in one room, and on the server API.
 *
 * Source of each: https://docs.livekit.io/frontends/reference/tokens-grants.md and, for what silence means,
 * https://github.com/livekit/protocol/blob/main/auth/grants.go
 */
export interface LivekitVideoGrant {
  /** Joins `room` as a participant. */
  readonly roomJoin?: boolean;
  /** The room's name; documented as required with `roomJoin` and with `roomAdmin`. */
  readonly room?: string;
  /** Moderates `room` through the server API: mutes, removes, changes permissions, moves, dispatches agents. */
  readonly roomAdmin?: boolean;
  /** Sends tracks. Three-valued: left out, it is allowed. */
  readonly canPublish?: boolean;
  /** Sends only these. **An empty list means every source**, so it is never written here. */
  readonly canPublishSources?: readonly LivekitTrackSource[];
  /** Sends data. Three-valued: left out, the server follows `canPublish`; the SDK's comment says it is allowed. */
  readonly canPublishData?: boolean;
  /** Receives tracks. Three-valued: left out, it is allowed. */
  readonly canSubscribe?: boolean;
  /** Changes its own name, metadata and attributes. Left out: no. */
  readonly canUpdateOwnMetadata?: boolean;
  /** Receives metrics. Left out: no. */
  readonly canSubscribeMetrics?: boolean;
  /** Manages an agent's session. Left out: no. */
  readonly canManageAgentSession?: boolean;
  /** Others do not see it. */
  readonly hidden?: boolean;
  /** Is recording: the room shows that it is being recorded. */
  readonly recorder?: boolean;
  /** Registers as a worker of the agents framework, for every room. */
  readonly agent?: boolean;
  /** Creates and deletes rooms, every one of the project. */
  readonly roomCreate?: boolean;
  /** Lists rooms, every one of the project. */
  readonly roomList?: boolean;
  /** Starts and stops egress (recordings and streams), in every room of the project. */
  readonly roomRecord?: boolean;
  /** Manages ingress, in every room of the project. */
  readonly ingressAdmin?: boolean;
  /** The room into which a room's admin may forward or move participants. */
  readonly destinationRoom?: string;
}

/** The claim `sip`: telephony, for the whole project. */
export interface LivekitSipGrant {
  /** Manages telephony. */
  readonly admin?: boolean;
  /** Makes calls. */
  readonly call?: boolean;
}

/** The claim `agent`: agents that LiveKit hosts, for the whole project. */
export interface LivekitAgentGrant {
  /** Manages hosted agents. */
  readonly admin?: boolean;
  /** Creates simulations. */
  readonly createSimulation?: boolean;
}

/** The claim `inference`: models that LiveKit hosts, for the whole project. */
export interface LivekitInferenceGrant {
  /** Calls models. */
  readonly perform?: boolean;
}

/** The claim `observability`: writes what is observed, for the whole project. */
export interface LivekitObservabilityGrant {
  /** Writes observations. */
  readonly write?: boolean;
}

/** What a LiveKit token says, by the documented names, which are the claim names too. Unix seconds for times. */
export interface LivekitProperties {
  /** The API key; tells the server which secret to check. */
  readonly iss?: string;
  /** The participant's identity; the server refuses to join without one. */
  readonly sub?: string;
  /** A token id. LiveKit's Go code takes it for the identity where `sub` is missing, as its oldest tokens had it. */
  readonly jti?: string;
  /** Display name. */
  readonly name?: string;
  /** Free text, by habit JSON; every participant of the room receives it. */
  readonly metadata?: string;
  /** Texts by name; every participant of the room receives them. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** What kind of participant: `standard`, `ingress`, `egress`, `sip`, `agent`. */
  readonly kind?: string;
  /** Details of the kind, by LiveKit's names. */
  readonly kindDetails?: readonly string[];
  /** Hash of a message's body, in the tokens that LiveKit sends with webhooks. */
  readonly sha256?: string;
  /** A preset of LiveKit Cloud for a room that this participant opens. */
  readonly roomPreset?: string;
  /** Configuration of a room that this participant opens, as proto JSON; may start egress and dispatch agents. */
  readonly roomConfig?: Readonly<Record<string, unknown>>;
  /** The grants about rooms; a token without them joins nothing. */
  readonly video?: LivekitVideoGrant;
  /** Telephony, for the whole project. */
  readonly sip?: LivekitSipGrant;
  /** Agents that LiveKit hosts, for the whole project. */
  readonly agent?: LivekitAgentGrant;
  /** Models that LiveKit hosts, for the whole project. */
  readonly inference?: LivekitInferenceGrant;
  /** Writes what is observed, for the whole project. */
  readonly observability?: LivekitObservabilityGrant;
  /** Written by LiveKit's Go package and here, not by its Node package. */
  readonly iat?: number;
  /** Nobody connects before it. */
  readonly nbf?: number;
  /** Required. Affects the first connection only, not reconnects. */
  readonly exp?: number;
}

/** The claims that hold members of their own. */
export const groupNames = ["video", "sip", "agent", "inference", "observability"] as const;

export type LivekitGroupName = (typeof groupNames)[number];

/** The rights that hold for the whole project, by claim; whoever has one calls the server API. */
export const accountRights = {
  video: ["roomCreate", "roomList", "roomRecord", "ingressAdmin", "agent"],
  sip: ["admin", "call"],
  agent: ["admin", "createSimulation"],
  inference: ["perform"],
  observability: ["write"],
} as const satisfies Readonly<Record<LivekitGroupName, readonly string[]>>;
