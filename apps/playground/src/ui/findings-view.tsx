import type { Finding, Severity } from "@roompass/core";
import type { JSX } from "react";
import { plural } from "../text/words.js";
import { Icon, type IconName } from "./icon.js";
import { Sentence } from "./sentence.js";
import { Visible } from "./visible.js";

const order: readonly Severity[] = ["error", "warning", "info"];

/** How a finding is marked, wherever it is told. */
export const findingLooks: Readonly<
  Record<Severity, { readonly word: string; readonly tone: string; readonly icon: IconName }>
> = {
  error: { word: "error", tone: "bad", icon: "cross" },
  warning: { word: "warning", tone: "caution", icon: "alert" },
  info: { word: "remark", tone: "quiet", icon: "dot" },
};

const mostShown = 40;

/** `2 errors, 1 warning`. */
export function countFindings(findings: readonly Finding[]): string {
  const counts = order
    .map(
      (severity) => [findingLooks[severity].word, findings.filter((one) => one.severity === severity).length] as const,
    )
    .filter(([, count]) => count > 0)
    .map(([word, count]) => plural(count, word));
  return counts.length === 0 ? "nothing to remark" : counts.join(", ");
}

/** What is the matter, where, and what to do; the worst first. */
export function FindingsView({ findings }: { readonly findings: readonly Finding[] }): JSX.Element {
  const sorted = order.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  return (
    <ul className="findings">
      {sorted.slice(0, mostShown).map(({ id, severity, path, message, cure }, index) => {
        const { word, tone, icon } = findingLooks[severity];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same finding can come twice
          <li key={`${id}-${index}`} className={tone}>
            <span className={`badge ${tone}`}>
              <Icon name={icon} />
              {word}
            </span>
            <div>
              <p>
                <Sentence text={message} />
              </p>
              <p className="soft">
                <Sentence text={cure} />
              </p>
              <p className="tiny soft mono breaks">
                {path !== undefined && (
                  <>
                    <span className="hidden-visually">at </span>
                    <Visible text={path} most={80} />
                    <span aria-hidden="true"> · </span>
                  </>
                )}
                <Visible text={id} />
              </p>
            </div>
          </li>
        );
      })}
      {sorted.length > mostShown && <li>{sorted.length - mostShown} more are not shown.</li>}
    </ul>
  );
}
