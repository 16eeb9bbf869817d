import { type MigrateCode, MigrateError } from "@roompass/migrate";
import { type ExitCode, exitCodes } from "../../exit-codes.js";
import { CommandError } from "../../failures/command-error.js";

const exits: Readonly<Record<MigrateCode, ExitCode>> = {
  "migrate.options": exitCodes.usage,
  "migrate.setup": exitCodes.usage,
  "migrate.input": exitCodes.usage,
  "migrate.output-exists": exitCodes.usage,
  "migrate.journal": exitCodes.usage,
  "migrate.locked": exitCodes.usage,
  "migrate.unwritten": exitCodes.unwritten,
  "migrate.vendor": exitCodes.vendor,
  "migrate.queue": exitCodes.vendor,
  "migrate.worker": exitCodes.refused,
};

const anew = "add --restart to begin anew, which replaces output, rejects and journal";

/** What the library asks for, by the options that say it here. */
const cures: Partial<Record<MigrateCode, string>> = {
  "migrate.unwritten":
    "Make room, or give another path. With --output what is done is kept: the same command goes on from there.",
  "migrate.output-exists": `Give another path with --output or --rejects, or ${anew}.`,
};

/** A reader that has seen enough is no failure worth a word. */
export function isBrokenPipe(error: unknown): boolean {
  const cause = error instanceof MigrateError ? error.cause : undefined;
  return cause instanceof Error && "code" in cause && cause.code === "EPIPE";
}

/** The command's own error for one of the library's; any other error as it is. */
export function asCommandError(error: unknown): unknown {
  if (!(error instanceof MigrateError)) return error;
  // What is missing is told by the command in its own words, from the setup that runs here.
  if (error.cause instanceof CommandError) return error.cause;
  const cure = cures[error.code] ?? error.cure?.replace(/start anew\.$/, `${anew}.`);
  return new CommandError(error.code, error.message, {
    exitCode: exits[error.code],
    ...(cure === undefined ? {} : { cure }),
  });
}
