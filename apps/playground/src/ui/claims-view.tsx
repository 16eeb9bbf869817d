import { type JSX, useMemo } from "react";
import { type ExplainedClaim, explainClaims, toneOf } from "../reading/explain-claims.js";
import type { Understood } from "../reading/read-text.js";
import { visibleJson } from "../text/visible-text.js";
import { findingLooks } from "./findings-view.js";
import { Icon } from "./icon.js";
import { Sentence } from "./sentence.js";
import { Visible } from "./visible.js";

const longestValue = 600;

function ClaimValue({ claim }: { readonly claim: ExplainedClaim }): JSX.Element {
  const { value, meaning } = claim;
  return (
    <>
      <code className="value">
        {typeof value === "string" ? (
          <>
            “<Visible text={value} />”
          </>
        ) : (
          <Visible text={(JSON.stringify(value) ?? "").slice(0, longestValue * 4)} most={longestValue} />
        )}
      </code>
      {meaning !== undefined && <span className="meaning">{meaning}</span>}
    </>
  );
}

/** Whether the vendor has such a claim, with another value. */
function isUnreadable({ findings }: ExplainedClaim): boolean {
  return findings.some(({ id }) => id.startsWith("claims."));
}

function silenceText(claim: ExplainedClaim): string {
  if (claim.property !== undefined) return "Changes nothing here: without it the token says the same.";
  if (isUnreadable(claim)) return "What it says cannot be read; what the vendor makes of it, nobody can say.";
  return "The adapter does not know it; what it does, nobody can say.";
}

function PropertyName({ claim }: { readonly claim: ExplainedClaim }): JSX.Element {
  if (claim.property !== undefined)
    return (
      <code className="breaks">
        <Visible text={claim.property} most={80} />
      </code>
    );
  return <span className="soft">{isUnreadable(claim) ? "cannot be read" : "not one of the vendor’s"}</span>;
}

function Effects({ claim }: { readonly claim: ExplainedClaim }): JSX.Element {
  const { effects, notes, references, findings } = claim;
  const told = effects.filter(({ text }) => text !== "");
  return (
    <>
      {told.length === 0 && <p className="soft">{silenceText(claim)}</p>}
      {told.map(({ text }) => (
        <p key={text}>
          <Sentence text={text} />
        </p>
      ))}
      {findings.map(({ id, severity, message, cure }) => (
        <p key={`${id}${message}`} className={`claim-finding ${findingLooks[severity].tone}`}>
          <Icon name={findingLooks[severity].icon} /> <Sentence text={message} />{" "}
          <span className="soft">
            <Sentence text={cure} />
          </span>
        </p>
      ))}
      {(notes.length > 0 || references.length > 0) && (
        <p className="tiny soft">
          <Sentence text={notes.join(" ")} />{" "}
          {references.slice(0, 2).map(({ source, asOf }) => (
            <span key={source} className="reference">
              {/^https:\/\//.test(source) ? (
                <a href={source} target="_blank" rel="noreferrer">
                  source
                </a>
              ) : (
                source
              )}
              , read {asOf}
            </span>
          ))}
        </p>
      )}
    </>
  );
}

interface Props {
  readonly reading: Understood;
  readonly now: number;
}

/** The claims one by one: what each is called, what it says, what it does, and where that is documented. */
export function ClaimsView({ reading, now }: Props): JSX.Element {
  const { vendor, inspected } = reading;
  const { rows, left } = useMemo(
    () => explainClaims(vendor.adapter, inspected.claims, inspected.warnings, now),
    [vendor, inspected, now],
  );
  return (
    <section className="card" aria-labelledby="claims-title">
      <header>
        <h2 id="claims-title">Claim by claim</h2>
        <p>What a claim does is what would be different without it.</p>
      </header>
      {/* biome-ignore-start lint/a11y/noRedundantRoles: laid out as blocks on narrow screens, a table loses its roles */}
      <table className="claims" role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              Claim
            </th>
            <th role="columnheader" scope="col">
              Says
            </th>
            <th role="columnheader" scope="col">
              Property
            </th>
            <th role="columnheader" scope="col">
              What it does
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((claim) => (
            <tr role="row" key={claim.path}>
              <th role="rowheader" scope="row" className={`claim-name tone-${toneOf(claim)}`}>
                <code className="breaks">
                  <Visible text={claim.path} most={80} />
                </code>
              </th>
              <td role="cell">
                <ClaimValue claim={claim} />
              </td>
              <td role="cell" className="claim-property">
                <PropertyName claim={claim} />
              </td>
              <td role="cell">
                <Effects claim={claim} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: see above */}
      {left > 0 && <p className="soft small">{left} more claims are not explained here.</p>}
      <details className="raw">
        <summary>Header and claims as JSON</summary>
        <div className="raw-parts">
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
          <pre tabIndex={0}>{visibleJson(inspected.header).slice(0, 4000)}</pre>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
          <pre tabIndex={0}>{visibleJson(inspected.claims).slice(0, 16_000)}</pre>
        </div>
      </details>
    </section>
  );
}
