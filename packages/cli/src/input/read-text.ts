import { CommandError } from "../failures/command-error.js";
import type { Io } from "../io.js";
import { InputNotText, InputTooLong, readBounded } from "./read-bounded.js";

/** Longest token, grant or option's file, in bytes (1 MiB); far more than any of them has. */
const longestInputBytes = 1_048_576;

/** Longest credentials file, in bytes (64 KiB). */
export const longestCredentialsBytes = 65_536;

function sizeText(bytes: number): string {
  return bytes >= 1_048_576 ? `${bytes / 1_048_576} MiB` : `${bytes / 1024} KiB`;
}

function tooLong(what: string, maxBytes: number, cure: string): CommandError {
  const message = `${what} is longer than ${sizeText(maxBytes)}; the rest was not read.`;
  return new CommandError("command.input-too-long", message, { cure });
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "you may not read it",
  EPERM: "you may not read it",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of the path is no folder",
  ENAMETOOLONG: "the name is too long for one",
  ENXIO: "it is a socket or a device that is not there",
};

/** What the system says, for a person; what is no error of the system is not about the input. */
function unreadable(error: unknown, what: string): unknown {
  if (error instanceof InputNotText) {
    return new CommandError("command.unreadable-file", `${what} cannot be read: it is not UTF-8 text.`, {
      cure: "Save it as UTF-8. Some shells write UTF-16 when they send an output to a file with `>`.",
    });
  }
  if (!(error instanceof Error && "code" in error)) return error;
  const code = String(error.code);
  return new CommandError(
    "command.unreadable-file",
    `${what} cannot be read: ${reasons[code] ?? "it cannot be opened"}.`,
    { cure: "Check the path; it is relative to the folder in which you are." },
  );
}

/**
 * Reads a file. Its name is not repeated in an error: it may be a token or a key that landed in the wrong place.
 *
 * @param given How the file was given, for messages: `with \`--file\``.
 */
export async function readTextFile(path: string, given: string, maxBytes: number, io: Io): Promise<string> {
  const what = `The file given ${given}`;
  if (path === "") {
    throw new CommandError("command.usage", `The name of the file given ${given} is empty.`, {
      cure: "Give the path of a file. A variable of the shell that is not set leaves nothing behind.",
    });
  }
  try {
    return await readBounded(io.readFile(path), maxBytes);
  } catch (error) {
    if (error instanceof InputTooLong) throw tooLong(what, maxBytes, "Check that it is the file that you mean.");
    throw unreadable(error, what);
  }
}

/** Reads a file that a token, a grant or an option's value stands in; an empty one is told as what it is. */
export async function readInputFile(path: string, given: string, io: Io): Promise<string> {
  const text = await readTextFile(path, given, longestInputBytes, io);
  if (text.trim() !== "") return text;
  throw new CommandError("command.no-input", `The file given ${given} is empty.`, {
    cure: "Look at what was to write it.",
  });
}

export interface TextSource {
  /** The argument as it was given: the text itself, `-` for standard input, or `@FILE`. */
  readonly argument?: string | undefined;
  readonly file?: string | undefined;
  /** What is expected, for messages: `a token`. */
  readonly expected: string;
  /** The argument is the name of a file, unless it is JSON. */
  readonly argumentIsFile?: boolean;
}

async function readStandardInput(expected: string, io: Io): Promise<string> {
  if (io.isInputTerminal === true) io.stderr(`Paste ${expected} and end with Ctrl-D.\n`);
  let text: string;
  try {
    text = await readBounded(io.stdin(), longestInputBytes);
  } catch (error) {
    if (error instanceof InputTooLong) {
      throw tooLong("Standard input", longestInputBytes, "Give one token or one grant at a time.");
    }
    throw unreadable(error, "Standard input");
  }
  if (text.trim() !== "") return text;
  throw new CommandError("command.no-input", `There is nothing to read: ${expected} is expected.`, {
    cure: "Give it as an argument, with `--file PATH`, or on standard input.",
  });
}

/** The text that a command works on: from its argument, a file, or standard input. */
export async function readText(source: TextSource, io: Io): Promise<string> {
  const { argument, file, expected } = source;
  if (file !== undefined) {
    if (argument !== undefined) {
      throw new CommandError("command.usage", "Both an argument and `--file` were given.", {
        cure: "Give one of the two.",
      });
    }
    return readInputFile(file, "with `--file`", io);
  }
  if (argument === undefined || argument === "-") return readStandardInput(expected, io);
  if (argument.startsWith("@")) return readInputFile(argument.slice(1), "after `@`", io);
  if (source.argumentIsFile === true && argument !== "" && !/^\s*[{[]/.test(argument)) {
    return readInputFile(argument, "as the argument", io);
  }
  if (argument.length <= longestInputBytes) return argument;
  throw tooLong("The argument", longestInputBytes, "Give one token or one grant at a time.");
}
