import { type Reading, type Remedy, type ReportKind, rightNames } from "@roompass/core";
import { visibleText } from "./visible-text.js";

const fieldNames: Readonly<Record<string, string>> = {
  purpose: "purpose",
  room: "room",
  "participant.id": "participant id",
  "participant.name": "shown name",
  "participant.email": "email",
  "participant.avatarUrl": "picture",
  "participant.metadata": "metadata",
  notBefore: "not before",
  expiresAt: "expiry",
  "stay.endsAtExpiry": "removed at expiry",
  "stay.maxSeconds": "longest stay",
  entry: "entry",
  "start.camera": "camera at start",
  "start.microphone": "microphone at start",
  "automation.record": "records by itself",
  "automation.transcribe": "transcribes by itself",
  "client.language": "language",
  "client.redirectUrl": "page after leaving",
  "client.closeTabOnExit": "closes its tab",
  rights: "rights",
  "rights.publish": "send",
  "rights.moderate": "moderate",
};

/** A path of a grant in words; any other path as it is, made visible. */
export function pathName(path: string): string {
  const known = Object.hasOwn(rightNames, path) ? rightNames[path as keyof typeof rightNames] : undefined;
  return known ?? (Object.hasOwn(fieldNames, path) ? fieldNames[path] : undefined) ?? visibleText(path, 60);
}

/** What each reading means for the holder, and how it is coloured. */
export const readingWords: Readonly<
  Record<Reading, { readonly answer: string; readonly tone: Tone; readonly why: string }>
> = {
  allow: { answer: "Yes", tone: "good", why: "The token says so." },
  possible: { answer: "Perhaps", tone: "caution", why: "It has a role that may include it." },
  "default(allow)": { answer: "Yes, by default", tone: "good", why: "It is silent, and the vendor allows it then." },
  ungoverned: { answer: "Not its say", tone: "caution", why: "No token of this vendor can withhold it." },
  unknown: { answer: "Open", tone: "caution", why: "It is silent: the room decides, or nobody documents it." },
  "default(deny)": { answer: "No, by default", tone: "quiet", why: "It is silent, and the vendor denies it then." },
  deny: { answer: "No", tone: "bad", why: "The token says no." },
};

/** How something is coloured; always beside a word that says the same. */
export type Tone = "good" | "caution" | "bad" | "moved" | "quiet";

/** What became of one part: a kind of a report, or refused. */
export type Mark = ReportKind | "refused";

export const markWords: Readonly<Record<Mark, { readonly word: string; readonly tone: Tone; readonly why: string }>> = {
  exact: { word: "kept", tone: "good", why: "The new token says the same." },
  assumed: { word: "assumed", tone: "caution", why: "It rests on what the vendors document as their defaults." },
  advisory: { word: "uncertain", tone: "caution", why: "No document settles it; a setting of the room can differ." },
  narrowed: { word: "narrowed", tone: "caution", why: "The new token gives less." },
  moved: { word: "moved", tone: "moved", why: "It has its place outside the token." },
  dropped: { word: "dropped", tone: "quiet", why: "A description or hint that has no place there." },
  widened: { word: "widened", tone: "bad", why: "The new token gives more, because you allowed it." },
  refused: { word: "refused", tone: "bad", why: "Nothing is made while it is." },
};

export const marks = Object.keys(markWords) as readonly Mark[];

/** `a`, `a and b`, `a, b and c`. */
export function listOf(items: readonly string[], joiner = "and"): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} ${joiner} ${items.at(-1)}`;
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `send microphone`, `send camera`, `record` as `send microphone, camera; record`. */
export function joinRights(names: readonly string[]): string {
  const sent = names.filter((name) => name.startsWith("send ")).map((name) => name.slice("send ".length));
  const others = names.filter((name) => !name.startsWith("send "));
  return [...(sent.length === 0 ? [] : [`send ${sent.join(", ")}`]), ...others].join("; ");
}

const places: Readonly<Record<Exclude<Remedy["where"], "policy">, string>> = {
  room: "In the room, set",
  client: "In the client, pass",
  dashboard: "In the dashboard, set",
};

/** What somebody can do at a vendor, in one line; `undefined` for what is a member of the policy. */
export function remedyText({ where, setting, value }: Remedy): string | undefined {
  if (where === "policy") return undefined;
  // Some have a call of their server API where others have a setting.
  if (/^(?:GET|POST|PUT|PATCH|DELETE) /.test(setting)) return `By the vendor's server API: ${visibleText(setting)}`;
  const shown = value === undefined ? "" : ` = ${visibleText(JSON.stringify(value) ?? "", 80)}`;
  return `${places[where]} ${visibleText(setting)}${shown}`;
}
