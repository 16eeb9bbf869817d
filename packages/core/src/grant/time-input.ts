import { classifyInstant, type InstantKind } from "../jws/time-claims.js";
import type { GrantIssueCode, IssueList } from "./issues.js";

/** A window must never grow by rounding: its end is rounded down, its beginning up. */
export type Rounding = "down" | "up";

const instantCure = "Give integer unix seconds, a `Date`, or (for the expiry) `expiresIn`.";
const durationCure = 'Give a positive integer of seconds, or a text such as "90s", "15m", "1h" or "7d".';

/** Integer unix seconds from a number of seconds or a `Date`; anything that looks like another unit is refused. */
export function readInstant(value: unknown, path: string, rounding: Rounding, issues: IssueList): number | undefined {
  if (typeof value === "number") return readSeconds(value, path, issues);
  const milliseconds = dateMilliseconds(value);
  if (milliseconds !== undefined) return readDate(milliseconds, path, rounding, issues);
  const cure =
    typeof value === "string" ? "Texts are not read as times: give a `Date`, or integer unix seconds." : instantCure;
  issues.addWrongType(path, "integer unix seconds or a Date", value, cure);
  return undefined;
}

interface InstantProblem {
  readonly code: GrantIssueCode;
  readonly message: string;
  readonly cure: string;
}

const instantProblems: Readonly<Record<Exclude<InstantKind, "ok">, InstantProblem>> = {
  milliseconds: {
    code: "grant.milliseconds",
    message: "looks like milliseconds",
    cure: "Divide by 1000 and round to whole seconds, or give a `Date`.",
  },
  relative: {
    code: "grant.relative-time",
    message: "looks like a duration, not like an instant",
    cure: "Use `expiresIn` for a duration, or add it to the current unix time.",
  },
  fractional: {
    code: "grant.invalid",
    message: "has a fraction",
    cure: "Round an expiry down and a not-before up to whole seconds.",
  },
  "not-a-date": { code: "grant.invalid", message: "is not an instant in unix seconds", cure: instantCure },
};

function readSeconds(value: number, path: string, issues: IssueList): number | undefined {
  const kind = classifyInstant(value);
  if (kind === "ok") return value;
  const { code, message, cure } = instantProblems[kind];
  issues.add(code, path, message, cure);
  return undefined;
}

function readDate(milliseconds: number, path: string, rounding: Rounding, issues: IssueList): number | undefined {
  const seconds = rounding === "down" ? Math.floor(milliseconds / 1000) : Math.ceil(milliseconds / 1000);
  if (classifyInstant(seconds) === "ok") return seconds;
  const message = Number.isNaN(seconds) ? "is an invalid Date" : "is a Date far in the past or in the future";
  issues.add("grant.invalid", path, message, "Check what the `Date` was made from; `new Date` takes milliseconds.");
  return undefined;
}

/** The time of a `Date` of any realm, NaN for an invalid one; `undefined` for everything that is no `Date`. */
function dateMilliseconds(value: unknown): number | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  try {
    return Date.prototype.getTime.call(value);
  } catch {
    return undefined;
  }
}

/** About 31 years; a longer duration is an instant in the wrong field. */
const longestDuration = 1e9;

const durationText = /^([1-9][0-9]{0,11})([smhd])$/;
const secondsPerUnit: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** Seconds from a positive integer or from a text such as `"15m"`. */
export function readDuration(value: unknown, path: string, issues: IssueList): number | undefined {
  let seconds: number;
  if (typeof value === "number") {
    seconds = value;
  } else if (typeof value === "string") {
    const parts = durationText.exec(value);
    if (parts === null) {
      issues.add("grant.invalid", path, "is not a duration", durationCure);
      return undefined;
    }
    seconds = Number(parts[1]) * (secondsPerUnit[parts[2] ?? ""] ?? Number.NaN);
  } else {
    issues.addWrongType(path, "a number of seconds or a duration text", value, durationCure);
    return undefined;
  }
  if (!Number.isInteger(seconds) || seconds <= 0) {
    issues.add("grant.invalid", path, "is not a positive integer", durationCure);
  } else if (seconds >= longestDuration) {
    const cure = "Use `expiresAt` for an instant; durations are in seconds.";
    issues.add("grant.invalid", path, "is longer than 31 years and looks like an instant", cure);
  } else {
    return seconds;
  }
  return undefined;
}
