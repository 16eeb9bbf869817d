import type { GrantInput, GrantInputFor } from "@roompass/core";
import type {
  LivekitAgentGrant,
  LivekitInferenceGrant,
  LivekitObservabilityGrant,
  LivekitSipGrant,
} from "./properties.js";

/** What `extensions.livekit` may hold: documented properties that the neutral model does not have. */
export interface LivekitExtensions {
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
  /** Proto JSON. With `egress` in it `automation.record` has to be said as well. Never put storage keys into it. */
  readonly roomConfig?: Readonly<Record<string, unknown>>;
  /** Changes its own name, metadata and attributes. */
  readonly canUpdateOwnMetadata?: true;
  /** Receives metrics. */
  readonly canSubscribeMetrics?: true;
  /** Manages an agent's session. */
  readonly canManageAgentSession?: true;
  /** Is recording: the room shows that it is being recorded. */
  readonly recorder?: true;
  /** The room into which a room's admin may forward or move participants. */
  readonly destinationRoom?: string;
}

/** What only a token for the server API may hold; each holds for the whole project. */
export interface LivekitServerExtensions extends LivekitExtensions {
  /** Creates and deletes rooms, every one of the project. */
  readonly roomCreate?: true;
  /** Lists rooms, every one of the project. */
  readonly roomList?: true;
  /** Manages ingress, in every room of the project. */
  readonly ingressAdmin?: true;
  /** `video.agent`: its name here, since a token has an `agent` beside `video` too. */
  readonly agentWorker?: true;
  /** Telephony. */
  readonly sip?: LivekitSipGrant;
  /** Agents that LiveKit hosts. */
  readonly agent?: LivekitAgentGrant;
  /** Models that LiveKit hosts. */
  readonly inference?: LivekitInferenceGrant;
  /** Writes what is observed. */
  readonly observability?: LivekitObservabilityGrant;
}

type Media = "microphone" | "camera" | "screen" | "screenAudio";

/**
 * Tracks without one of the four sources (`custom`) go with all of them or with none: a list of sources cannot name
 * them.
 */
export type LivekitPublishInput =
  | boolean
  | readonly Media[]
  | ({ readonly [kind in Media]?: boolean } & { readonly data?: boolean; readonly custom?: false })
  | ({ readonly [kind in Media]?: true } & { readonly data?: boolean; readonly custom: true });

/** `roomAdmin` is one switch: muting, removing and changing permissions are given together or not at all. */
export type LivekitModerateInput =
  | boolean
  | { readonly media: true; readonly remove: true; readonly permissions: true }
  | { readonly media?: false; readonly remove?: false; readonly permissions?: false };

interface RoomRights {
  readonly publish?: LivekitPublishInput;
  readonly subscribe?: boolean;
  readonly visible?: boolean;
  readonly moderate?: LivekitModerateInput;
  /** LiveKit has no requests to enter. */
  readonly admit?: false;
  readonly transcribe?: false;
}

/** Somebody who joins one room. LiveKit requires an identity and an expiry. */
export type LivekitParticipantInput = GrantInputFor<{
  room: string;
  purpose: "participant" | readonly ["participant"];
  rights: RoomRights & { readonly record?: false; readonly livestream?: false };
  stay: { readonly maxSeconds?: never; readonly endsAtExpiry?: false };
  entry: "direct";
  automation: { readonly record?: true | Record<never, never>; readonly transcribe?: never };
  extensions: { readonly livekit?: LivekitExtensions };
}> & {
  readonly participant: NonNullable<GrantInput["participant"]> & { readonly id: string };
  readonly expiresAt?: Exclude<GrantInput["expiresAt"], null>;
};

/** A program that calls the server API; with `moderate` for one room, with the server extensions for every room. */
export type LivekitServerInput = GrantInputFor<{
  room: string | { readonly any: true };
  purpose: "api" | readonly ["api"];
  rights: RoomRights &
    (
      | { readonly record?: false; readonly livestream?: false }
      // `roomRecord` is one switch for recordings and streams.
      | { readonly record: true; readonly livestream: true }
    );
  stay: { readonly maxSeconds?: never; readonly endsAtExpiry?: false };
  entry: "direct";
  automation: { readonly record?: true | Record<never, never>; readonly transcribe?: never };
  extensions: { readonly livekit?: LivekitServerExtensions };
}> & {
  readonly purpose: "api" | readonly ["api"];
  readonly expiresAt?: Exclude<GrantInput["expiresAt"], null>;
};

/** A grant that a LiveKit token can hold; what it cannot hold does not compile. */
export type LivekitGrantInput = LivekitParticipantInput | LivekitServerInput;
