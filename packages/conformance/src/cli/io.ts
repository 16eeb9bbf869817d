import type { Case } from "../cases/case.js";
import type { ListOptions } from "../cases/list-cases.js";
import type { LoadedSubject } from "../subject/load-subject.js";
import type { Subject } from "../subject/subject.js";
import type { ExitCode } from "./exit-codes.js";
import type { Watchdog } from "./watchdog.js";

/** How a program that speaks the protocol is started and watched. */
export interface CommandOptions {
  /** For one answer of the program. */
  readonly timeoutMilliseconds: number;
  /** Where the program runs. */
  readonly folder: string;
  /** Told what the program logs. */
  readonly log: (text: string) => void;
  /** Holds every message of either side against the schema. */
  readonly validates: boolean;
}

/** What the skeleton of an adapter is made for. */
export interface InitialiseOptions {
  /** The short name of the vendor, such as `acme`; default the folder's name. */
  readonly vendor?: string;
}

/** A subject that is a program of its own. */
export interface ClosableSubject extends Subject {
  /** Ends the program. */
  readonly close: () => void | Promise<void>;
}

/** Everything that the command touches outside itself, so that all of it can run inside a test. */
export interface Io {
  /** Writes to standard output, as it is. */
  stdout(text: string): void;
  /** Writes to standard error, as it is. */
  stderr(text: string): void;
  /** The environment's variables. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether a person reads standard output. */
  readonly isTerminal: boolean;
  /** Width of the terminal, in characters. */
  readonly columns: number;
  /** The folder that paths and package names start from. */
  readonly folder: string;
  /** How a person calls the command, for the lines that say how to repeat something. */
  readonly commandName: string;
  /** A text file; undefined when there is none. */
  readText(path: string): Promise<string | undefined>;
  /** Whether there is anything at a path, also a link that leads nowhere. */
  isThere(path: string): Promise<boolean>;
  /** Writes a text file, and the folders that it needs. */
  writeText(path: string, text: string): Promise<void>;
  /** Whether there is nothing in a folder, or no such folder. */
  isEmptyFolder(path: string): Promise<boolean>;
  /** The adapter behind a path or a package name, looked up from a folder. */
  loadSubject(name: string, folder: string): Promise<LoadedSubject>;
  /** Starts a program that speaks the protocol for other languages; without it there is no `--command`. */
  readonly subjectFromCommand?: (commandLine: string, options: CommandOptions) => Promise<ClosableSubject>;
  /** Writes the skeleton of an adapter; without it there is no `init`. */
  readonly initialise?: (folder: string, options: InitialiseOptions, io: Io) => Promise<ExitCode>;
  /** The cases of a subject; default those of the suite. */
  readonly casesOf?: (subject: Subject, options: ListOptions) => readonly Case[];
  /** Makes an end of the process a failure, until what it returns is called; see `guardExit`. */
  readonly guardExit?: () => () => void;
  /** Ends the process when a call never comes back. */
  readonly watchdog?: Watchdog;
  /** For the report's time of start. */
  now(): Date;
  /** Milliseconds of a steady clock. */
  steady(): number;
  /** The runtime's name and version, for reports: `node 20.19.0`. */
  readonly runtime: string;
}
