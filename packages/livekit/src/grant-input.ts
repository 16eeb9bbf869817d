import type { GrantInput, GrantInputFor } from "@roompass/core";
import type {
  LivekitAgentGrant,
  LivekitInferenceGrant,
  LivekitObservabilityGrant,
  LivekitSipGrant,
} from "./properties.js";

/** What `extensions.livekit` may hold: documented properties that the neutral model does not have. */
export interface LivekitExtensions {
  readonly attributes?: Readonly<Record<string, string>>;
  readonly kind?: string;
  readonly kindDetails?: readonly string[];
  readonly sha256?: string;
  readonly roomPreset?: string;
  /** Proto JSON. With `egress` in it `automation.record` has to be said as well. Never put storage keys into it. */
  readonly roomConfig?: Readonly<Record<string, unknown>>;
  readonly canUpdateOwnMetadata?: true;
  readonly canSubscribeMetrics?: true;
  readonly canManageAgentSession?: true;
  readonly recorder?: true;
  readonly destinationRoom?: string;
}

/** What only a token for the server API may hold; each holds for the whole project. */
export interface LivekitServerExtensions extends LivekitExtensions {
  readonly roomCreate?: true;
  readonly roomList?: true;
  readonly ingressAdmin?: true;
  /** `video.agent`: its name here, since a token has an `agent` beside `video` too. */
  readonly agentWorker?: true;
  readonly sip?: LivekitSipGrant;
  readonly agent?: LivekitAgentGrant;
  readonly inference?: LivekitInferenceGrant;
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
