import type { Case, Observation } from "../cases/case.js";
import { referenceAdapter } from "../reference/adapter.js";
import { makeReport, type ReportContext } from "../report/make-report.js";
import type { Report } from "../report/report.js";
import { runSuite, type SuiteOptions } from "../run/run-suite.js";
import type { Subject } from "../subject/subject.js";
import type { BugType } from "../vectors/vector.js";

export const holds: Observation = { expected: 1, actual: 1 };

export const broken: Observation = {
  expected: { outcome: "ok", grant: { room: "a", entry: "ask" } },
  actual: { outcome: "ok", grant: { room: "a", entry: "direct" } },
};

export interface MadeCase extends Partial<Omit<Case, "flags" | "observe">> {
  readonly bugType?: BugType;
  readonly seen?: Observation | (() => Observation | Promise<Observation>);
}

/** A case that sees what it is told to see. */
export function madeCase(id: string, { bugType = "BASIC", seen = holds, ...rest }: MadeCase = {}): Case {
  const note = { bugType, description: "What the case is about.", effect: "What goes wrong." };
  return {
    id,
    comment: `the comment of ${id}`,
    category: "verify",
    level: "MUST",
    since: 1,
    flags: [{ name: "Flag", note }],
    requires: [],
    ...rest,
    observe: typeof seen === "function" ? seen : () => seen,
  };
}

export const madeSubject: Subject = { adapter: referenceAdapter, name: "made", version: "1.2.3" };

export const madeContext: ReportContext = {
  seed: 1,
  startedAt: "2026-11-21T12:00:00.000Z",
  durationMilliseconds: 12,
  command: "npx @roompass/conformance ./made.js",
  runtime: "node 0",
};

/** The report of a run of exactly these cases. */
export async function reportOf(
  cases: readonly Case[],
  options: SuiteOptions = {},
  subject: Subject = madeSubject,
  context: Partial<ReportContext> = {},
): Promise<Report> {
  const { baseline, filter } = options;
  const run = await runSuite(subject, { clock: () => 0, today: "2026-11-21", casesOf: () => cases, ...options });
  return makeReport(run, {
    ...madeContext,
    ...(baseline === undefined ? {} : { baseline }),
    ...(filter === undefined ? {} : { filter }),
    ...context,
  });
}

/** One case of every outcome, so that nothing that a report can show is left out. */
export const everyOutcome: readonly Case[] = [
  madeCase("core.verify.fine"),
  madeCase("core.verify.broken", { seen: broken, twin: "core.verify.fine" }),
  madeCase("core.verify.thrown", {
    seen: () => {
      throw new TypeError("x");
    },
  }),
  madeCase("core.time.late", { category: "time", seen: () => new Promise<Observation>(() => {}) }),
  madeCase("core.encode.needs", { category: "encode", requires: ["issue.api"] }),
  madeCase("core.decode.should", { category: "decode", level: "SHOULD", seen: broken }),
  madeCase("core.decode.known", { category: "decode", seen: broken }),
  madeCase("core.limits.listed", { category: "limits" }),
  madeCase("core.limits.new", { category: "limits", since: 2, seen: broken }),
];

export const everyBaseline = {
  formatVersion: 1 as const,
  entries: [
    { id: "core.decode.known", issue: "https://example.org/1" },
    { id: "core.limits.listed", issue: "https://example.org/2" },
  ],
};

export const everyReport = (subject?: Subject): Promise<Report> =>
  reportOf(everyOutcome, { baseline: everyBaseline, timeoutMilliseconds: 1 }, subject);
