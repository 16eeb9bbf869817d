import type {
  AutomatedCapture,
  CaptureMode,
  ClientHints,
  Entry,
  Grant,
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

/** Rights by shorthand. `true` gives, `false` withholds, absent says nothing; `undefined` is refused. */
export interface RightsInput {
  /** Sends; a list sets the media kinds that it does not name to false, and shorthand never touches data. */
  readonly publish?: PublishInput;
  /** Receives; by kind and by sender, up to 256 senders. */
  readonly subscribe?: SubscribeInput;
  /** Appears in the roster. */
  readonly visible?: boolean;
  /** `true` or `false` sets all three. */
  readonly moderate?: boolean | NonNullable<Rights["moderate"]>;
  /** Answers those who ask to enter. */
  readonly admit?: boolean;
  /** Starts a recording; `true` = in every mode. */
  readonly record?: CaptureInput;
  /** Starts a live stream; `true` = in every mode. */
  readonly livestream?: CaptureInput;
  /** Starts a transcription; `true` = in every mode. */
  readonly transcribe?: CaptureInput;
}

/**
 * A grant as people write it. A room (or `{ any: true }`) and an expiry (`expiresAt`, `expiresIn`, or
 * `expiresAt: null` for never) have to be said out loud when a token is issued; no right is ever a default. A member that
 * may restrict and is there and `undefined` is refused (`grant.missing`): leave it out to say nothing.
 */
export interface GrantInput {
  /** Default `"participant"`. */
  readonly purpose?: Purpose | readonly Purpose[];
  /** One name as the vendor has it (no address), up to 1000 of them, a pattern, or `{ any: true }`. Never left out. */
  readonly room: RoomScope;
  /** Absent, or without `id`: good for whoever holds it. */
  readonly participant?: Participant;
  /** Unix seconds, or a `Date`, which is rounded up; `0` says that there is no beginning. */
  readonly notBefore?: Instant;
  /** Unix seconds, or a `Date`, which is rounded down; `null` = never. Has to lie after now and after `notBefore`. */
  readonly expiresAt?: Instant | null;
  /** Counted from `now`: seconds, or a text such as `"15m"`; less than 1e9 seconds. Give this or `expiresAt`, not both. */
  readonly expiresIn?: Duration;
  /** How long somebody may remain once inside; absent = as the vendor or the room has it. */
  readonly stay?: Stay;
  /** Absent = the vendor or the room decides. */
  readonly entry?: Entry;
  /** What is not named stays silent: the vendor or the room decides. Nothing here is on by default. */
  readonly rights?: RightsInput;
  /** How the client starts; not a right. */
  readonly start?: Start;
  /** What starts by itself when this participant joins; `true` leaves the mode to the vendor. */
  readonly automation?: {
    readonly record?: true | AutomatedCapture;
    readonly transcribe?: true | AutomatedCapture;
  };
  /** Hints to the vendor's prebuilt client; an address that runs code is refused. */
  readonly client?: ClientHints;
  /** What only one vendor has, by vendor and by the vendor's own names: up to 32 vendors, 256 properties of each. */
  readonly extensions?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/**
 * A grant in its long form: as `parseGrant` makes it, and as the reading of a token has it. Whatever takes a
 * `GrantInput` takes it as well, so that a token is renewed by writing over its expiry:
 * `issue({ ...reading.grant, expiresAt: new Date(…) })`. The new one says what the old one said, and no more; members of
 * the old token that the adapter does not know (`reading.unknown`) are not part of a grant and do not come along. A role
 * that may give more than it surely gives is refused until the grant says the rest of it, too.
 */
export interface LongGrant extends Omit<Grant, "notBefore" | "expiresAt"> {
  /** Unix seconds, or a `Date`. */
  readonly notBefore?: Instant;
  /** Unix seconds, or a `Date`; `null` = never. */
  readonly expiresAt?: Instant | null;
}

/** What a vendor's token can hold, for compile-time errors; every member is optional and narrows `GrantInput`. */
export interface VendorShape {
  /** The rights that the vendor's tokens can state. */
  readonly rights?: unknown;
  /** What they can say about staying. */
  readonly stay?: unknown;
  /** What they can say about when they begin. */
  readonly notBefore?: unknown;
  /** The ways of entering that they can state. */
  readonly entry?: unknown;
  /** What they can be for. */
  readonly purpose?: unknown;
  /** What they can start by itself. */
  readonly automation?: unknown;
  /** The forms of a room that they can name. */
  readonly room?: unknown;
  /** The properties that only this vendor has, for `extensions.<vendor>`. */
  readonly extensions?: unknown;
}

/** `GrantInput` with the fields that `Shape` names replaced by what that vendor can hold. */
export type GrantInputFor<Shape extends VendorShape> = Omit<GrantInput, keyof Shape | "room" | "extensions"> & {
  readonly [field in Exclude<keyof Shape, "room" | "extensions">]?: Shape[field];
} & { readonly room: Shape extends { readonly room: infer R } ? R : RoomScope } & {
  readonly extensions?: (Shape extends { readonly extensions: infer E } ? E : unknown) & GrantInput["extensions"];
};
