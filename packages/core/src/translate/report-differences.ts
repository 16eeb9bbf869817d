import { componentValue, type Difference } from "../authority/compare-authority.js";
import { type GrantPath, isRightPath } from "../grant/right-path.js";
import type { Narrowed } from "./narrow.js";
import type { ReadPolicy } from "./policy.js";
import { type Names, reasonForField, reasonForRight } from "./reasons.js";
import { type RemedyContext, remedyForGain, remedyForNarrowed } from "./remedies.js";
import { entry, type Refusal, type ReportEntry } from "./report.js";

export interface Outcome {
  readonly refusals: Refusal[];
  readonly entries: ReportEntry[];
}

/** A number of seconds or a list says itself; an id or a room name need not be repeated in a report. */
function shown(path: GrantPath, value: unknown): unknown {
  if (path !== "participant.id") return value ?? null;
  return value === null ? "unbound" : "bound";
}

function mayWiden(difference: Difference, policy: ReadPolicy): boolean {
  if (!policy.allowWidening.has(difference.path)) return false;
  // Losing a binding can be allowed, becoming somebody else cannot.
  return difference.path !== "participant.id" || difference.verdict === "wider";
}

/** Turns the comparison of source and re-read target into report entries and refusals. */
export function reportDifferences(
  differences: readonly Difference[],
  source: Narrowed,
  policy: ReadPolicy,
  names: Names,
  context: RemedyContext,
): Outcome {
  const outcome: Outcome = { refusals: [], entries: [] };
  for (const difference of differences) {
    const { path, verdict } = difference;
    const from = shown(path, source.touched.has(path) ? componentValue(source.before, path) : difference.from);
    const to = shown(path, difference.to);
    const reason = isRightPath(path) ? reasonForRight(difference, names) : reasonForField(difference);
    const refuse = (text: string, remedy: Refusal["remedy"]): void => {
      outcome.refusals.push({ path, from, to, reason: text, ...(remedy === undefined ? {} : { remedy }) });
    };
    const report = (kind: ReportEntry["kind"], text = reason, remedy?: ReportEntry["remedy"]): void => {
      outcome.entries.push(entry(kind, path, from, to, text, remedy));
    };
    const outside = context.to.capabilities[path].outside;

    if (verdict === "wider" || verdict === "incomparable") {
      if (mayWiden(difference, policy)) report("widened", `Allowed by \`allowWidening\`. ${reason}`, outside);
      else refuse(reason, remedyForGain(difference, context));
    } else if (verdict === "equal") {
      if (source.touched.has(path)) report("narrowed", "Narrowed, as the policy says.");
      else report("exact", "Kept.");
    } else if (verdict === "narrowed") {
      const isAutomation = path.startsWith("automation.");
      const remedy = isAutomation ? outside : remedyForNarrowed(difference, context);
      if (policy.require.has(path)) refuse(`Required by the policy. ${reason}`, remedy);
      else if (isAutomation) report(outside === undefined ? "dropped" : "moved", reason, remedy);
      else report("narrowed", reason, remedy);
    } else if (verdict === "moved") {
      report("moved", reason, outside ?? remedyForNarrowed(difference, context));
    } else if (policy.strict) {
      refuse(`Refused by \`strict\`. ${reason}`, { where: "policy", setting: "strict", value: false });
    } else {
      report(verdict);
    }
  }
  return outcome;
}
