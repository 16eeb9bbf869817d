import { type JSX, useEffect, useMemo, useState } from "react";
import { longestText, readText } from "../reading/read-text.js";
import { summarySentence } from "../reading/summary.js";
import { timelineOf } from "../reading/timeline.js";
import type { VendorName } from "../vendors/vendor.js";
import { useAnnounce } from "./announcer.js";
import { BrokenView } from "./broken-view.js";
import { ClaimsView } from "./claims-view.js";
import { countFindings, FindingsView } from "./findings-view.js";
import { useSettled } from "./hooks.js";
import { PassCard } from "./pass-card.js";
import { RightsView } from "./rights-view.js";
import { TimelineView } from "./timeline-view.js";
import { TokenInput } from "./token-input.js";
import { TranslateSection } from "./translate-section.js";
import { VendorLine } from "./vendor-line.js";

export interface Pasted {
  readonly text: string;
  /** The example that the text is, or empty. */
  readonly example: string;
}

interface Props {
  readonly pasted: Pasted;
  readonly now: number;
  readonly onPaste: (pasted: Pasted) => void;
}

const settleMilliseconds = 160;

/** Paste a token and read it. */
export function ReadPanel({ pasted, now, onPaste }: Props): JSX.Element {
  const [choice, setChoice] = useState<{ readonly text: string; readonly vendor: VendorName | undefined }>();
  // Whoever chose a vendor chose it for the text that was there.
  const chosen = choice?.text === pasted.text ? choice.vendor : undefined;
  const text = useSettled(pasted.text, settleMilliseconds);
  // A longer text is cut before anything looks at it; one character more tells the reader that it is too long.
  const bounded = text.length > longestText ? text.slice(0, longestText + 1) : text;
  const reading = useMemo(() => readText(bounded, chosen, now), [bounded, chosen, now]);
  const announce = useAnnounce();
  const told =
    reading.kind === "understood"
      ? summarySentence(reading.inspected.grant, reading.authority, now)
      : reading.kind === "empty"
        ? ""
        : reading.kind === "broken"
          ? `No readable token. ${reading.findings.length === 1 ? "One problem" : `${reading.findings.length} problems`}.`
          : "The vendor is not clear: choose one.";
  useEffect(() => announce(told), [announce, told]);
  const findings = reading.kind === "understood" ? reading.findings : [];
  const timeline =
    reading.kind === "understood"
      ? timelineOf(reading.inspected.grant, reading.authority, reading.inspected.issuance, now)
      : undefined;
  return (
    <div className="stack">
      <div className="columns read">
        <div className="stack">
          <TokenInput
            text={pasted.text}
            token={reading.kind === "empty" ? "" : reading.token}
            example={pasted.example}
            now={now}
            onChange={(next, example) => onPaste({ text: next, example })}
          />
          <VendorLine
            reading={reading}
            chosen={chosen}
            onChoose={(vendor) => setChoice({ text: pasted.text, vendor })}
          />
          {reading.kind === "understood" && (
            <section className="card" aria-labelledby="findings-title">
              <header>
                <h2 id="findings-title">What to look at</h2>
                <p>{countFindings(findings)}</p>
              </header>
              {findings.length === 0 ? (
                <p className="small">No rule has anything to say against it.</p>
              ) : (
                <FindingsView findings={findings} />
              )}
            </section>
          )}
        </div>
        <div className="stack">
          {(reading.kind === "broken" || reading.kind === "unassigned") && <BrokenView reading={reading} />}
          {reading.kind === "empty" && (
            <section className="card empty" aria-label="Nothing to show">
              <p>What the token grants will stand here.</p>
            </section>
          )}
          {reading.kind === "understood" && timeline !== undefined && (
            <>
              <PassCard reading={reading} timeline={timeline} now={now} />
              <TimelineView timeline={timeline} />
            </>
          )}
        </div>
      </div>
      {reading.kind === "understood" && (
        <>
          <RightsView authority={reading.authority} />
          <ClaimsView reading={reading} now={now} />
          <TranslateSection reading={reading} now={now} />
        </>
      )}
    </div>
  );
}
