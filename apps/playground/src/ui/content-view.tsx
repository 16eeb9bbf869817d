import type { JSX } from "react";
import type { OutcomeContent } from "../outcome/outcome.js";
import { visibleJson } from "../text/visible-text.js";
import { remedyText } from "../text/words.js";
import type { PageVendor } from "../vendors/vendor.js";
import { CodeBlock } from "./code-block.js";
import { PlanView } from "./plan-view.js";

interface Props {
  readonly vendor: PageVendor;
  readonly content: OutcomeContent;
}

/** What the vendor's token would say, and what goes beside it. */
export function ContentView({ vendor, content }: Props): JSX.Element {
  const { claims, plan, join, requirements } = content;
  const { displayName } = vendor.adapter;
  const placeholders = vendor.fields.filter(({ placeholder }) => placeholder !== "");
  const account = placeholders.map(({ label }) => label).join(" and the ");
  return (
    <div className="stack tight">
      {claims !== undefined && (
        <CodeBlock
          title="Claims"
          text={visibleJson(claims)}
          what={`the ${displayName} claims`}
          note={`The ${account} is made up; signing puts yours in its place.`}
        />
      )}
      {plan !== undefined && <PlanView plan={plan} displayName={displayName} />}
      {Object.keys(join).length > 0 && (
        <CodeBlock title="For the client, beside the token" text={visibleJson(join)} what="what the client passes" />
      )}
      {requirements.length > 0 && (
        <div className="small">
          <h3>The room needs</h3>
          <ul className="plain-list">
            {requirements.map((remedy) => (
              <li key={`${remedy.setting} ${String(remedy.value)}`}>{remedyText(remedy)}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
