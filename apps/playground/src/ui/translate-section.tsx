import { type JSX, useMemo, useRef, useState } from "react";
import { type Adjustments, noAdjustments, policyOf } from "../outcome/adjustments.js";
import { translateSample } from "../outcome/code-sample.js";
import { countMarks } from "../outcome/difference-table.js";
import { stateOf } from "../outcome/outcome.js";
import { translateOutcome, translateTo } from "../outcome/translate-outcome.js";
import type { Understood } from "../reading/read-text.js";
import { countFaults } from "../reading/summary.js";
import { markWords } from "../text/words.js";
import type { VendorName } from "../vendors/vendor.js";
import { vendors } from "../vendors/vendors.js";
import { AdjustView, RemedyControl } from "./adjust-view.js";
import { CodeBlock } from "./code-block.js";
import { ContentView } from "./content-view.js";
import { DifferenceView } from "./difference-view.js";
import { FailureView } from "./failure-view.js";
import { useSettled } from "./hooks.js";
import { ReportView } from "./report-view.js";
import { SignView } from "./sign-view.js";
import { Tabs } from "./tabs.js";

/** What was decided for one token. For another one nothing is: a permission that was given to the first is not its own. */
interface Decisions {
  readonly token: string;
  readonly byVendor: Readonly<Partial<Record<VendorName, Adjustments>>>;
}

function decidedFor(decisions: Decisions, token: string, vendor: VendorName): Adjustments {
  return (decisions.token === token ? decisions.byVendor[vendor] : undefined) ?? noAdjustments;
}

/** The pasted token in every other vendor's form, with what became of each part. */
export function TranslateSection({
  reading,
  now,
}: {
  readonly reading: Understood;
  readonly now: number;
}): JSX.Element {
  const { vendor: from } = reading;
  const targets = useMemo(() => vendors.filter(({ name }) => name !== from.name), [from]);
  const [wanted, setWanted] = useState<VendorName>("videosdk");
  const [decisions, setDecisions] = useState<Decisions>({ token: reading.token, byVendor: {} });
  const settled = useSettled(decisions, 150);
  const outcomes = useMemo(
    () => targets.map((to) => translateOutcome(reading, to, decidedFor(settled, reading.token, to.name), now)),
    [reading, targets, settled, now],
  );
  const to = targets.find(({ name }) => name === wanted) ?? (targets[0] as (typeof targets)[number]);
  const outcome = outcomes.find(({ vendor }) => vendor === to) as (typeof outcomes)[number];
  const adjustments = decidedFor(decisions, reading.token, to.name);
  const heading = useRef<HTMLHeadingElement>(null);
  const change = (next: Adjustments): void => {
    // A button goes away with what it decides. Who pressed it by keyboard goes on where the outcome is told.
    if (document.activeElement?.matches("button:focus-visible")) heading.current?.focus();
    setDecisions((before) => {
      const kept = before.token === reading.token ? before.byVendor : {};
      return { token: reading.token, byVendor: { ...kept, [to.name]: next } };
    });
  };
  const isFaulty = countFaults(reading.findings) > 0;
  const subject = JSON.stringify([reading.token, adjustments]);
  return (
    <section className="card" aria-labelledby="translate-title">
      <header>
        <h2 id="translate-title">In every other vendor’s form</h2>
        <p>Never stronger than it was: what would widen it is refused.</p>
      </header>
      <p className="notice small">
        <b>Nobody has checked where this token comes from.</b> A translation of a forged token would be a genuine one.
        Here it goes on because you know the source (in code: <code>trustUnverified: true</code>); the sample below
        verifies the token first.
        {isFaulty && " This token has errors: what cannot be read for certain is refused, and nothing is signed here."}
      </p>
      <DifferenceView outcomes={outcomes} caption="What becomes of each part at each vendor" />
      <Tabs
        label="Vendor to translate to"
        className="vendor-tabs"
        tabs={targets.map(({ name, adapter }) => ({ name, label: adapter.displayName }))}
        chosen={to.name}
        onChoose={setWanted}
      >
        <div className="columns detail">
          <div className="stack tight">
            <h3 ref={heading} tabIndex={-1}>
              {from.adapter.displayName} to {to.adapter.displayName}:{" "}
              {outcome.failure === undefined
                ? countMarks(outcome.rows, (mark) => markWords[mark].word)
                : "not possible"}
            </h3>
            <AdjustView from={from} to={to} adjustments={adjustments} onChange={change} />
            {outcome.failure !== undefined ? (
              <FailureView failure={outcome.failure} />
            ) : (
              <ReportView
                rows={outcome.rows}
                controlFor={(remedy) => (
                  <RemedyControl remedy={remedy} from={from} to={to} adjustments={adjustments} onChange={change} />
                )}
              />
            )}
          </div>
          <div className="stack tight">
            {outcome.content !== undefined && <ContentView vendor={to} content={outcome.content} />}
            {stateOf(outcome) === "refused" && (
              <p className="small soft">There is no token to show while any part is refused.</p>
            )}
            {/* A careful reader refuses such a token; signed, what it asks for would become genuine. */}
            {!isFaulty && outcome.content !== undefined && to.connect !== undefined && (
              <SignView
                vendor={to}
                connect={to.connect}
                subject={subject}
                mint={(connection, at) => {
                  return connection.issue(translateTo(reading, connection, adjustments, at));
                }}
              />
            )}
            <CodeBlock
              title="In your program"
              text={translateSample(from, to, policyOf(adjustments, reading))}
              what="the code sample"
            />
          </div>
        </div>
      </Tabs>
    </section>
  );
}
