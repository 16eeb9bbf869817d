import type { Case } from "../cases/case.js";
import { ProgramError } from "../protocol/program-error.js";
import { refuses } from "../refusals/refuses.js";
import { offeredBy } from "../subject/offered.js";
import type { Subject } from "../subject/subject.js";
import { NotPlainError } from "../vectors/freeze.js";
import { inTime, late } from "./in-time.js";
import { replacedIntrinsic } from "./intrinsics.js";
import { watchLooseEnds } from "./loose-ends.js";
import type { CaseResult, Outcome } from "./result.js";
import { sameValue } from "./same-value.js";
import { thrownAt } from "./thrown-at.js";

/** How one case is run. */
export interface RunOptions {
  /** For one case. Default 2000. */
  readonly timeoutMilliseconds?: number;
  /** Milliseconds of a steady clock; default the machine's. Durations are told, never compared. */
  readonly clock?: () => number;
}

/** Core's codes, and those of Node and of systems; anything else could be text about what was worked on. */
const codeShape = /^(?:[a-z]{1,20}\.[a-z-]{1,40}|ERR_[A-Z_]{1,60}|E[A-Z]{2,20})$/;

/** A text that the suite has made of it, or what a thrown value is called. */
function noteOf(error: unknown): string {
  try {
    if (error instanceof NotPlainError) return error.message;
    return nameOfThrown(error);
  } catch {
    return "threw something that cannot be looked at";
  }
}

/** What a thrown value is called in a result: its kind and its place, since its message may hold anything. */
function nameOfThrown(error: unknown): string {
  const { name, code } = (typeof error === "object" && error !== null ? error : {}) as {
    name?: unknown;
    code?: unknown;
  };
  const kind = typeof name === "string" && /^[A-Za-z]{1,40}$/.test(name) ? name : typeof error;
  const place = thrownAt(error);
  return `threw ${kind}${typeof code === "string" && codeShape.test(code) ? ` (${code})` : ""}${place === undefined ? "" : ` at ${place}`}`;
}

type Finding = Pick<CaseResult, "outcome" | "expected" | "actual" | "code" | "note" | "losses">;

async function examine(one: Case, subject: Subject, milliseconds: number): Promise<Finding> {
  const offered = offeredBy(subject);
  const missing = one.requires.filter((name) => !offered.has(name));
  if (missing.length > 0) {
    for (const name of missing) {
      const problem = await inTime(() => refuses(subject, name), milliseconds);
      if (problem === late)
        return {
          outcome: "timeout",
          note: `${name} is not offered; asked for it, no answer within ${milliseconds} ms`,
        };
      if (problem !== undefined) return { outcome: "fail", note: `${name} is not offered, and yet ${problem}` };
    }
    return { outcome: "not-applicable", note: `not offered: ${missing.join(", ")}` };
  }
  const seen = await inTime(() => one.observe(), milliseconds);
  if (seen === late) return { outcome: "timeout", note: `no answer within ${milliseconds} ms` };
  const { expected, actual, code, losses } = seen;
  const outcome: Outcome = sameValue(expected, actual) ? "pass" : "fail";
  return {
    outcome,
    ...(outcome === "pass" ? {} : { expected, actual }),
    ...(code === undefined ? {} : { code }),
    ...(losses === undefined ? {} : { losses }),
  };
}

/**
 * Runs one case. Never throws for what a subject does.
 *
 * @throws ProgramError where the subject is a program that cannot be started any more.
 */
export async function runCase(one: Case, subject: Subject, options: RunOptions = {}): Promise<CaseResult> {
  const { timeoutMilliseconds = 2000, clock = () => performance.now() } = options;
  const start = clock();
  const looseEnds = watchLooseEnds();
  let finding: Finding;
  try {
    finding = await examine(one, subject, timeoutMilliseconds);
  } catch (error) {
    finding = { outcome: "error", note: noteOf(error) };
  }
  const left = await looseEnds.end();
  if (left !== undefined) finding = { outcome: "error", note: `left something behind that ${noteOf(left.error)}` };
  const replaced = replacedIntrinsic();
  if (replaced !== undefined)
    finding = { outcome: "error", note: `${replaced} is not JavaScript's own any more: nothing can be judged` };
  // What a program broke counts, also where the case itself made nothing of it.
  const incident = subject.program?.takeIncident();
  if (incident?.isFinal === true) throw incident.fault ?? new ProgramError(incident);
  if (incident !== undefined)
    finding = { outcome: incident.outcome === "timeout" ? "timeout" : "error", note: `the program ${incident.note}` };
  if (subject.program !== undefined && one.category === "purity" && finding.outcome === "pass")
    finding = { ...finding, note: "of a program only the answers are compared; what it touches cannot be watched" };
  const { id, category, level } = one;
  return { id, category, level, ...finding, durationMilliseconds: clock() - start, case: one };
}
