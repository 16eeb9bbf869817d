import type { JSX } from "react";
import type { RawPart } from "../reading/raw-parts.js";
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

/** What a part is, where it should be JSON. */
const notes = { none: "", bytes: ", no text", text: ", not JSON" } as const;

function noteOf({ name, characters, text, isJson }: RawPart): keyof typeof notes {
  if (name === "signature" || characters === 0 || isJson) return "none";
  return text === undefined ? "bytes" : "text";
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
      {parts.length > 0 && <h3 className="parts-title">Decoded, as far as it goes</h3>}
      {parts.map((part) => (
        <div key={part.name} className="part">
          <p className="tiny soft">
            {part.name}, {part.characters.toLocaleString("en")} characters
            {notes[noteOf(part)]}
          </p>
          {part.text !== undefined && (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
            <pre tabIndex={0}>{part.isJson ? part.text : visibleLines(part.text)}</pre>
          )}
          {part.left > 0 && (
            <p className="tiny soft">{part.left.toLocaleString("en")} more characters are not shown.</p>
          )}
        </div>
      ))}
    </section>
  );
}
