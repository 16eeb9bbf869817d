import type { FetchLike } from "@roompass/core/kit";

/** Everything that the command touches outside itself, so that all of it can run inside a test. */
export interface Io {
  /** Standard input, piece by piece: whoever reads decides when it is enough. */
  stdin(): AsyncIterable<Uint8Array>;
  stdout(text: string): void;
  stderr(text: string): void;
  /** Bytes to standard output; resolves when more may come, rejects when no more can be written. */
  stdoutBytes?(bytes: Uint8Array): Promise<void>;
  /** The descriptor of standard input where it is a regular file that stands at its beginning. */
  stdinFile?(): number | undefined;
  /** A file, a pipe or a device by its path, piece by piece; opened when the first piece is asked for. */
  readFile(path: string): AsyncIterable<Uint8Array>;
  /** Whether every user of the machine can read or change the file. */
  isOpenToOthers?(path: string): Promise<boolean>;
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
  /** Resolves when somebody asks the command to end: Ctrl-C, or a signal. Only a command that goes on until then asks. */
  untilStopped(): Promise<void>;
  /** An IANA time zone; default the machine's. */
  readonly timeZone?: string;
}
