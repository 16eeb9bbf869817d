import { CommanderError } from "commander";
import { BaselineError } from "../baseline/baseline.js";
import { printable } from "../report/printable.js";
import { isSwitch } from "../run/refuse-options.js";
import { SubjectError } from "../subject/check-subject.js";
import { type ExitCode, exitCodes, UsageError } from "./exit-codes.js";
import type { Io } from "./io.js";
import { createProgram, type Work } from "./program.js";

const unknownOption = /unknown option '(--?([a-z-]+))/i;

function usageText(error: CommanderError): string {
  const [, name, word] = unknownOption.exec(error.message) ?? [];
  if (word !== undefined && isSwitch(word)) {
    return `There is no \`${name}\`: cases cannot be left out. What an adapter cannot do belongs into its capabilities, and a failure that is being mended into the baseline file.`;
  }
  if (/unknown option '--live'/.test(error.message)) {
    return "There is no `--live`: nothing here calls a vendor, and a mode that does is not built.";
  }
  const [sentence = ""] = error.message.replace(/^error: /, "").split("\n");
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1).replace(/\.?$/, ".")} See \`--help\`.`;
}

/** Where in the suite it happened, for a report; the message could hold what was being worked on. */
function faultText(error: unknown): string {
  const stack = error instanceof Error && typeof error.stack === "string" ? error.stack : "";
  const frames = stack.split("\n").filter((line) => line.trim().startsWith("at "));
  const name = error instanceof Error ? error.name : typeof error;
  return [
    `The suite itself failed (${name}). This says nothing about the adapter; please report it.`,
    ...frames.slice(0, 12),
  ]
    .map(printable)
    .join("\n");
}

const lines = (text: string): string => text.split("\n").map(printable).join("\n");

/** What commander throws means something while it reads arguments, and nothing when an adapter throws it later. */
function tellParsing(error: CommanderError, io: Io): ExitCode {
  if (error.exitCode === 0) return exitCodes.conformant;
  io.stderr(`${lines(usageText(error))}\n`);
  return exitCodes.usage;
}

function tell(error: unknown, io: Io): ExitCode {
  if (error instanceof UsageError || error instanceof SubjectError || error instanceof BaselineError) {
    io.stderr(`${lines(error.message)}\n`);
    return exitCodes.usage;
  }
  io.stderr(`${faultText(error)}\n`);
  return exitCodes.fault;
}

/**
 * Runs the command with the arguments that follow its name, and answers with the exit code. Touches nothing but `io`, and
 * what the adapter's module touches when it is loaded. Never throws.
 */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  let work: Work | undefined;
  try {
    const program = createProgram(io, (asked) => {
      work = asked;
    });
    if (argv.length === 0) {
      program.outputHelp();
      return exitCodes.usage;
    }
    program.parse([...argv], { from: "user" });
  } catch (error) {
    return error instanceof CommanderError ? tellParsing(error, io) : tell(error, io);
  }
  const release = io.guardExit?.();
  try {
    return (await work?.()) ?? exitCodes.conformant;
  } catch (error) {
    return tell(error, io);
  } finally {
    await io.watchdog?.end();
    release?.();
  }
}
