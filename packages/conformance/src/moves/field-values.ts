import { fieldNames, rightNames } from "../subject/grant-paths.js";

/** One thing that a grant can say: the name for ids, and what is said at which path. */
export interface FieldValue {
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

/** Every neutral field with the values that stand for all; the first says nothing at all. */
export function fieldValues(now: number): readonly FieldValue[] {
  const said = {
    ...fields(now),
    ...Object.fromEntries(rightNames.map((path) => [path, { true: true, false: false }])),
  };
  return [
    { path: "plain", name: "absent", value: undefined },
    ...[...fieldNames, ...rightNames].flatMap((path) =>
      Object.entries({ ...said[path], ...parts[path] }).map(([name, value]) => ({ path, name, value })),
    ),
  ];
}
