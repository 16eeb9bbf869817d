import { createHash } from "node:crypto";
import { describeAdapter } from "@roompass/core";
import type { Baseline } from "../baseline/baseline.js";
import { categories } from "../cases/case.js";
import { partnersOf } from "../cases/partners.js";
import type { CaseResult } from "../run/result.js";
import type { CaseFilter, SuiteRun } from "../run/run-suite.js";
import { verdictOf } from "../run/verdict.js";
import type { Subject } from "../subject/subject.js";
import { vectorDigest } from "../vectors/digest.js";
import { version } from "../version.js";
import { translationsOf } from "./loss-matrix.js";
import { plainValue, sortedValue } from "./plain-value.js";
import { fine, reached } from "./reached.js";
import type { Report, ReportedCase, Totals } from "./report.js";

/** What a report says beside the results. */
export interface ReportContext {
  /** The seed of the generated cases. */
  readonly seed: number;
  /** ISO 8601, in UTC. */
  readonly startedAt: string;
  /** How long the run took. */
  readonly durationMilliseconds: number;
  /** What was run, where not everything was. */
  readonly filter?: CaseFilter;
  /** The known failures that the run was held against. */
  readonly baseline?: Baseline;
  /** How many vectors of the adapter's own package there are. */
  readonly ownVectors?: number;
  /** The adapters that it was translated to and from, beside the reference adapter. */
  readonly partners?: readonly Subject[];
  /** What to run to get this report again. */
  readonly command?: string;
  /** Default: this process. */
  readonly runtime?: string;
}

function totalsOf(results: readonly CaseResult[]): Report["totals"] {
  const totals = Object.fromEntries(categories.map((category) => [category, {}])) as Report["totals"];
  for (const { category, level, outcome } of results) {
    const counted = totals[category];
    const row: Totals = counted[level] ?? {};
    counted[level] = { ...row, [outcome]: (row[outcome] ?? 0) + 1 };
  }
  return totals;
}

function reported(result: CaseResult): ReportedCase {
  const { case: one, id, category, level, outcome, durationMilliseconds, code, note, expected, actual } = result;
  const isFine = fine.has(outcome);
  return {
    id,
    comment: one.comment,
    category,
    level,
    outcome,
    durationMilliseconds: Math.round(durationMilliseconds * 1000) / 1000,
    ...(code === undefined ? {} : { code }),
    ...(note === undefined ? {} : { note }),
    ...(isFine ? {} : { flags: one.flags.map(({ name, note: about }) => plainValue({ name, ...about }) as never) }),
    ...(isFine || one.twin === undefined ? {} : { twin: one.twin }),
    ...(expected === undefined ? {} : { expected: plainValue(expected) }),
    ...(actual === undefined ? {} : { actual: plainValue(actual) }),
  };
}

/** An adapter is shown also where it cannot be described: what is wrong with it is told by a case. */
function manifestOf({ adapter }: Subject): unknown {
  try {
    return plainValue(describeAdapter(adapter));
  } catch {
    const { issuance, verification, capabilities, residueRules, limits, harmless } = adapter;
    return plainValue({ issuance, verification, capabilities, residueRules, limits, harmless });
  }
}

function adapterOf(subject: Subject): Report["adapter"] {
  const { adapter, name, version: subjectVersion } = subject;
  return {
    vendor: adapter.vendor,
    displayName: adapter.displayName,
    ...(name === undefined ? {} : { name }),
    ...(subjectVersion === undefined ? {} : { version: subjectVersion }),
    manifest: manifestOf(subject),
  };
}

const digestOf = (baseline: Baseline): string =>
  createHash("sha256")
    .update(JSON.stringify(sortedValue(baseline)))
    .digest("hex");

/** The run as plain JSON. */
export function makeReport(run: SuiteRun, context: ReportContext): Report {
  const { subject, results, baselineProblems, isWhole, revision } = run;
  const {
    baseline,
    filter = {},
    seed,
    startedAt,
    durationMilliseconds,
    ownVectors = 0,
    command,
    partners = [],
  } = context;
  const entries = baseline?.entries.length ?? 0;
  const conforms = results.every((one) => verdictOf(one) !== "fails") && baselineProblems.length === 0;
  const conformsTo = isWhole && conforms && entries === 0 ? reached(results) : undefined;
  const filters = Object.entries(filter).filter(([, value]) => value !== undefined);
  return {
    formatVersion: 1,
    suite: {
      name: "@roompass/conformance",
      version,
      vectors: vectorDigest(),
      ...(ownVectors === 0 ? {} : { ownVectors }),
    },
    revision,
    adapter: adapterOf(subject),
    ...(command === undefined ? {} : { command }),
    runtime: context.runtime ?? `node ${process.versions.node}`,
    seed,
    startedAt,
    durationMilliseconds: Math.round(durationMilliseconds),
    ...(filters.length === 0 ? {} : { filter: Object.fromEntries(filters) as Record<string, string> }),
    totals: totalsOf(results),
    conforms,
    ...(conformsTo === undefined ? {} : { conformsTo }),
    ...(baseline === undefined
      ? {}
      : { baseline: { digest: digestOf(baseline), entries, problems: baselineProblems } }),
    // The reference adapter is no vendor: it stands in the matrix only where there is nobody else.
    translations: translationsOf(
      subject,
      partners.length > 0 ? partners : partnersOf(subject),
      results.flatMap(({ losses = [] }) => losses),
    ),
    cases: results.map(reported),
  };
}
