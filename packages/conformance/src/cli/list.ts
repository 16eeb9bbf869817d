import type { Case } from "../cases/case.js";
import { listCases } from "../cases/list-cases.js";
import { printable } from "../report/printable.js";
import { padEnd, screenFor } from "../report/screen.js";
import { plural } from "../report/words.js";
import { selectCases } from "../run/run-suite.js";
import { completeSubject } from "../subject/complete-subject.js";
import { type ExitCode, exitCodes, UsageError } from "./exit-codes.js";
import type { Io } from "./io.js";
import type { Options } from "./options.js";
import { examined } from "./subjects.js";

function lineOf({ id, level, comment }: Case, width: number): string {
  const [text, column] = [printable(comment), padEnd(printable(id), 44)];
  const room = width - column.length - 10;
  // A comment that does not fit is left to --explain: ids are what the list is for.
  return `${padEnd(level, 8)}${column}${room < 16 ? "" : `  ${text.length > room ? `${text.slice(0, room - 1)}…` : text}`}`.trimEnd();
}

/** Prints the cases that would run, as lines or as JSON. */
export async function list(adapter: string | undefined, options: Options, io: Io): Promise<ExitCode> {
  const { filter, revision, seed, format } = options;
  if (format !== "pretty" && format !== "json") throw new UsageError("`--list` prints pretty or json.");
  const { subject, own, partners, close } = await examined(adapter, options, io);
  try {
    const all = (io.casesOf ?? listCases)(completeSubject(subject), { own, seed, partners });
    const cases = selectCases(all, filter, revision);
    if (format === "json") {
      const told = cases.map(({ id, category, level, since, comment, requires, vector }) => {
        return { id, category, level, since, comment, requires, isVector: vector !== undefined };
      });
      io.stdout(`${JSON.stringify(told, null, 2)}\n`);
    } else {
      // Nothing is cut where no person reads it on a screen of so many columns.
      const width = io.isTerminal ? screenFor(true, io.columns, io.env).width : Number.POSITIVE_INFINITY;
      io.stdout(`${cases.map((one) => `${lineOf(one, width)}\n`).join("")}${plural(cases.length, "case")}\n`);
    }
    return exitCodes.conformant;
  } finally {
    await close();
  }
}
