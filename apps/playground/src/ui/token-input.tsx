import { type JSX, useId, useRef } from "react";
import { exampleGroups, exampleNamed } from "../examples/examples.js";
import { longestText } from "../reading/read-text.js";
import { Sentence } from "./sentence.js";

interface Props {
  readonly text: string;
  /** The text without what pasting left around it, whose parts are shown. */
  readonly token: string;
  readonly example: string;
  readonly now: number;
  readonly onChange: (text: string, example: string) => void;
}

const partNames = ["header", "claims", "signature"] as const;

/** How long the parts are, as a bar in their colours. */
function PartsBar({ token }: { readonly token: string }): JSX.Element {
  const lengths = token
    .slice(0, longestText)
    .split(".", 3)
    .map((part) => part.replaceAll(/\s/g, "").length);
  return (
    <div className="parts-bar" aria-hidden="true">
      {partNames.map((name, index) => (
        <span key={name} className={name} style={{ flexGrow: lengths[index] ?? 0 }} />
      ))}
    </div>
  );
}

/** Where a token is pasted, typed or chosen. The text goes nowhere: not to a server, not to a spelling service. */
export function TokenInput({ text, token, example, now, onChange }: Props): JSX.Element {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const groups = exampleGroups(now);
  const chosen = exampleNamed(example, now);
  const choose = (name: string): void => {
    const next = exampleNamed(name, now);
    if (next !== undefined) onChange(next.text, name);
  };
  const clear = (): void => {
    field.current?.focus();
    field.current?.select();
    // As if somebody had deleted it by hand, so that it can be undone.
    if (!document.execCommand("delete")) onChange("", "");
  };
  return (
    <section className="card token-card" aria-label="Token">
      <div className="token-head">
        <label htmlFor={`${id}-text`}>Meeting token</label>
        <label htmlFor={`${id}-examples`} className="hidden-visually">
          Examples
        </label>
        <select id={`${id}-examples`} value={example} onChange={(event) => choose(event.target.value)}>
          <option value="">Examples …</option>
          {groups.map(({ title, examples }) => (
            <optgroup key={title} label={title}>
              {examples.map(({ id: name, name: label }) => (
                <option key={name} value={name}>
                  {label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <textarea
        ref={field}
        id={`${id}-text`}
        className="token-text mono"
        rows={7}
        value={text}
        spellCheck={false}
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="off"
        translate="no"
        aria-describedby={`${id}-hint`}
        placeholder="Paste a token, or drop a file with one anywhere on this page."
        onChange={(event) => onChange(event.target.value, "")}
      />
      <PartsBar token={token} />
      <div className="token-foot">
        <p id={`${id}-hint`} className="tiny soft">
          <Sentence text={chosen === undefined ? "Paste, type, or drop it anywhere on the page." : chosen.about} />{" "}
          {chosen?.publishedAt !== undefined && (
            <a href={chosen.publishedAt} target="_blank" rel="noreferrer">
              Published here
            </a>
          )}
        </p>
        <button type="button" className="plain" onClick={clear} disabled={text === ""}>
          Clear
        </button>
      </div>
    </section>
  );
}
