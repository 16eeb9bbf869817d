import type { Report } from "./report.js";
import { operationsOf, passedMust } from "./words.js";

/** The JSON that shields.io reads from an address. */
export interface Badge {
  readonly schemaVersion: 1;
  readonly label: string;
  readonly message: string;
  readonly color: "brightgreen" | "orange" | "red";
}

/**
 * Green when all MUST cases pass and nothing is tolerated, amber with a baseline, else red. It counts cases and has no
 * percentage: one failing case in a hundred is red.
 */
export function badgeOf(report: Report): Badge {
  const { adapter, revision, conforms, conformsTo, baseline, filter } = report;
  const label = `${adapter.name ?? adapter.displayName} conformance`;
  const badge = (color: Badge["color"], message: string): Badge => ({
    schemaVersion: 1,
    label,
    message: `spec ${revision} · ${message}`,
    color,
  });
  if (!conforms) return badge("red", "fails");
  const known = baseline?.entries ?? 0;
  if (known > 0) return badge("orange", known === 1 ? "1 known failure" : `${known} known failures`);
  if (filter !== undefined) return badge("orange", "part of the suite");
  if (conformsTo === undefined) return badge("red", "nothing applies");
  return badge("brightgreen", `${operationsOf[conformsTo]} · ${passedMust(report)} MUST`);
}

export function badgeText(report: Report): string {
  return `${JSON.stringify(badgeOf(report), null, 2)}\n`;
}
