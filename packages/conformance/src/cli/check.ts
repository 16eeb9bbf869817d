import { resolve } from "node:path";
import { reportFiles, writers } from "../report/formats.js";
import { makeReport } from "../report/make-report.js";
import { printable } from "../report/printable.js";
import type { Report } from "../report/report.js";
import { screenFor } from "../report/screen.js";
import { NoCaseError, runSuite } from "../run/run-suite.js";
import { readBaselineFile, writeBaselineFile } from "./baseline-file.js";
import { type ExitCode, exitCodes, UsageError } from "./exit-codes.js";
import type { Io } from "./io.js";
import { nearest } from "./nearest.js";
import { type Options, repeatOf } from "./options.js";
import { examined } from "./subjects.js";

async function writeReports(report: Report, options: Options, io: Io): Promise<void> {
  if (options.output === undefined) return;
  for (const [name, write] of Object.entries(reportFiles)) {
    await io.writeText(resolve(io.folder, options.output, name), write(report));
  }
  io.stderr(`Written to ${options.output}: ${Object.keys(reportFiles).join(", ")}\n`);
}

/** What a result cannot say of a program in another process. */
const programNote =
  "a program: its results are compared, its clock, chance, network and environment cannot be watched from here";

/** So many times the limit of a case: what waits ends by itself much earlier, and this is for what does not. */
const patience = 15;

/** With the case that was meant, where the filter leaves none. */
function usageOf({ ids }: NoCaseError, { filter }: Options): UsageError {
  const meant = filter.id === undefined ? undefined : nearest(filter.id, ids);
  return new UsageError(
    `No case is left. ${meant === undefined ? "See `--list`." : `Did you mean \`${meant}\`? See \`--list\`.`}`,
  );
}

/** Runs the suite, prints the report, and answers whether the subject conforms. */
export async function check(adapter: string | undefined, options: Options, io: Io): Promise<ExitCode> {
  const baseline = await readBaselineFile(options, io);
  const subjects = await examined(adapter, options, io);
  try {
    const { subject, own, partners } = subjects;
    const { filter, revision, seed, timeoutMilliseconds } = options;
    const startedAt = io.now().toISOString();
    const start = io.steady();
    const run = await runSuite(subject, {
      own,
      partners,
      seed,
      filter,
      revision,
      timeoutMilliseconds,
      clock: () => io.steady(),
      ...(subject.program === undefined
        ? { onStart: ({ id }) => io.watchdog?.begin(printable(id), patience * timeoutMilliseconds) }
        : {}),
      today: startedAt.slice(0, 10),
      ...(baseline === undefined ? {} : { baseline }),
      ...(io.casesOf === undefined ? {} : { casesOf: io.casesOf }),
    });
    io.watchdog?.rest();
    if (options.updatesBaseline)
      return await writeBaselineFile(run, baseline ?? { formatVersion: 1, entries: [] }, options, io);
    const report = makeReport(run, {
      seed,
      startedAt,
      durationMilliseconds: io.steady() - start,
      filter,
      ownVectors: own.length,
      partners,
      command: repeatOf(io.commandName, adapter, options),
      runtime: subject.program === undefined ? io.runtime : `${io.runtime}; ${programNote}`,
      ...(baseline === undefined ? {} : { baseline }),
    });
    io.stdout(writers[options.format](report, screenFor(io.isTerminal, io.columns, io.env)));
    await writeReports(report, options, io);
    return report.conforms ? exitCodes.conformant : exitCodes.notConformant;
  } catch (error) {
    throw error instanceof NoCaseError ? usageOf(error, options) : error;
  } finally {
    await subjects.close();
  }
}
