import type { Right, Said } from "./rights-table.ts";

/** What is certain, and what has to be feared. */
export interface Span<Value> {
  readonly least: Value;
  readonly most: Value;
}

export const sure = <Value>(value: Value): Span<Value> => ({ least: value, most: value });

/** When a token ends: unix seconds, never, or nobody says. */
export type Until = number | "never" | "not said";

/** What is heard and seen, by kind, of everybody and of some senders. */
export interface Reception {
  readonly ofEverybody: Readonly<Record<string, boolean>>;
  readonly of: Readonly<Record<string, Readonly<Record<string, boolean>>>>;
}

/** Everything that somebody can do with a token, read from the vendor's documents and not from its adapter. */
export interface Powers {
  readonly account: string | undefined;
  readonly purposes: Span<readonly string[]>;
  /** One room, or `undefined` for every room of the account. */
  readonly room: Span<string | undefined>;
  readonly from: Span<number>;
  readonly until: Span<Until>;
  /** Seconds after joining; `Infinity` where nobody is removed. */
  readonly maxSeconds: Span<number>;
  readonly endsAtExpiry: Span<boolean>;
  readonly walksIn: Span<boolean>;
  /** The one person that the token is good for. */
  readonly person: Span<string | undefined>;
  readonly can: Readonly<Record<Right, Said>>;
  /** The ways in which recording is allowed, where not all are. */
  readonly recordsAs: readonly string[] | undefined;
  /** Where some kinds or senders are received and others are not. */
  readonly receives: Reception | undefined;
  readonly startsRecording: string | undefined;
  readonly startsTranscription: boolean;
  /** What is said, claim by claim, where it may mean more than one thing: by the path under which a report speaks of it. */
  readonly words: Readonly<Record<string, unknown>>;
}

export const kinds = ["microphone", "camera", "screen", "screenAudio", "custom"] as const;
