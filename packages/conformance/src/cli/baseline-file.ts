import { resolve } from "node:path";
import { type Baseline, baselineOf, unsaidIssue } from "../baseline/baseline.js";
import { updatedBaseline } from "../baseline/update-baseline.js";
import { plural } from "../report/words.js";
import type { SuiteRun } from "../run/run-suite.js";
import { type ExitCode, exitCodes } from "./exit-codes.js";
import type { Io } from "./io.js";
import { defaultBaseline, type Options } from "./options.js";

const empty: Baseline = { formatVersion: 1, entries: [] };

const pathOf = ({ baseline }: Options): string => baseline ?? defaultBaseline;

/**
 * The baseline of a run: none where none was named, and an empty one where it is yet to be written.
 *
 * @throws BaselineError
 */
export async function readBaselineFile(options: Options, io: Io): Promise<Baseline | undefined> {
  if (options.baseline === undefined && !options.updatesBaseline) return undefined;
  const text = await io.readText(resolve(io.folder, pathOf(options)));
  return text === undefined && options.updatesBaseline ? empty : baselineOf(text, pathOf(options));
}

/** Writes the baseline that fits the run, and says what is left to do. */
export async function writeBaselineFile(run: SuiteRun, old: Baseline, options: Options, io: Io): Promise<ExitCode> {
  const { baseline, refused } = updatedBaseline(run.results, old, run.isWhole);
  await io.writeText(resolve(io.folder, pathOf(options)), `${JSON.stringify(baseline, null, 2)}\n`);
  const open = baseline.entries.filter(({ issue }) => issue === unsaidIssue).length;
  io.stderr(`${pathOf(options)}: ${plural(baseline.entries.length, "known failure")}.\n`);
  if (open > 0)
    io.stderr(`Say under \`issue\` where each is being mended: ${open} ${open === 1 ? "does" : "do"} not.\n`);
  for (const id of refused) io.stderr(`${id} is about security and cannot be put on the list: it goes on failing.\n`);
  return refused.length === 0 ? exitCodes.conformant : exitCodes.notConformant;
}
