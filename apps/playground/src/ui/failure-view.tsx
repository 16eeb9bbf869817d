import type { JSX } from "react";
import type { OutcomeFailure } from "../outcome/outcome.js";
import { Icon } from "./icon.js";
import { Sentence } from "./sentence.js";

/** Something that went wrong as a whole, with its code and what to do. */
export function FailureView({ failure }: { readonly failure: OutcomeFailure }): JSX.Element {
  return (
    <div className="failure" role="alert">
      <Icon name="alert" />
      <div>
        <p>
          <Sentence text={failure.message} />
        </p>
        <p>
          <Sentence text={failure.cure} />
        </p>
        <p className="tiny mono">{failure.code}</p>
      </div>
    </div>
  );
}
