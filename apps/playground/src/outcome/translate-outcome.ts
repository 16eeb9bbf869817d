import { type ReportEntry, TranslationError, translate } from "@roompass/core";
import type { Understood } from "../reading/read-text.js";
import type { Connection, PageVendor } from "../vendors/vendor.js";
import { type Adjustments, policyOf } from "./adjustments.js";
import { failureOf } from "./failure.js";
import { statedPaths } from "./issue-outcome.js";
import type { Outcome, OutcomeRow } from "./outcome.js";

function rowOf({ path, kind, reason, remedy, covers, from }: ReportEntry): OutcomeRow {
  return {
    path,
    mark: kind,
    reason: kind === "exact" ? "" : reason,
    from,
    ...(remedy === undefined ? {} : { remedy }),
    ...(covers === undefined ? {} : { covers }),
  };
}

/** The translation of a token that nobody checked, for a given account. Throws what `translate` throws. */
export function translateTo(
  source: Understood,
  { provider }: Connection,
  adjustments: Adjustments,
  now: number,
): ReturnType<typeof translate> {
  return translate(source.inspected, {
    from: source.vendor.adapter,
    to: provider,
    now,
    trustUnverified: true,
    includeExact: true,
    policy: policyOf(adjustments, source),
  });
}

/** A pasted token in another vendor's form, with the report, or with everything that keeps it from getting there. */
export function translateOutcome(
  source: Understood,
  vendor: PageVendor,
  adjustments: Adjustments,
  now: number,
): Outcome {
  try {
    const connection = vendor.standIn(now);
    const moved = translateTo(source, connection, adjustments, now);
    const plan = connection.plan?.(moved);
    const content = {
      properties: moved.properties,
      ...(moved.claims === undefined ? {} : { claims: moved.claims }),
      ...(plan === undefined ? {} : { plan }),
      join: moved.join,
      requirements: moved.roomRequirements,
    };
    // That nothing became of what was never said is true, and not worth a line.
    const stated: readonly string[] = statedPaths(source.inspected.grant);
    const rows = moved.report.filter(
      ({ kind, path }) => kind !== "exact" || path.startsWith("rights") || stated.includes(path),
    );
    return { vendor, rows: rows.map(rowOf), content, failure: undefined };
  } catch (error) {
    if (!(error instanceof TranslationError)) {
      return { vendor, rows: [], content: undefined, failure: failureOf(error) };
    }
    const rows = error.refusals.map(
      ({ path, reason, remedy, from }): OutcomeRow => ({
        path,
        mark: "refused",
        reason,
        from,
        ...(remedy === undefined ? {} : { remedy }),
      }),
    );
    return { vendor, rows, content: undefined, failure: undefined };
  }
}
