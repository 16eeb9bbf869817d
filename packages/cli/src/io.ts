import type { FetchLike } from "@roompass/core/kit";

/** Everything that the command touches outside itself, so that all of it can run inside a test. */
export interface Io {
  /** Reads standard input to its end. */
  stdin(): Promise<string>;
  stdout(text: string): void;
  stderr(text: string): void;
  readFile(path: string): Promise<string>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether a person reads standard output, error output, or types the input. */
  readonly isTerminal: boolean;
  readonly isErrorTerminal?: boolean;
  readonly isInputTerminal?: boolean;
  /** Width of the terminal in characters. */
  readonly columns: number;
  readonly fetch: FetchLike;
  /** Unix seconds. */
  clock(): number;
  /** An IANA time zone; default the machine's. */
  readonly timeZone?: string;
}
