import type { Limits } from "@roompass/core/adapter";
import { fieldNames, rightNames } from "../subject/grant-paths.js";

/** One thing that a grant can say: the name for ids, and what is said at which path. */
export interface FieldValue {
  /** A path of the grant; `plain` for a grant that says nothing beyond what it has to, `together` for all in one. */
  readonly path: string;
  readonly name: string;
  readonly value: unknown;
}

const kinds = { microphone: true, camera: true, screen: false, screenAudio: false, custom: false };

/** Beside `true` and `false`: what is allowed in part. */
const parts: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "rights.subscribe": {
    kinds: { base: kinds },
    senders: { base: false, byParticipantId: { "u-9": true } },
    "all-but-one": { base: true, byParticipantId: { "u-9": { camera: false } } },
  },
  "rights.record": { cloud: ["cloud"], "two-modes": ["cloud", "local"] },
  "rights.livestream": { cloud: ["cloud"] },
  "rights.transcribe": { cloud: ["cloud"] },
};

/** So long is a text where the table names no limit: longer than what is cut by habit, and short enough for any token. */
const usualLength = 200;

/** Text that comes back as it was, or is refused: what programs like to tidy up on the way. */
const texts = (longest = usualLength): Readonly<Record<string, string>> => ({
  "mixed-case": "McKenna-7B",
  nfc: "caf\u00e9",
  nfd: "cafe\u0301",
  // A ligature, a full-width letter and a superscript, of which a compatibility form makes plain letters.
  compatible: "\ufb01n\uff21\u00b2",
  // A face of two joined ones, and Hebrew; whole characters of two halves.
  "emoji-rtl": "\u{1f469}\u200d\u{1f4bb}\u05e9\u05dc\u05d5\u05dd",
  "spaces-around": "\u00a0 blue ",
  "max-length": "m".repeat(longest),
});

/** Text of each field that somebody reads or compares, as long as the vendor takes it. */
const written = ({ maxLength = {} }: Limits): Readonly<Record<string, Readonly<Record<string, unknown>>>> => ({
  room: texts(maxLength.room),
  "participant.id": texts(maxLength["participant.id"]),
  "participant.name": { ...texts(maxLength["participant.name"]), empty: "" },
  "participant.metadata": {
    nested: { nothing: null, no: false, zero: 0, text: "", list: [], "cafe\u0301": "caf\u00e9" },
    "spaces-around": "\u00a0 blue ",
    "max-length": "m".repeat(maxLength["participant.metadata"] ?? usualLength),
  },
});

/** Whether a value is text that has to come back as it was, also where the field is carried in part only. */
export const isWrittenText = ({ path, name }: FieldValue): boolean => Object.hasOwn(written({})[path] ?? {}, name);

/** What is no right. Times are unix seconds around `now`. */
const fields = (now: number): Readonly<Record<string, Readonly<Record<string, unknown>>>> => ({
  purpose: { api: ["api"], both: ["api", "participant"] },
  room: {
    list: { anyOf: ["blue", "red"] },
    pattern: { pattern: "blue-.*", dialect: "regex" },
    every: { any: true },
  },
  "participant.id": { given: "u-2", "with-space": "Ada L", long: "u".repeat(37) },
  "participant.name": { given: "Ada" },
  "participant.email": { given: "ada@example.com" },
  "participant.avatarUrl": { given: "https://example.com/ada.png" },
  "participant.metadata": { given: { team: "blue" }, text: "blue" },
  notBefore: { past: now - 600, future: now + 600 },
  expiresAt: { soon: now + 60, never: null },
  "stay.endsAtExpiry": { true: true, false: false },
  "stay.maxSeconds": { given: 600 },
  entry: { ask: "ask", direct: "direct" },
  "start.camera": { on: "on", off: "off" },
  "start.microphone": { on: "on", off: "off" },
  "automation.record": { plain: {}, cloud: { mode: "cloud" } },
  "automation.transcribe": { plain: {} },
  "client.language": { given: "de" },
  "client.redirectUrl": { given: "https://example.com/bye" },
  "client.closeTabOnExit": { true: true, false: false },
});

/**
 * Every neutral field with the values that stand for all. The first says nothing at all, the last everything at once.
 *
 * @param limits What the vendor whose tokens say it takes at most.
 */
export function fieldValues(now: number, limits: Limits = {}): readonly FieldValue[] {
  const text = written(limits);
  const said = {
    ...fields(now),
    ...Object.fromEntries(rightNames.map((path) => [path, { true: true, false: false }])),
  };
  return [
    { path: "plain", name: "absent", value: undefined },
    ...[...fieldNames, ...rightNames].flatMap((path) =>
      Object.entries({ ...said[path], ...parts[path], ...text[path] }).map(([name, value]) => ({ path, name, value })),
    ),
    { path: "together", name: "all", value: undefined },
  ];
}
