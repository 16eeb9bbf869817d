import type { Authority } from "@roompass/core";
import { type JSX, useMemo } from "react";
import { answerMeanings, rightGroups } from "../reading/rights-rows.js";
import { ToneBadge } from "./marks.js";

/** What the holder may do, right by right. */
export function RightsView({ authority }: { readonly authority: Authority }): JSX.Element {
  const groups = useMemo(() => rightGroups(authority), [authority]);
  const meanings = useMemo(() => answerMeanings(authority), [authority]);
  return (
    <section className="card" aria-labelledby="rights-title">
      <header>
        <h2 id="rights-title">What the holder may do</h2>
      </header>
      <div className="rights">
        {groups.map(({ title, rows }) => (
          <table key={title}>
            <caption>{title}</caption>
            <thead className="hidden-visually">
              <tr>
                <th scope="col">Right</th>
                <th scope="col">Answer</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ path, name, answer, limit, tone }) => (
                <tr key={path}>
                  <th scope="row">
                    {name}
                    {limit !== undefined && <span className="limit breaks"> {limit}</span>}
                  </th>
                  <td>
                    <ToneBadge tone={tone}>{answer}</ToneBadge>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
      <dl className="legend">
        {meanings.map(({ answer, why, tone }) => (
          <div key={answer}>
            <dt>
              <ToneBadge tone={tone}>{answer}</ToneBadge>
            </dt>
            <dd>{why}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
