import { type Command, CommanderError } from "commander";
import { Context } from "./context.js";
import { refuseSecretArguments } from "./credentials/refuse-arguments.js";
import { type ExitCode, exitCodes } from "./exit-codes.js";
import { failureOf } from "./failures/failure.js";
import { failureJson } from "./failures/failure-json.js";
import { failureLines } from "./failures/failure-lines.js";
import { RefusedTranslation } from "./failures/refused-translation.js";
import { isAnswered, usageFailure } from "./failures/usage-failure.js";
import type { Io } from "./io.js";
import { createProgram } from "./program.js";

/** A mistake in the arguments is told as JSON, too, and commander has not read them then. */
function wantsJson(argv: readonly string[]): boolean {
  const end = argv.indexOf("--");
  return (end === -1 ? argv : argv.slice(0, end)).includes("--json");
}

/** What is said about a mistake depends on the command in which it was made. */
function namedCommand(program: Command | undefined, argv: readonly string[]): Command | undefined {
  return program?.commands.find((command) => command.name() === argv[0]);
}

function tell(error: unknown, argv: readonly string[], context: Context, program: Command | undefined): ExitCode {
  const refusals = error instanceof RefusedTranslation ? error.refusals : [];
  const cause = error instanceof RefusedTranslation ? error.error : error;
  const failure = failureOf(cause instanceof CommanderError ? usageFailure(cause, namedCommand(program, argv)) : cause);
  if (wantsJson(argv)) context.json(failureJson(failure, refusals));
  else context.note(failureLines(failure, refusals, context.noteScreen(0)));
  return failure.exitCode;
}

/**
 * Runs the command with the arguments that follow its name, and answers with the exit code. Touches nothing but `io`:
 * no global, no process. Never throws.
 */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const context = new Context(io, wantsJson(argv));
  let program: Command | undefined;
  try {
    refuseSecretArguments(argv);
    program = createProgram(context);
    if (argv.length === 0) {
      program.outputHelp();
      return exitCodes.usage;
    }
    await program.parseAsync([...argv], { from: "user" });
    return context.exitCode;
  } catch (error) {
    return isAnswered(error) ? exitCodes.fine : tell(error, argv, context, program);
  }
}
