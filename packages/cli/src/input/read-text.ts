import { CommandError } from "../failures/command-error.js";
import type { Io } from "../io.js";

/** Longest input read, in characters; far more than any token or grant has. */
const longestInput = 1_000_000;

function checked(text: string): string {
  if (text.length <= longestInput) return text;
  throw new CommandError("command.usage", "The input is far too long for a token or a grant.", {
    cure: "Give one token or one grant at a time.",
  });
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: "there is no such file",
    EACCES: "you may not read it",
    EISDIR: "it is a folder",
    ENAMETOOLONG: "the name is too long for one",
  };
  return reasons[code] ?? "it cannot be opened";
}

/** Reads a file. Its name is not repeated in an error: it may be a token or a key that landed in the wrong place. */
export async function readTextFile(path: string, what: string, io: Io): Promise<string> {
  let text: string;
  try {
    text = await io.readFile(path);
  } catch (error) {
    throw new CommandError("command.unreadable-file", `The file given ${what} cannot be read: ${reasonOf(error)}.`, {
      cure: "Check the path; it is relative to the folder in which you are.",
    });
  }
  // Editors of some systems begin a file with a byte order mark.
  return checked(text.startsWith("\ufeff") ? text.slice(1) : text);
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
  const text = checked(await io.stdin());
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
    return readTextFile(file, "with `--file`", io);
  }
  if (argument === undefined || argument === "-") return readStandardInput(expected, io);
  if (argument.startsWith("@")) return readTextFile(argument.slice(1), "after `@`", io);
  if (source.argumentIsFile === true && !/^\s*[{[]/.test(argument)) {
    return readTextFile(argument, "as the argument", io);
  }
  return checked(argument);
}
