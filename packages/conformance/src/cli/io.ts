import type { Case } from "../cases/case.js";
import type { ListOptions } from "../cases/list-cases.js";
import type { LoadedSubject } from "../subject/load-subject.js";
import type { Subject } from "../subject/subject.js";
import type { ExitCode } from "./exit-codes.js";

export interface CommandOptions {
  /** For one answer of the program. */
  readonly timeoutMilliseconds: number;
}

/** A subject that is a program of its own. */
export interface ClosableSubject extends Subject {
  /** Ends the program. */
  readonly close: () => void | Promise<void>;
}

/** Everything that the command touches outside itself, so that all of it can run inside a test. */
export interface Io {
  stdout(text: string): void;
  stderr(text: string): void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether a person reads standard output. */
  readonly isTerminal: boolean;
  readonly columns: number;
  /** The folder that paths and package names start from. */
  readonly folder: string;
  /** How a person calls the command, for the lines that say how to repeat something. */
  readonly commandName: string;
  /** A text file; undefined when there is none. */
  readText(path: string): Promise<string | undefined>;
  /** Writes a text file, and the folders that it needs. */
  writeText(path: string, text: string): Promise<void>;
  loadSubject(name: string, folder: string): Promise<LoadedSubject>;
  /** Starts a program that speaks the protocol for other languages; without it there is no `--command`. */
  readonly subjectFromCommand?: (commandLine: string, options: CommandOptions) => Promise<ClosableSubject>;
  /** Writes the skeleton of an adapter; without it there is no `init`. */
  readonly initialise?: (folder: string, io: Io) => Promise<ExitCode>;
  /** The cases of a subject; default those of the suite. */
  readonly casesOf?: (subject: Subject, options: ListOptions) => readonly Case[];
  now(): Date;
  /** Milliseconds of a steady clock. */
  steady(): number;
  readonly runtime: string;
}
