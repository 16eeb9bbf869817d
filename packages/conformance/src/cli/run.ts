import { CommanderError } from "commander";
import { BaselineError } from "../baseline/baseline.js";
import { printable } from "../report/printable.js";
import { SubjectError } from "../subject/check-subject.js";
import { type ExitCode, exitCodes, UsageError } from "./exit-codes.js";
import type { Io } from "./io.js";
import { createProgram } from "./program.js";

const switches = /unknown option '(--?(?:skip|only|exclude|except|ignore|omit|disable)[a-z-]*)/i;

function usageText(error: CommanderError): string {
  const name = switches.exec(error.message)?.[1];
  if (name !== undefined) {
    return `There is no \`${name}\`: cases cannot be left out. What an adapter cannot do belongs into its capabilities, and a failure that is being mended into the baseline file.`;
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

function tell(error: unknown, io: Io): ExitCode {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exitCodes.conformant;
    io.stderr(`${lines(usageText(error))}\n`);
    return exitCodes.usage;
  }
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
  let code: ExitCode = exitCodes.conformant;
  try {
    const program = createProgram(io, (answer) => {
      code = answer;
    });
    if (argv.length === 0) {
      program.outputHelp();
      return exitCodes.usage;
    }
    await program.parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    return tell(error, io);
  }
}
