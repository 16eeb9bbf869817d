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

/** What to do where the library does not say, since only the command knows what was asked of it. */
const cures: Partial<Record<MigrateCode, string>> = {
  "migrate.unwritten":
    "Make room, or give another path. With --output what is done is kept: the same command goes on from there.",
  "migrate.worker": "With --output what is done is kept: the same command goes on from there.",
};

/** What `restart: true` is called here, and what it costs. */
const anew = "Or add --restart to begin anew, which replaces output, rejects and journal";

/** Where each file is named. */
const optionNames = { input: "--file", output: "--output", rejects: "--rejects", journal: "--journal" } as const;

/** A reader that has seen enough is no failure worth a word. */
export function isBrokenPipe(error: unknown): boolean {
  const cause = error instanceof MigrateError ? error.cause : undefined;
  return cause instanceof Error && "code" in cause && cause.code === "EPIPE";
}

/** Who did not choose a file knows neither its name nor the option. */
const chosenRejects =
  "It is `migrate-rejects.ndjson`, or with `--output` `OUTPUT.rejects`. Take it away, or name another one with `--rejects`.";

function cureOf(error: MigrateError, { rejects }: GivenFiles): string | undefined {
  const { code, canRestart, option } = error;
  const isChosen = code === "migrate.output-exists" && option === "rejects" && rejects === undefined;
  const cure = isChosen ? chosenRejects : (error.cure ?? cures[code]);
  if (code === "migrate.output-exists" && !canRestart && option === "output") {
    return "Give the path of a file. Without --output the new tokens go to standard output.";
  }
  if (!canRestart) return cure;
  const restart = code === "migrate.queue" ? `${anew}, and empties the queue.` : `${anew}.`;
  return cure === undefined ? restart : `${cure} ${restart}`;
}

/** The files that were named; of those that were chosen for somebody no option is told. */
export interface GivenFiles {
  readonly file?: string;
  readonly output?: string;
  readonly rejects?: string;
  readonly journal?: string;
}

/** The command's own error for one of the library's; any other error as it is. */
export function asCommandError(error: unknown, files: GivenFiles): unknown {
  if (!(error instanceof MigrateError)) return error;
  // What is missing is told by the command in its own words, from the setup that runs here.
  if (error.cause instanceof CommandError) return error.cause;
  const { code, message, option } = error;
  const given = { ...files, input: files.file };
  const cure = cureOf(error, files);
  return new CommandError(code, message, {
    exitCode: exits[code],
    ...(option === undefined || given[option] === undefined ? {} : { path: optionNames[option] }),
    ...(cure === undefined ? {} : { cure }),
  });
}
