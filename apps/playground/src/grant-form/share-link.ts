import { rightPaths } from "@roompass/core";
import { blankForm, type Choice, type FormState } from "./form-state.js";

/**
 * What a shared link holds: the fields of the form that are filled in, and nothing else. Names here are the whole
 * list; a link with any other is not read. No key and no token has a name in it.
 */
interface SharedForm {
  readonly room?: string;
  readonly everyRoom?: true;
  readonly id?: string;
  readonly name?: string;
  readonly notBefore?: string;
  readonly ends?: "at" | "never";
  readonly expiresIn?: string;
  readonly expiresAt?: string;
  readonly maxSeconds?: string;
  readonly endsAtExpiry?: true;
  readonly entry?: "direct" | "ask";
  readonly yes?: readonly string[];
  readonly no?: readonly string[];
}

const prefix = "#grant=";
const longestLink = 4096;
const longestText = 256;

/** A local date and time as an instant, so that a link means the same time everywhere. */
function instantOf(local: string): string | undefined {
  const date = new Date(local);
  return local === "" || Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

const firstLocal = Date.UTC(1000, 0);
const endLocal = Date.UTC(10_000, 0);

/** An instant as the local date and time that a field takes: `2029-01-26T01:25`. */
function localOf(instant: string | undefined): string {
  const date = new Date(instant ?? "");
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  // Of other years, and beyond the end of time, the field cannot show any.
  return local.getTime() >= firstLocal && local.getTime() < endLocal ? local.toISOString().slice(0, 16) : "";
}

const withoutPrefix = (path: string): string => path.slice("rights.".length);

function sharedForm(form: FormState): SharedForm {
  const chosen = (choice: Choice): string[] =>
    rightPaths.filter((path) => form.rights[path] === choice).map(withoutPrefix);
  const yes = chosen("yes");
  const no = chosen("no");
  const notBefore = instantOf(form.notBefore);
  const expiresAt = form.ends === "at" ? instantOf(form.expiresAt) : undefined;
  return {
    ...(form.everyRoom ? { everyRoom: true } : form.room === "" ? {} : { room: form.room }),
    ...(form.participantId === "" ? {} : { id: form.participantId }),
    ...(form.participantName === "" ? {} : { name: form.participantName }),
    ...(notBefore === undefined ? {} : { notBefore }),
    ...(form.ends === "in" ? { expiresIn: form.expiresIn } : { ends: form.ends }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(form.maxSeconds === "" ? {} : { maxSeconds: form.maxSeconds }),
    ...(form.endsAtExpiry ? { endsAtExpiry: true } : {}),
    ...(form.entry === "" ? {} : { entry: form.entry }),
    ...(yes.length === 0 ? {} : { yes }),
    ...(no.length === 0 ? {} : { no }),
  };
}

/** The fragment of a link to this form. Fragments stay in the browser: no server sees them. */
export function fragmentOf(form: FormState): string {
  return `${prefix}${encodeURIComponent(JSON.stringify(sharedForm(form)))}`;
}

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === "string" && value.length <= longestText;
const isTrue: Check = (value) => value === true;
const isRights: Check = (value) =>
  Array.isArray(value) && value.every((name) => (rightPaths as readonly string[]).includes(`rights.${String(name)}`));

const checks: Readonly<Record<keyof SharedForm, Check>> = {
  room: isText,
  everyRoom: isTrue,
  id: isText,
  name: isText,
  notBefore: isText,
  ends: (value) => value === "at" || value === "never",
  expiresIn: isText,
  expiresAt: isText,
  maxSeconds: isText,
  endsAtExpiry: isTrue,
  entry: (value) => value === "direct" || value === "ask",
  yes: isRights,
  no: isRights,
};

function parse(text: string): SharedForm | undefined {
  let value: unknown;
  try {
    value = JSON.parse(decodeURIComponent(text));
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const isKnown = Object.entries(value).every(
    ([name, member]) => Object.hasOwn(checks, name) && checks[name as keyof SharedForm](member),
  );
  return isKnown ? (value as SharedForm) : undefined;
}

/** Whether a fragment means to be a link to a grant, readable or not. */
export function isGrantLink(fragment: string): boolean {
  return fragment.startsWith(prefix);
}

/** The form that a link's fragment holds; `undefined` for any other fragment, and for one that was tampered with. */
export function formOfFragment(fragment: string): FormState | undefined {
  if (!isGrantLink(fragment) || fragment.length > longestLink) return undefined;
  const shared = parse(fragment.slice(prefix.length));
  if (shared === undefined) return undefined;
  const choiceOf = (path: string): Choice => {
    if (shared.no?.includes(withoutPrefix(path)) === true) return "no";
    return shared.yes?.includes(withoutPrefix(path)) === true ? "yes" : "";
  };
  return {
    everyRoom: shared.everyRoom ?? false,
    room: shared.room ?? "",
    participantId: shared.id ?? "",
    participantName: shared.name ?? "",
    notBefore: localOf(shared.notBefore),
    ends: shared.ends ?? "in",
    expiresIn: shared.expiresIn ?? blankForm.expiresIn,
    expiresAt: localOf(shared.expiresAt),
    maxSeconds: shared.maxSeconds ?? "",
    endsAtExpiry: shared.endsAtExpiry ?? false,
    entry: shared.entry ?? "",
    rights: Object.fromEntries(rightPaths.map((path) => [path, choiceOf(path)])) as FormState["rights"],
  };
}
