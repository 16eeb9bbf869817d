/** What a token is for: joining a room, or calling the vendor's server API. */
export type Purpose = "participant" | "api";

/**
 * Where a token is good: one room by its name, a list of at least two names, a pattern in the vendor's own dialect
 * (opaque text, never executed), or every room of the tenant, which has to be said out loud.
 */
export type RoomScope =
  | string
  | { readonly anyOf: readonly string[] }
  | { readonly pattern: string; readonly dialect: string }
  | { readonly any: true };

/** Walks in, or must be admitted by somebody inside. */
export type Entry = "ask" | "direct";

/** The media and data kinds that a participant can send. */
export type PublishKind = "microphone" | "camera" | "screen" | "screenAudio" | "data" | "custom";

/** The kinds that can be received; data cannot be withheld from a receiver by any known vendor. */
export type SubscribeKind = Exclude<PublishKind, "data">;

/** Ways of recording, live streaming or transcribing. `true` as a right means all of them. */
export type CaptureMode = "cloud" | "cloudAudioOnly" | "local" | "rawTracks";

/** Who is let in. Only `id` is part of what a token grants; the rest describes. */
export interface Participant {
  /** Whom the token is bound to; absent means: whoever holds it. */
  readonly id?: string;
  /** Shown to others. */
  readonly name?: string;
  /** For the vendor's records; some vendors show it to the whole room. */
  readonly email?: string;
  /** Address of a picture. */
  readonly avatarUrl?: string;
  /** Free JSON. */
  readonly metadata?: unknown;
}

/** How long somebody may remain once inside. */
export interface Stay {
  /** Removed from the call at `expiresAt`. */
  readonly endsAtExpiry?: boolean;
  /** Removed this many seconds after joining. */
  readonly maxSeconds?: number;
}

/** What may be received, kind by kind; a list of kinds that is not complete does not occur in parsed grants. */
export type SubscribeKinds = Readonly<Record<SubscribeKind, boolean>>;

/** A reception right that differs by kind or by sender. */
export interface SubscribeSelection {
  /** What applies to every sender that is not named in `byParticipantId`. */
  readonly base: boolean | SubscribeKinds;
  /** What applies to one sender, by `participant.id`; kinds left out follow `base`. */
  readonly byParticipantId?: Readonly<Record<string, boolean | Partial<SubscribeKinds>>>;
}

/** What may be sent, kind by kind; a kind that is absent makes no statement. */
export type PublishRights = { readonly [kind in PublishKind]?: boolean };

/** What may be done to others; absent makes no statement. */
export interface ModerateRights {
  /** Mute others' microphone or camera. */
  readonly media?: boolean;
  /** Remove others from the room. */
  readonly remove?: boolean;
  /** Change what others may do. */
  readonly permissions?: boolean;
}

/** A capture right: no, yes in every mode, or yes in the listed modes. */
export type CaptureRight = boolean | readonly CaptureMode[];

/** Absent makes no statement: the vendor or the room decides. It is never "denied". */
export interface Rights {
  /** What may be sent. */
  readonly publish?: PublishRights;
  /** Whether others are seen and heard; a selection limits it to some kinds or senders. */
  readonly subscribe?: boolean | SubscribeSelection;
  /** Appears in the roster. */
  readonly visible?: boolean;
  /** What may be done to others. */
  readonly moderate?: ModerateRights;
  /** Answers those who ask to enter. */
  readonly admit?: boolean;
  /** Starts and stops recordings, in any or some modes. */
  readonly record?: CaptureRight;
  /** Starts and stops streaming to the outside, in any or some modes. */
  readonly livestream?: CaptureRight;
  /** Starts and stops transcription, in any or some modes. */
  readonly transcribe?: CaptureRight;
}

/** How the client starts; not a right. */
export interface Start {
  /** Whether the camera is on at first. */
  readonly camera?: "on" | "off";
  /** Whether the microphone is on at first. */
  readonly microphone?: "on" | "off";
}

/** Something that starts by itself when this participant joins. */
export interface AutomatedCapture {
  /** Where it goes; absent = the vendor's own choice. */
  readonly mode?: CaptureMode;
}

/** What starts by itself when this participant joins, whether or not they may start it. */
export interface Automation {
  /** A recording starts. */
  readonly record?: AutomatedCapture;
  /** A transcription starts. */
  readonly transcribe?: AutomatedCapture;
}

/** Hints to the vendor's prebuilt client; not rights. */
export interface ClientHints {
  /** A BCP 47 language tag such as `de` or `pt-BR`. */
  readonly language?: string;
  /** Where the prebuilt client goes when the call is left. */
  readonly redirectUrl?: string;
  /** Whether the browser's tab is closed when the call is left. */
  readonly closeTabOnExit?: boolean;
}

/**
 * What a meeting token grants, the same for every vendor. This is the parsed form: times are integer unix seconds,
 * shorthand is written out, sets are sorted. `parseGrant` makes it from the friendlier `GrantInput`.
 */
export interface Grant {
  /** A non-empty sorted set. */
  readonly purpose: readonly Purpose[];
  /** The rooms that the token opens. */
  readonly room: RoomScope;
  /** Who is let in; absent: whoever holds the token. */
  readonly participant?: Participant;
  /** Unix seconds; nobody joins earlier. */
  readonly notBefore?: number;
  /** Unix seconds; nobody joins at or after this. `null` means never; absent means that it is not known. */
  readonly expiresAt?: number | null;
  /** How long somebody remains who is inside. */
  readonly stay?: Stay;
  /** Whether the holder walks in or has to ask; absent: the vendor or the room decides. */
  readonly entry?: Entry;
  /** What the holder may do inside. */
  readonly rights?: Rights;
  /** How the client starts; not a right. */
  readonly start?: Start;
  /** What starts by itself when the holder joins. */
  readonly automation?: Automation;
  /** Hints to the vendor's prebuilt client; not rights. */
  readonly client?: ClientHints;
  /** What only one vendor has, by vendor and by the vendor's own property names. */
  readonly extensions?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}
