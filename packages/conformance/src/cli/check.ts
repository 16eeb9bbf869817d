import { resolve } from "node:path";
import { listCases } from "../cases/list-cases.js";
import { reportFiles, writers } from "../report/formats.js";
import { makeReport } from "../report/make-report.js";
import type { Report } from "../report/report.js";
import { screenFor } from "../report/screen.js";
import { runSuite, selectCases } from "../run/run-suite.js";
import { completeSubject } from "../subject/complete-subject.js";
import { readBaselineFile, writeBaselineFile } from "./baseline-file.js";
import { type ExitCode, exitCodes, UsageError } from "./exit-codes.js";
import type { Io } from "./io.js";
import { nearest } from "./nearest.js";
import { type Options, repeatOf } from "./options.js";
import { type Examined, examined } from "./subjects.js";

async function writeReports(report: Report, options: Options, io: Io): Promise<void> {
  if (options.output === undefined) return;
  for (const [name, write] of Object.entries(reportFiles)) {
    await io.writeText(resolve(io.folder, options.output, name), write(report));
  }
  io.stderr(`Written to ${options.output}: ${Object.keys(reportFiles).join(", ")}\n`);
}

/** A filter that leaves nothing is a mistake, not a success. */
function checkFilter({ subject, own, partners }: Examined, options: Options, io: Io): void {
  const { filter, revision, seed } = options;
  if (Object.keys(filter).length === 0) return;
  const all = (io.casesOf ?? listCases)(completeSubject(subject), { own, seed, partners });
  if (selectCases(all, filter, revision).length > 0) return;
  const meant =
    filter.id === undefined
      ? undefined
      : nearest(
          filter.id,
          all.map(({ id }) => id),
        );
  throw new UsageError(
    `No case is left. ${meant === undefined ? "See `--list`." : `Did you mean \`${meant}\`? See \`--list\`.`}`,
  );
}

/** Runs the suite, prints the report, and answers whether the subject conforms. */
export async function check(adapter: string | undefined, options: Options, io: Io): Promise<ExitCode> {
  const baseline = await readBaselineFile(options, io);
  const subjects = await examined(adapter, options, io);
  try {
    checkFilter(subjects, options, io);
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
      today: startedAt.slice(0, 10),
      ...(baseline === undefined ? {} : { baseline }),
      ...(io.casesOf === undefined ? {} : { casesOf: io.casesOf }),
    });
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
      runtime: io.runtime,
      ...(baseline === undefined ? {} : { baseline }),
    });
    io.stdout(writers[options.format](report, screenFor(io.isTerminal, io.columns, io.env)));
    await writeReports(report, options, io);
    return report.conforms ? exitCodes.conformant : exitCodes.notConformant;
  } finally {
    await subjects.close();
  }
}
