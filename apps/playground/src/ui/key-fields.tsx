import { type FormEvent, type JSX, type ReactNode, useId, useRef } from "react";
import type { AccountValues, PageVendor } from "../vendors/vendor.js";
import { useVault } from "./key-vault.js";
import { Sentence } from "./sentence.js";

interface Props {
  readonly vendor: PageVendor;
  readonly action: string;
  readonly isBusy: boolean;
  readonly onSubmit: (values: AccountValues) => void;
  readonly children?: ReactNode;
}

/**
 * The fields for an account. They are not controlled: what is typed is in the field, is read when the button is
 * pressed, and goes away with the field.
 */
export function KeyFields({ vendor, action, isBusy, onSubmit, children }: Props): JSX.Element {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const { noteKey, mayHold, forget } = useVault();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const values: Record<string, string> = {};
    for (const { name } of vendor.fields) {
      const field = form.current?.elements.namedItem(name);
      values[name] = field instanceof HTMLInputElement ? field.value : "";
    }
    onSubmit(values);
  };
  return (
    <form className="key-fields" ref={form} onSubmit={submit} autoComplete="off">
      {vendor.fields.map(({ name, label, isSecret, hint, placeholder }) => (
        <div key={name} className="field">
          <label htmlFor={`${id}-${name}`}>{label}</label>
          <input
            id={`${id}-${name}`}
            name={name}
            type={isSecret ? "password" : "text"}
            autoComplete="off"
            autoCorrect="off"
            autoCapitalize="off"
            spellCheck={false}
            data-1p-ignore="true"
            data-lpignore="true"
            aria-describedby={`${id}-${name}-hint`}
            placeholder={placeholder}
            onInput={isSecret ? noteKey : undefined}
          />
          <p id={`${id}-${name}-hint`} className="tiny soft">
            <Sentence text={hint} />
          </p>
        </div>
      ))}
      <div className="row">
        <button type="submit" className="primary" disabled={isBusy}>
          {action}
        </button>
        <button type="button" onClick={forget} disabled={!mayHold}>
          Forget all keys
        </button>
      </div>
      {children}
    </form>
  );
}
