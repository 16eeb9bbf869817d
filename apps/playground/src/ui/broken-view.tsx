import type { JSX } from "react";
import type { Broken, Unassigned } from "../reading/read-text.js";
import { visibleText } from "../text/visible-text.js";
import { isVendorName } from "../vendors/vendor.js";
import { vendorNamed } from "../vendors/vendors.js";
import { FindingsView } from "./findings-view.js";
import { Sentence } from "./sentence.js";

const lead: Readonly<Record<"broken" | "unassigned", readonly [title: string, text: string]>> = {
  broken: ["This cannot be read as a token", "Everything that is wrong with it, where, and what to do:"],
  unassigned: ["Whose token is it?", "Choose one under “Read as”, and it is read by that vendor’s rules."],
};

/** Text with what does not show made visible, line breaks kept. */
function visibleLines(text: string): string {
  return text
    .split("\n")
    .map((line) => visibleText(line, 4000))
    .join("\n");
}

/** What can be said of a text that is no token, or nobody's: every violation, and as much of it as can be decoded. */
export function BrokenView({ reading }: { readonly reading: Broken | Unassigned }): JSX.Element {
  const { findings, parts, kind } = reading;
  const [title, text] = lead[kind];
  return (
    <section className="card" aria-labelledby="broken-title">
      <header>
        <h2 id="broken-title">{title}</h2>
      </header>
      {kind === "unassigned" && reading.detection.candidates.length > 0 && (
        <ul className="candidates small">
          {reading.detection.candidates.map(({ vendor, confidence, reason }) => (
            <li key={vendor}>
              <b>{isVendorName(vendor) ? vendorNamed(vendor).adapter.displayName : vendor}</b> ({confidence}):{" "}
              <Sentence text={reason} />
            </li>
          ))}
        </ul>
      )}
      <p className="small soft">
        {kind === "unassigned" && findings.length > 0 ? `${text} Wrong with it for all of them:` : text}
      </p>
      {findings.length > 0 && <FindingsView findings={findings} />}
      <h3 className="parts-title">Decoded, as far as it goes</h3>
      {parts.map(({ name, characters, text: decoded, isJson, left }) => (
        <div key={name} className="part">
          <p className="tiny soft">
            {name}, {characters.toLocaleString("en")} characters{decoded === undefined || isJson ? "" : ", not JSON"}
          </p>
          {decoded !== undefined && (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
            <pre tabIndex={0}>{isJson ? decoded : visibleLines(decoded)}</pre>
          )}
          {left > 0 && <p className="tiny soft">{left.toLocaleString("en")} more characters are not shown.</p>}
        </div>
      ))}
    </section>
  );
}
