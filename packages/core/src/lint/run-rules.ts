import type { Finding } from "../errors/finding.js";
import { RoompassError } from "../errors/roompass-error.js";
import { classifyInstant } from "../jws/time-claims.js";
import type { LintRule, LintView } from "./lint-rule.js";

/** Anything above is no remark for most tokens; one day. */
export const defaultMaxLifetimeSeconds = 86_400;

export interface LintOptions {
  /** Unix seconds. */
  readonly now: number;
  /** The longest life that needs no remark, in seconds; 86400 when left out. */
  readonly maxLifetimeSeconds?: number;
}

/** @throws RoompassError `clock.invalid` for a clock that is no number of seconds, or is one of milliseconds. */
export function checkClock(now: unknown): void {
  const kind = classifyInstant(now);
  if (now === 0 || kind === "ok" || kind === "relative" || kind === "fractional") return;
  throw new RoompassError("clock.invalid", "`now` is not a time in unix seconds.", {
    path: "now",
    cure: "Pass seconds, for instance `Math.floor(Date.now() / 1000)`.",
  });
}

export function runRules(rules: readonly LintRule[], view: LintView): Finding[] {
  return rules.flatMap(({ id, severity, cure, check }) =>
    check(view).map(({ path, message }) => ({ id, severity, path, message, cure })),
  );
}
