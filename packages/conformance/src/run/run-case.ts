import type { Case, Observation } from "../cases/case.js";
import { refuses } from "../refusals/refuses.js";
import { offeredBy } from "../subject/offered.js";
import type { Subject } from "../subject/subject.js";
import type { CaseResult, Outcome } from "./result.js";
import { sameValue } from "./same-value.js";

export interface RunOptions {
  /** For one case. Default 2000. */
  readonly timeoutMilliseconds?: number;
  /** Milliseconds of a steady clock; default the machine's. Durations are told, never compared. */
  readonly clock?: () => number;
}

const late = Symbol("late");

/** The case's observation, or `late`. A subject that never comes back from a synchronous call cannot be stopped here. */
async function inTime(one: Case, milliseconds: number): Promise<Observation | typeof late> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<typeof late>((resolve) => {
    timer = setTimeout(() => resolve(late), milliseconds);
  });
  try {
    return await Promise.race([one.observe(), limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** Core's codes, and those of Node and of systems; anything else could be text about what was worked on. */
const codeShape = /^(?:[a-z]{1,20}\.[a-z-]{1,40}|ERR_[A-Z_]{1,60}|E[A-Z]{2,20})$/;

/** What a thrown value is called in a result: its kind alone, since its message may hold anything. */
function nameOfThrown(error: unknown): string {
  const { name, code } = (typeof error === "object" && error !== null ? error : {}) as {
    name?: unknown;
    code?: unknown;
  };
  const kind = typeof name === "string" && /^[A-Za-z]{1,40}$/.test(name) ? name : typeof error;
  return typeof code === "string" && codeShape.test(code) ? `threw ${kind} (${code})` : `threw ${kind}`;
}

type Finding = Pick<CaseResult, "outcome" | "expected" | "actual" | "code" | "note" | "losses">;

async function examine(one: Case, subject: Subject, milliseconds: number): Promise<Finding> {
  const offered = offeredBy(subject);
  const missing = one.requires.filter((name) => !offered.has(name));
  if (missing.length > 0) {
    for (const name of missing) {
      const problem = await refuses(subject, name);
      if (problem !== undefined) return { outcome: "fail", note: `${name} is not offered, and yet ${problem}` };
    }
    return { outcome: "not-applicable", note: `not offered: ${missing.join(", ")}` };
  }
  const seen = await inTime(one, milliseconds);
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

/** Runs one case. Never throws for what a subject does. */
export async function runCase(one: Case, subject: Subject, options: RunOptions = {}): Promise<CaseResult> {
  const { timeoutMilliseconds = 2000, clock = () => performance.now() } = options;
  const start = clock();
  let finding: Finding;
  try {
    finding = await examine(one, subject, timeoutMilliseconds);
  } catch (error) {
    finding = { outcome: "error", note: nameOfThrown(error) };
  }
  const { id, category, level } = one;
  return { id, category, level, ...finding, durationMilliseconds: clock() - start, case: one };
}
