import type { Right, Said } from "./rights-table.js";

/** What is certain, and what has to be feared. */
export interface Span<Value> {
  readonly least: Value;
  readonly most: Value;
}

export const sure = <Value>(value: Value): Span<Value> => ({ least: value, most: value });

/** When a token ends: unix seconds, never, or nobody says. */
export type Until = number | "never" | "not said";

/** One room, some rooms, those of a pattern that nobody executes, or `undefined` for every room of the account. */
export type Where = string | readonly string[] | { readonly pattern: string; readonly dialect: string } | undefined;

/** What is heard and seen, by kind, of everybody and of some senders. */
export interface Reception {
  readonly ofEverybody: Readonly<Record<string, boolean>>;
  readonly of: Readonly<Record<string, Readonly<Record<string, boolean>>>>;
}

/** Everything that somebody can do with a token. */
export interface Powers {
  readonly account: string | undefined;
  readonly purposes: Span<readonly string[]>;
  readonly room: Span<Where>;
  readonly from: Span<number>;
  readonly until: Span<Until>;
  /** Seconds after joining; `Infinity` where nobody is removed. */
  readonly maxSeconds: Span<number>;
  readonly endsAtExpiry: Span<boolean>;
  readonly walksIn: Span<boolean>;
  /** The one person that the token is good for. */
  readonly person: Span<string | undefined>;
  readonly can: Readonly<Record<Right, Said>>;
  /** The ways in which something is allowed, where not all are. */
  readonly recordsAs?: readonly string[] | undefined;
  readonly streamsAs?: readonly string[] | undefined;
  readonly transcribesAs?: readonly string[] | undefined;
  /** Where some kinds or senders are received and others are not. */
  readonly receives?: Reception | undefined;
  /** What starts on joining, by its way; `true` where the way is not said. */
  readonly startsRecording?: string | boolean | undefined;
  readonly startsTranscription?: string | boolean | undefined;
  /** What is said, claim by claim, where it may mean more than one thing: by the path under which a report speaks of it. */
  readonly words: Readonly<Record<string, unknown>>;
  /** Rights of which the answer is only the least that is said. */
  readonly saysMoreOf?: readonly Right[] | undefined;
}

export const kinds = ["microphone", "camera", "screen", "screenAudio", "custom"] as const;

/** All ways of recording, streaming and transcribing. */
export const everyWay = ["cloud", "cloud-audio-only", "local", "raw-tracks"] as const;
