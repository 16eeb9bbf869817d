import type { StatedReading } from "../authority/authority.js";
import type { LintProblem, LintRule, LintView } from "./lint-rule.js";

/** Everybody may record there, so that no right is missing. */
const givesRecording: ReadonlySet<StatedReading> = new Set(["allow", "default(allow)", "ungoverned, everyone"]);

function startsRecordingWithoutRight({ authority }: LintView): readonly LintProblem[] {
  const { automation, modes, rights } = authority;
  if (automation.record === undefined) return [];
  const { mode } = automation.record;
  const allowed = modes?.["rights.record"];
  const lacksMode = mode !== undefined && allowed !== undefined && !allowed.includes(mode);
  if (givesRecording.has(rights["rights.record"]) && !lacksMode) return [];
  return [{ path: "automation.record", message: "It starts a recording without the right to record." }];
}

/** What starts by itself. */
export const recordingRules: readonly LintRule[] = [
  {
    id: "lint.starts-recording-without-right",
    severity: "warning",
    summary: "The token starts a recording that its holder has no right to make.",
    cure: "Grant `rights.record` too, or leave the automatic recording out.",
    checks: "tokens and grants",
    check: startsRecordingWithoutRight,
  },
];
