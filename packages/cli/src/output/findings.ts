import type { Finding, Severity } from "@roompass/core";
import type { Colours } from "./colours.js";
import { paragraph, plural } from "./layout.js";
import { printable } from "./printable.js";
import type { Screen } from "./screen.js";

const paints: Readonly<Record<Severity, keyof Colours>> = { error: "bad", warning: "caution", info: "quiet" };
const order: readonly Severity[] = ["error", "warning", "info"];

export function hasError(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === "error");
}

/** `2 errors, 1 warning`. */
export function countFindings(findings: readonly Finding[]): string {
  const names: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "remark" };
  const counts = order
    .map((severity) => [names[severity], findings.filter((finding) => finding.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => plural(count, name));
  return counts.length === 0 ? "nothing to remark" : counts.join(", ");
}

/** Findings for a person, the worst first: what is the matter, where, and what to do. */
export function findingLines(findings: readonly Finding[], screen: Screen): string[] {
  const { colours, width } = screen;
  return order.flatMap((severity) =>
    findings
      .filter((finding) => finding.severity === severity)
      .flatMap(({ id, path, message, cure }) => {
        const where = path === undefined ? "" : ` at ${printable(path)}`;
        return [
          ...paragraph(
            `${colours[paints[severity]](severity)}  ${colours.heading(printable(id))}${where}`,
            width,
            2,
            2,
          ),
          ...paragraph(printable(message), width, 4),
          ...paragraph(colours.quiet(printable(cure)), width, 4),
        ];
      }),
  );
}
