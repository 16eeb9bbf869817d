import { plainValue, sortedValue } from "./plain-value.js";
import type { Report } from "./report.js";

/** The report as a file: members sorted, so that two reports can be compared line by line. */
export function jsonText(report: Report): string {
  return `${JSON.stringify(sortedValue(plainValue(report)), null, 2)}\n`;
}
