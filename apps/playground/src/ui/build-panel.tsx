import { type JSX, useEffect, useMemo, useState } from "react";
import { type FormState, presets } from "../grant-form/form-state.js";
import { readForm } from "../grant-form/form-to-grant.js";
import { formOfFragment, fragmentOf } from "../grant-form/share-link.js";
import { issueSample } from "../outcome/code-sample.js";
import { countMarks } from "../outcome/difference-table.js";
import { issueOutcome } from "../outcome/issue-outcome.js";
import { type Outcome, stateOf } from "../outcome/outcome.js";
import { markWords, plural } from "../text/words.js";
import type { VendorName } from "../vendors/vendor.js";
import { vendors } from "../vendors/vendors.js";
import { useAnnounce } from "./announcer.js";
import { CodeBlock } from "./code-block.js";
import { ContentView } from "./content-view.js";
import { CopyButton } from "./copy-button.js";
import { DifferenceView } from "./difference-view.js";
import { FailureView } from "./failure-view.js";
import { GrantForm } from "./grant-form.js";
import { useSettled } from "./hooks.js";
import { ReportView } from "./report-view.js";
import { SignView } from "./sign-view.js";
import { Tabs } from "./tabs.js";

interface Props {
  readonly form: FormState;
  readonly now: number;
  readonly onChange: (form: FormState) => void;
}

/** A grant as it was typed, and what became of it at each vendor. */
interface Compared {
  readonly input: Readonly<Record<string, unknown>>;
  readonly outcomes: readonly Outcome[];
}

/** The outcomes for the last form that made sense: what is half typed changes nothing beside it. */
function useOutcomes(form: FormState, now: number): Compared {
  const [compared, setCompared] = useState<Compared>({ input: {}, outcomes: [] });
  useEffect(() => {
    const { grant, input } = readForm(form, now);
    if (grant === undefined) return undefined;
    let isCurrent = true;
    void Promise.all(vendors.map((vendor) => issueOutcome(grant, vendor, now))).then((outcomes) => {
      if (isCurrent) setCompared({ input, outcomes });
    });
    return () => {
      isCurrent = false;
    };
  }, [form, now]);
  return compared;
}

/** Build a grant and see it in every vendor's form. */
export function BuildPanel({ form, now, onChange }: Props): JSX.Element {
  const [wanted, setWanted] = useState<VendorName>("daily");
  const { errors } = useMemo(() => readForm(form, now), [form, now]);
  const settled = useSettled(form, 180);
  const { input, outcomes } = useOutcomes(settled, now);
  const announce = useAnnounce();
  const told =
    errors.length > 0
      ? `${plural(errors.length, "field is", "fields are")} wrong.`
      : outcomes.map((outcome) => `${outcome.vendor.adapter.displayName}: ${stateOf(outcome)}`).join(", ");
  useEffect(() => announce(told), [announce, told]);
  const outcome = outcomes.find(({ vendor }) => vendor.name === wanted);
  const fragment = useMemo(() => fragmentOf(form), [form]);
  const isLinkable = formOfFragment(fragment) !== undefined;
  return (
    <div className="columns build">
      <section className="card" aria-labelledby="form-title">
        <header>
          <h2 id="form-title">A grant</h2>
          <select
            className="presets"
            aria-label="Begin with"
            value=""
            onChange={({ target }) => {
              const preset = presets.find(({ name }) => name === target.value);
              if (preset !== undefined) onChange(preset.form);
            }}
          >
            <option value="">Begin with …</option>
            {presets.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </header>
        <GrantForm form={form} errors={errors} onChange={onChange} />
        <div className="share">
          {isLinkable ? (
            <>
              <CopyButton
                text={`${location.href.replace(/[?#].*$/, "")}${fragment}`}
                label="Copy link"
                what="to this grant"
              />
              <p className="tiny soft">
                A link to this grant: room, participant, times and rights stand in it behind the <code>#</code>, which
                no server sees. No key and no token is ever in it; the participant’s id and name are.
              </p>
            </>
          ) : (
            <p className="tiny">There is no link to this grant: what stands in its fields is too long for one.</p>
          )}
        </div>
      </section>
      <section className="card" aria-labelledby="forms-title">
        <header>
          <h2 id="forms-title">In every vendor’s form</h2>
          {errors.length > 0 && <p>as it was before the last change</p>}
        </header>
        <DifferenceView outcomes={outcomes} caption="What each vendor’s token makes of the grant" />
        <Tabs
          label="Vendor"
          className="vendor-tabs"
          tabs={vendors.map(({ name, adapter }) => ({ name, label: adapter.displayName }))}
          chosen={wanted}
          onChoose={setWanted}
        >
          {outcome !== undefined && (
            <div className="stack tight">
              <h3>
                {outcome.vendor.adapter.displayName}:{" "}
                {outcome.failure === undefined
                  ? countMarks(outcome.rows, (mark) => markWords[mark].word)
                  : "not possible"}
              </h3>
              {outcome.failure === undefined ? (
                <ReportView rows={outcome.rows} />
              ) : (
                <FailureView failure={outcome.failure} />
              )}
              {outcome.content !== undefined && <ContentView vendor={outcome.vendor} content={outcome.content} />}
              {outcome.content === undefined && outcome.failure === undefined && (
                <p className="small soft">
                  There is no token to show while any part is refused. What stays silent is refused nowhere.
                </p>
              )}
              <CodeBlock title="In your program" text={issueSample(outcome.vendor, input)} what="the code sample" />
              {outcome.content !== undefined && outcome.vendor.connect !== undefined && errors.length === 0 && (
                <SignView
                  vendor={outcome.vendor}
                  connect={outcome.vendor.connect}
                  subject={JSON.stringify(input)}
                  mint={(connection) => connection.issue(input)}
                />
              )}
            </div>
          )}
        </Tabs>
      </section>
    </div>
  );
}
