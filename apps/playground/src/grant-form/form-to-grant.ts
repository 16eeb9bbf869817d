import { type Grant, type GrantInput, safeParseGrant } from "@roompass/core";
import { type FormState, formRights, halfTyped } from "./form-state.js";

/** The fields at which an error can stand. */
export type FieldName =
  | "room"
  | "participantId"
  | "participantName"
  | "notBefore"
  | "expiry"
  | "maxSeconds"
  | "entry"
  | "rights";

export interface FieldError {
  readonly field: FieldName;
  readonly code: string;
  readonly message: string;
  readonly cure: string;
}

export interface FormResult {
  /** What `issue` would be given, as it stands in code. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly grant: Grant | undefined;
  readonly errors: readonly FieldError[];
}

const fields: readonly (readonly [prefix: string, field: FieldName])[] = [
  ["room", "room"],
  ["participant.id", "participantId"],
  ["participant", "participantName"],
  ["notBefore", "notBefore"],
  ["expires", "expiry"],
  ["stay", "maxSeconds"],
  ["entry", "entry"],
  ["rights", "rights"],
];

function fieldOf(path: string): FieldName {
  return fields.find(([prefix]) => path.startsWith(prefix))?.[1] ?? "room";
}

/** Unix seconds of a local date and time; NaN where the field holds none, which the parser then refuses. */
function seconds(local: string): number {
  return Math.floor(new Date(local).getTime() / 1000);
}

function rightsInput({ rights }: FormState): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const path of formRights) {
    const choice = rights[path];
    if (choice === "") continue;
    const [, group = "", kind] = path.split(".");
    if (kind === undefined) input[group] = choice === "yes";
    else input[group] = { ...(input[group] as object | undefined), [kind]: choice === "yes" };
  }
  return input;
}

/** What was typed as a duration: digits alone are seconds. */
export function typedDuration(typed: string): string | number {
  const text = typed.trim();
  return /^\d+$/.test(text) ? Number(text) : text;
}

function expiryInput({ ends, expiresIn, expiresAt }: FormState): Record<string, unknown> {
  if (ends === "never") return { expiresAt: null };
  if (ends === "at") return expiresAt === "" ? {} : { expiresAt: seconds(expiresAt) };
  return expiresIn.trim() === "" ? {} : { expiresIn: typedDuration(expiresIn) };
}

/** The form as `GrantInput`: what was left empty is left out, since silence says something else than a default. */
export function grantInput(form: FormState): Record<string, unknown> {
  const { participantId, participantName, maxSeconds, endsAtExpiry, entry, notBefore } = form;
  const participant = {
    ...(participantId === "" ? {} : { id: participantId }),
    ...(participantName === "" ? {} : { name: participantName }),
  };
  const stay = {
    ...(endsAtExpiry ? { endsAtExpiry } : {}),
    ...(maxSeconds.trim() === "" ? {} : { maxSeconds: Number(maxSeconds) }),
  };
  const rights = rightsInput(form);
  return {
    ...(form.everyRoom ? { room: { any: true } } : form.room === "" ? {} : { room: form.room }),
    ...(Object.keys(participant).length === 0 ? {} : { participant }),
    ...(notBefore === "" ? {} : { notBefore: seconds(notBefore) }),
    ...expiryInput(form),
    ...(Object.keys(stay).length === 0 ? {} : { stay }),
    ...(entry === "" ? {} : { entry }),
    ...(Object.keys(rights).length === 0 ? {} : { rights }),
  } satisfies Partial<Record<keyof GrantInput, unknown>>;
}

/** The grant that a form says, or what is wrong with it, field by field. */
export function readForm(form: FormState, now: number): FormResult {
  const input = grantInput(form);
  const result = safeParseGrant(input, { now });
  if (result.ok) return { input, grant: result.grant, errors: [] };
  const errors = result.issues.map(({ path, code, message, cure }): FieldError => {
    const field = fieldOf(path);
    const isHalf = field === "notBefore" && form.notBefore === halfTyped;
    return { field, code, message: isHalf ? "It is only half typed." : message, cure };
  });
  return { input, grant: undefined, errors };
}
