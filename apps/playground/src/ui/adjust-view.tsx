import type { Remedy } from "@roompass/core";
import { type JSX, useId } from "react";
import {
  type Adjustments,
  accept,
  acceptanceText,
  fieldFor,
  isAccepted,
  noAdjustments,
  takeBack,
} from "../outcome/adjustments.js";
import { visibleText } from "../text/visible-text.js";
import type { PageVendor } from "../vendors/vendor.js";

type TextField = NonNullable<ReturnType<typeof fieldFor>>;

const fields: Readonly<Record<TextField, { readonly label: string; readonly placeholder: string }>> = {
  roomName: { label: "Room’s name there", placeholder: "e.g. 2kyv-gzay-64pg" },
  narrowRoom: { label: "For this room only", placeholder: "e.g. standup" },
  expiresIn: { label: "Ends after", placeholder: "e.g. 1h" },
  participantId: { label: "For this participant id", placeholder: "e.g. u_1" },
};

interface Props {
  readonly from: PageVendor;
  readonly to: PageVendor;
  readonly adjustments: Adjustments;
  readonly onChange: (adjustments: Adjustments) => void;
}

/** What a person decides for this translation: names and limits in fields, what they accept as a list to take back. */
export function AdjustView({ from, to, adjustments, onChange }: Props): JSX.Element {
  const id = useId();
  const isUntouched = JSON.stringify(adjustments) === JSON.stringify(noAdjustments);
  return (
    <fieldset className="adjust">
      <legend className="adjust-title">Your decisions</legend>
      <div className="adjust-fields">
        {(Object.keys(fields) as TextField[]).map((name) => (
          <div key={name} className="field">
            <label htmlFor={`${id}-${name}`}>{fields[name].label}</label>
            <input
              id={`${id}-${name}`}
              data-field={name}
              value={adjustments[name]}
              placeholder={fields[name].placeholder}
              autoComplete="off"
              spellCheck={false}
              onChange={({ target }) => onChange({ ...adjustments, [name]: target.value })}
            />
          </div>
        ))}
      </div>
      {adjustments.accepted.length > 0 && (
        <ul className="accepted">
          {adjustments.accepted.map((remedy) => {
            const text = acceptanceText(remedy, from.name, to.name) ?? visibleText(remedy.setting);
            return (
              <li key={JSON.stringify(remedy)}>
                <span className="breaks">{text}</span>
                <button type="button" className="plain" onClick={() => onChange(takeBack(adjustments, remedy))}>
                  Take back<span className="hidden-visually">: {text}</span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <button type="button" className="plain" disabled={isUntouched} onClick={() => onChange(noAdjustments)}>
        Start over
      </button>
    </fieldset>
  );
}

/** The button that applies a remedy, or the field that it asks to fill in. */
export function RemedyControl({ remedy, ...props }: Props & { readonly remedy: Remedy }): JSX.Element | undefined {
  const { from, to, adjustments, onChange } = props;
  const field = fieldFor(remedy);
  if (field !== undefined) return <p className="remedy">Fill in “{fields[field].label}” above.</p>;
  const text = acceptanceText(remedy, from.name, to.name);
  if (text === undefined || isAccepted(adjustments, remedy)) return undefined;
  return (
    <button type="button" className="apply breaks" onClick={() => onChange(accept(adjustments, remedy))}>
      {text}
    </button>
  );
}
