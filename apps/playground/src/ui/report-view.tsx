import type { Remedy } from "@roompass/core";
import type { JSX } from "react";
import { listSettings } from "../outcome/adjustments.js";
import type { OutcomeRow } from "../outcome/outcome.js";
import { joinRights, type Mark, pathName, remedyText } from "../text/words.js";
import { MarkBadge } from "./marks.js";
import { Sentence } from "./sentence.js";

const order: readonly Mark[] = ["refused", "widened", "narrowed", "assumed", "advisory", "moved", "dropped"];

/** What shares a reason is accepted together. */
function isListed(remedy: Remedy | undefined): boolean {
  return remedy?.where === "policy" && listSettings.has(remedy.setting);
}

function joined(rows: readonly OutcomeRow[]): Remedy | undefined {
  const remedy = rows[0]?.remedy;
  if (remedy === undefined || !isListed(remedy)) return remedy;
  return { ...remedy, value: [...new Set(rows.flatMap((row) => row.remedy?.value))] };
}

interface Group {
  readonly mark: Mark;
  readonly rows: readonly OutcomeRow[];
}

/** Entries of one kind that give the same reason stand together. */
function grouped(rows: readonly OutcomeRow[]): readonly Group[] {
  const groups = new Map<string, OutcomeRow[]>();
  for (const mark of order) {
    for (const row of rows.filter((candidate) => candidate.mark === mark)) {
      const remedy = isListed(row.remedy) ? row.remedy?.setting : row.remedy;
      const key = JSON.stringify([mark, row.reason, row.cure, remedy]);
      groups.set(key, [...(groups.get(key) ?? []), row]);
    }
  }
  return [...groups.values()].map((group) => ({ mark: (group[0] as OutcomeRow).mark, rows: group }));
}

interface Props {
  readonly rows: readonly OutcomeRow[];
  /** A control that applies a remedy, where the page can. */
  readonly controlFor?: (remedy: Remedy, row: OutcomeRow) => JSX.Element | undefined;
}

/** Why each part came out as it did, and what would change it; what was kept is not told again. */
export function ReportView({ rows, controlFor }: Props): JSX.Element {
  const groups = grouped(rows);
  if (groups.length === 0) return <p className="small">Everything is kept exactly.</p>;
  return (
    <ul className="report">
      {groups.map(({ mark, rows: group }) => {
        const [{ reason, cure, path }] = group as [OutcomeRow];
        const remedy = joined(group);
        const advice = remedy === undefined ? undefined : remedyText(remedy);
        const control = remedy === undefined ? undefined : controlFor?.(remedy, group[0] as OutcomeRow);
        return (
          <li key={`${mark} ${path} ${reason}`}>
            <MarkBadge mark={mark} />
            <div>
              <p>
                <b>{joinRights(group.map((row) => pathName(row.path)))}</b>
              </p>
              <p>
                <Sentence text={reason} />
              </p>
              {cure !== undefined && cure !== reason && (
                <p className="soft">
                  <Sentence text={cure} />
                </p>
              )}
              {advice !== undefined && <p className="remedy">{advice}</p>}
              {control}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
