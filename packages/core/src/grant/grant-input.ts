import type {
  AutomatedCapture,
  CaptureMode,
  ClientHints,
  Entry,
  Participant,
  PublishKind,
  Purpose,
  Rights,
  RoomScope,
  Start,
  Stay,
  SubscribeKind,
  SubscribeSelection,
} from "./grant.js";

/** `"90s"`, `"15m"`, `"1h"`, `"7d"`, or a number of seconds. */
export type Duration = number | `${number}${"s" | "m" | "h" | "d"}`;

/** An instant: integer unix seconds, or a `Date`. Milliseconds and durations are refused with a hint. */
export type Instant = number | Date;

/** Sends everything but data, nothing but data untouched, or exactly the listed kinds of media. */
export type PublishInput = boolean | readonly PublishKind[] | { readonly [kind in PublishKind]?: boolean };

/** A capture right by shorthand; an empty list is an error. */
export type CaptureInput = boolean | readonly CaptureMode[];

/** Kinds left out of a reception selection are false. */
export type SubscribeInput =
  | boolean
  | readonly SubscribeKind[]
  | {
      readonly base: boolean | { readonly [kind in SubscribeKind]?: boolean };
      readonly byParticipantId?: SubscribeSelection["byParticipantId"];
    };

export interface RightsInput {
  readonly publish?: PublishInput;
  readonly subscribe?: SubscribeInput;
  readonly visible?: boolean;
  /** `true` or `false` sets all three. */
  readonly moderate?: boolean | NonNullable<Rights["moderate"]>;
  readonly admit?: boolean;
  readonly record?: CaptureInput;
  readonly livestream?: CaptureInput;
  readonly transcribe?: CaptureInput;
}

/**
 * A grant as people write it. A room (or `{ any: true }`) and an expiry (`expiresAt`, `expiresIn`, or
 * `expiresAt: null` for never) have to be said out loud when a token is issued; no right is ever a default.
 */
export interface GrantInput {
  /** Default `"participant"`. */
  readonly purpose?: Purpose | readonly Purpose[];
  readonly room: RoomScope;
  readonly participant?: Participant;
  readonly notBefore?: Instant;
  readonly expiresAt?: Instant | null;
  /** Counted from `now`; give this or `expiresAt`, not both. */
  readonly expiresIn?: Duration;
  readonly stay?: Stay;
  readonly entry?: Entry;
  readonly rights?: RightsInput;
  readonly start?: Start;
  readonly automation?: {
    readonly record?: true | AutomatedCapture;
    readonly transcribe?: true | AutomatedCapture;
  };
  readonly client?: ClientHints;
  readonly extensions?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** What a vendor's token can hold, for compile-time errors; every member is optional and narrows `GrantInput`. */
export interface VendorShape {
  readonly rights?: unknown;
  readonly stay?: unknown;
  readonly notBefore?: unknown;
  readonly entry?: unknown;
  readonly purpose?: unknown;
  readonly automation?: unknown;
  readonly room?: unknown;
  readonly extensions?: unknown;
}

/** `GrantInput` with the fields that `Shape` names replaced by what that vendor can hold. */
export type GrantInputFor<Shape extends VendorShape> = Omit<GrantInput, keyof Shape | "room" | "extensions"> & {
  readonly [field in Exclude<keyof Shape, "room" | "extensions">]?: Shape[field];
} & { readonly room: Shape extends { readonly room: infer R } ? R : RoomScope } & {
  readonly extensions?: (Shape extends { readonly extensions: infer E } ? E : unknown) & GrantInput["extensions"];
};
