import type { Right, Said } from "./rights-table.js";

/** What is certain, and what has to be feared. */
export interface Span<Value> {
  /** What is certain. */
  readonly least: Value;
  /** What has to be feared. */
  readonly most: Value;
}

/** A span with nothing open. */
export const sure = <Value>(value: Value): Span<Value> => ({ least: value, most: value });

/** When a token ends: unix seconds, never, or nobody says. */
export type Until = number | "never" | "not said";

/** One room, some rooms, those of a pattern that nobody executes, or `undefined` for every room of the account. */
export type Where = string | readonly string[] | { readonly pattern: string; readonly dialect: string } | undefined;

/** What is heard and seen, by kind, of everybody and of some senders. */
export interface Reception {
  /** By kind. */
  readonly ofEverybody: Readonly<Record<string, boolean>>;
  /** By sender's id, then by kind. */
  readonly of: Readonly<Record<string, Readonly<Record<string, boolean>>>>;
}

/** Everything that somebody can do with a token. */
export interface Powers {
  /** The account that the token belongs to; `undefined` where it does not say. */
  readonly account: string | undefined;
  /** What the token is for. */
  readonly purposes: Span<readonly string[]>;
  /** The rooms that it opens. */
  readonly room: Span<Where>;
  /** When it begins, in unix seconds; 0 = always. */
  readonly from: Span<number>;
  /** When it ends, in unix seconds. */
  readonly until: Span<Until>;
  /** Seconds after joining; `Infinity` where nobody is removed. */
  readonly maxSeconds: Span<number>;
  /** Whether whoever is inside is removed when it ends. */
  readonly endsAtExpiry: Span<boolean>;
  /** Whether its holder enters without asking. */
  readonly walksIn: Span<boolean>;
  /** The one person that the token is good for. */
  readonly person: Span<string | undefined>;
  /** What it says about each right. */
  readonly can: Readonly<Record<Right, Said>>;
  /** The ways in which something is allowed, where not all are. */
  readonly recordsAs?: readonly string[] | undefined;
  /** The same for streaming to the outside. */
  readonly streamsAs?: readonly string[] | undefined;
  /** The same for transcription. */
  readonly transcribesAs?: readonly string[] | undefined;
  /** Where some kinds or senders are received and others are not. */
  readonly receives?: Reception | undefined;
  /** What starts on joining, by its way; `true` where the way is not said. */
  readonly startsRecording?: string | boolean | undefined;
  /** The same for a transcription. */
  readonly startsTranscription?: string | boolean | undefined;
  /** What is said, claim by claim, where it may mean more than one thing: by the path under which a report speaks of it. */
  readonly words: Readonly<Record<string, unknown>>;
  /** Rights of which the answer is only the least that is said. */
  readonly saysMoreOf?: readonly Right[] | undefined;
}

/** The kinds of media that a reception tells apart. */
export const kinds = ["microphone", "camera", "screen", "screenAudio", "custom"] as const;

/** All ways of recording, streaming and transcribing. */
export const everyWay = ["cloud", "cloud-audio-only", "local", "raw-tracks"] as const;
