import type { Authority } from "../authority/authority.js";
import { componentValue, type Difference } from "../authority/compare-authority.js";
import { shownValue } from "../authority/shown-value.js";
import { readSource, readTarget } from "../authority/verdict.js";
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

function shown(path: GrantPath, value: unknown): unknown {
  return shownValue(path, value) ?? null;
}

function mayWiden(difference: Difference, policy: ReadPolicy): boolean {
  if (!policy.allowWidening.has(difference.path)) return false;
  // Losing a binding can be allowed, becoming somebody else cannot.
  return difference.path !== "participant.id" || difference.verdict === "wider";
}

const uncertain: ReadonlySet<string> = new Set(["assumed", "advisory"]);

/**
 * Whether the target gives a part of what the source only allows by default. The verdict does not show it: a part that
 * `narrow` selects counts as said from then on, and one that the target's token selects is less than the default.
 */
function isPartOfDefault({ path, verdict }: Difference, source: Narrowed, policy: ReadPolicy, to: Authority): boolean {
  if (!isRightPath(path) || readTarget(to.rights[path]) === "deny") return false;
  if (source.fromDefault.has(path)) return true;
  return verdict === "narrowed" && readSource(source.authority.rights[path], policy.assume) === "default(allow)";
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
    } else if (
      policy.strict &&
      (uncertain.has(verdict) || isPartOfDefault(difference, source, policy, context.target))
    ) {
      const why = uncertain.has(verdict) ? reason : `The ${names.from} token is silent and allows it by default.`;
      refuse(`Refused by \`strict\`. ${why}`, { where: "policy", setting: "strict", value: false });
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
    } else {
      report(verdict);
    }
  }
  return outcome;
}
