import { type JSX, type ReactNode, useId } from "react";
import { type Choice, type FormState, halfTyped } from "../grant-form/form-state.js";
import type { FieldError, FieldName } from "../grant-form/form-to-grant.js";
import { RightsFields } from "./rights-fields.js";

interface Props {
  readonly form: FormState;
  readonly errors: readonly FieldError[];
  readonly onChange: (form: FormState) => void;
}

interface FieldProps {
  readonly name: FieldName;
  readonly label: string;
  readonly errors: readonly FieldError[];
  readonly hint?: string;
  /** What to do where something is wrong, in the words of the form; the library's cure is for who writes code. */
  readonly cure?: string;
  readonly children: (ids: {
    readonly id: string;
    readonly describedBy: string;
    readonly isWrong: boolean;
  }) => ReactNode;
}

/** A labelled field; below it there is always a line, for the hint or for what is wrong. */
function Field({ name, label, errors, hint = "", cure, children }: FieldProps): JSX.Element {
  const id = useId();
  const error = errors.find(({ field }) => field === name);
  return (
    <div className={`field ${error === undefined ? "" : "wrong"}`} data-field={name}>
      <label htmlFor={id}>{label}</label>
      {children({ id, describedBy: `${id}-line`, isWrong: error !== undefined })}
      <p id={`${id}-line`} className="field-line tiny">
        {error === undefined ? hint : `${error.message.replaceAll("`", "")} ${cure ?? error.cure.replaceAll("`", "")}`}
      </p>
    </div>
  );
}

interface End {
  readonly label: string;
  readonly hint: string;
  readonly cure: string;
}

const ends: Readonly<Record<FormState["ends"], End>> = {
  in: { label: "after", hint: "15m, 1h, 7d, or seconds.", cure: "Give 15m, 1h, 7d, or seconds." },
  at: {
    label: "at a time",
    hint: "In your time zone.",
    cure: "Give a date and a time to come.",
  },
  never: { label: "never", hint: "Good for ever, for whoever holds it.", cure: "Choose another end." },
};

/** The fields of which a grant is made. */
export function GrantForm({ form, errors, onChange }: Props): JSX.Element {
  const set = (part: Partial<FormState>): void => onChange({ ...form, ...part });
  const setRight = (path: keyof FormState["rights"], choice: Choice): void =>
    set({ rights: { ...form.rights, [path]: choice } });
  const text = { autoComplete: "off", spellCheck: false } as const;
  return (
    <form className="grant-form" onSubmit={(event) => event.preventDefault()} aria-label="Grant">
      <div className="fields">
        <Field
          name="room"
          label="Room"
          errors={errors}
          hint="Just its name, no address."
          cure="Name it, or choose every room."
        >
          {({ id, describedBy, isWrong }) => (
            <input
              {...text}
              id={id}
              value={form.everyRoom ? "" : form.room}
              disabled={form.everyRoom}
              placeholder={form.everyRoom ? "every room" : "standup"}
              aria-describedby={describedBy}
              aria-invalid={isWrong}
              onChange={({ target }) => set({ room: target.value })}
            />
          )}
        </Field>
        <label className="check boxed">
          <input
            type="checkbox"
            checked={form.everyRoom}
            onChange={({ target }) => set({ everyRoom: target.checked })}
          />
          <span>Every room of the account</span>
        </label>
        <Field name="participantId" label="Participant id" errors={errors} hint="Empty: good for whoever holds it.">
          {({ id, describedBy, isWrong }) => (
            <input
              {...text}
              id={id}
              value={form.participantId}
              aria-describedby={describedBy}
              aria-invalid={isWrong}
              onChange={({ target }) => set({ participantId: target.value })}
            />
          )}
        </Field>
        <Field name="participantName" label="Shown name" errors={errors} hint="Describes; grants nothing.">
          {({ id, describedBy, isWrong }) => (
            <input
              {...text}
              id={id}
              value={form.participantName}
              aria-describedby={describedBy}
              aria-invalid={isWrong}
              onChange={({ target }) => set({ participantName: target.value })}
            />
          )}
        </Field>
        <Field name="expiry" label="Ends" errors={errors} hint={ends[form.ends].hint} cure={ends[form.ends].cure}>
          {({ id, describedBy, isWrong }) => (
            <span className="joined">
              <select
                aria-label="How it ends"
                value={form.ends}
                onChange={({ target }) => set({ ends: target.value as FormState["ends"] })}
              >
                {Object.entries(ends).map(([name, { label }]) => (
                  <option key={name} value={name}>
                    {label}
                  </option>
                ))}
              </select>
              <input
                {...text}
                id={id}
                type={form.ends === "at" ? "datetime-local" : "text"}
                value={form.ends === "in" ? form.expiresIn : form.ends === "at" ? form.expiresAt : ""}
                disabled={form.ends === "never"}
                aria-describedby={describedBy}
                aria-invalid={isWrong}
                onChange={({ target }) =>
                  set(form.ends === "in" ? { expiresIn: target.value } : { expiresAt: target.value })
                }
              />
            </span>
          )}
        </Field>
        <Field
          name="notBefore"
          label="Not before"
          errors={errors}
          hint="Empty: good at once. In your time zone."
          cure="Give date and time, before the end."
        >
          {({ id, describedBy, isWrong }) => (
            <input
              id={id}
              type="datetime-local"
              value={form.notBefore === halfTyped ? "" : form.notBefore}
              aria-describedby={describedBy}
              aria-invalid={isWrong}
              onChange={({ target }) => set({ notBefore: target.value })}
              // Half a date has no value, and would be taken for none: good at once.
              onBlur={({ target }) => set({ notBefore: target.validity.badInput ? halfTyped : target.value })}
            />
          )}
        </Field>
        <Field
          name="maxSeconds"
          label="Longest stay, in seconds"
          errors={errors}
          hint="Removed this long after joining."
          cure="Give whole seconds."
        >
          {({ id, describedBy, isWrong }) => (
            <input
              {...text}
              id={id}
              inputMode="numeric"
              value={form.maxSeconds}
              aria-describedby={describedBy}
              aria-invalid={isWrong}
              onChange={({ target }) => set({ maxSeconds: target.value })}
            />
          )}
        </Field>
        <label className="check boxed">
          <input
            type="checkbox"
            checked={form.endsAtExpiry}
            onChange={({ target }) => set({ endsAtExpiry: target.checked })}
          />
          <span>Removed from the call when it expires</span>
        </label>
        <Field name="entry" label="Entry" errors={errors}>
          {({ id, describedBy, isWrong }) => (
            <select
              id={id}
              value={form.entry}
              aria-describedby={describedBy}
              aria-invalid={isWrong}
              onChange={({ target }) => set({ entry: target.value as FormState["entry"] })}
            >
              <option value="">says nothing</option>
              <option value="direct">walks in</option>
              <option value="ask">has to ask</option>
            </select>
          )}
        </Field>
      </div>
      <RightsFields rights={form.rights} onChange={setRight} />
    </form>
  );
}
