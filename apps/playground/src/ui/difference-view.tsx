import { type JSX, useMemo } from "react";
import { differenceTable } from "../outcome/difference-table.js";
import { type Outcome, type OutcomeState, stateOf } from "../outcome/outcome.js";
import { type Mark, marks, markWords } from "../text/words.js";
import { MarkBadge, ToneBadge } from "./marks.js";

const states: Readonly<Record<OutcomeState, readonly [tone: "good" | "caution" | "bad", word: string]>> = {
  whole: ["good", "whole"],
  changed: ["caution", "with changes"],
  refused: ["bad", "refused"],
  failed: ["bad", "not possible"],
};

const mostRows = 60;

/** What became of every part, vendor by vendor. */
export function DifferenceView({
  outcomes,
  caption,
}: {
  readonly outcomes: readonly Outcome[];
  readonly caption: string;
}): JSX.Element {
  const rows = useMemo(() => differenceTable(outcomes), [outcomes]);
  const used = new Set<Mark>(outcomes.flatMap((outcome) => outcome.rows.map(({ mark }) => mark)));
  return (
    <>
      {/* biome-ignore-start lint/a11y/noRedundantRoles: laid out as blocks on narrow screens, a table loses its roles */}
      <table className="differences" role="table" aria-label={caption}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              Part
            </th>
            {outcomes.map((outcome) => {
              const [tone, word] = states[stateOf(outcome)];
              return (
                <th key={outcome.vendor.name} role="columnheader" scope="col">
                  {outcome.vendor.adapter.displayName} <ToneBadge tone={tone}>{word}</ToneBadge>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.slice(0, mostRows).map(({ name, paths, cells }) => (
            <tr role="row" key={paths.join()}>
              <th role="rowheader" scope="row" className="part-name">
                {name}
              </th>
              {outcomes.map(({ vendor }, index) => {
                const cell = cells[index];
                return (
                  <td role="cell" key={vendor.name} className={cell === undefined ? "told-nothing" : undefined}>
                    <span className="narrow-only">{vendor.adapter.displayName}</span>
                    {cell === undefined ? (
                      <span className="soft nothing">
                        <span aria-hidden="true">·</span>
                        <span className="hidden-visually">nothing to say</span>
                      </span>
                    ) : (
                      <MarkBadge mark={cell.mark} />
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: see above */}
      <dl className="legend">
        {marks
          .filter((mark) => used.has(mark))
          .map((mark) => (
            <div key={mark}>
              <dt>
                <MarkBadge mark={mark} />
              </dt>
              <dd>{markWords[mark].why}</dd>
            </div>
          ))}
      </dl>
    </>
  );
}
