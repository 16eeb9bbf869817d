import { rightNames } from "@roompass/core";
import type { JSX } from "react";
import { type Choice, type FormState, formRights } from "../grant-form/form-state.js";

type RightPath = keyof FormState["rights"];

const choices: readonly (readonly [Choice, string])[] = [
  ["", "silent"],
  ["yes", "yes"],
  ["no", "no"],
];

const groups: readonly (readonly [title: string, prefix: RegExp])[] = [
  ["May send", /^rights\.publish/],
  ["May receive, and is seen", /^rights\.(?:subscribe|visible)/],
  ["Power over others", /^rights\.(?:moderate|admit)/],
  ["May start", /^rights\.(?:record|livestream|transcribe)/],
];

interface Props {
  readonly rights: FormState["rights"];
  readonly onChange: (path: RightPath, choice: Choice) => void;
}

/** Every right: yes, no, or silent, which leaves it to the vendor and the room. */
export function RightsFields({ rights, onChange }: Props): JSX.Element {
  return (
    <div className="right-fields">
      <p className="tiny soft">Silent leaves a right to the vendor and the room; it is neither yes nor no.</p>
      {groups.map(([title, prefix]) => (
        <fieldset key={title}>
          <legend className="group-title">{title}</legend>
          {formRights
            .filter((path) => prefix.test(path))
            .map((path) => (
              <fieldset key={path} className="right-field">
                <legend className="right-name">{rightNames[path]}</legend>
                <span className="segments">
                  {choices.map(([value, label]) => (
                    <label key={value}>
                      <input
                        type="radio"
                        name={path}
                        value={value}
                        checked={rights[path] === value}
                        onChange={() => onChange(path, value)}
                      />
                      <span>{label}</span>
                    </label>
                  ))}
                </span>
              </fieldset>
            ))}
        </fieldset>
      ))}
    </div>
  );
}
