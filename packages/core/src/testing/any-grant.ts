import fc from "fast-check";
import type { CaptureMode, Grant, PublishKind, SubscribeKind } from "../grant/grant.js";
import type { CaptureInput, GrantInput } from "../grant/grant-input.js";
import { parseGrant } from "../grant/parse-grant.js";

/** The clock of these grants, in unix seconds. */
export const grantNow = 1_800_000_000;

const publishKinds: readonly PublishKind[] = ["microphone", "camera", "screen", "screenAudio", "data", "custom"];
const subscribeKinds: readonly SubscribeKind[] = ["microphone", "camera", "screen", "screenAudio", "custom"];
const modes: readonly CaptureMode[] = ["cloud", "cloudAudioOnly", "local", "rawTracks"];
// Few names, so that two grants often speak of the same; two of them are members that every object inherits.
const names = fc.constantFrom("a", "b", "constructor", "toString");

function partly<Value>(members: { [name in keyof Value]: fc.Arbitrary<Value[name]> }): fc.Arbitrary<Partial<Value>> {
  return fc.record(members, { requiredKeys: [] }) as unknown as fc.Arbitrary<Partial<Value>>;
}

function eachOf(kinds: readonly string[]): Record<string, fc.Arbitrary<boolean>> {
  return Object.fromEntries(kinds.map((kind) => [kind, fc.boolean()]));
}

const anyRoom: fc.Arbitrary<GrantInput["room"]> = fc.oneof(
  names,
  fc.uniqueArray(names, { minLength: 2 }).map((anyOf) => ({ anyOf })),
  names.map((pattern) => ({ pattern, dialect: "glob" })),
  fc.constant({ any: true } as const),
);

const anyCapture: fc.Arbitrary<CaptureInput> = fc.oneof(fc.boolean(), fc.subarray([...modes], { minLength: 1 }));
const anySender = fc.oneof(fc.boolean(), partly<Record<string, boolean>>(eachOf(subscribeKinds)));

const anySubscribe = fc.oneof(
  fc.boolean(),
  fc.subarray([...subscribeKinds], { minLength: 1 }),
  fc.record({ base: fc.boolean(), byParticipantId: fc.dictionary(names, anySender, { maxKeys: 2 }) }),
);

const anyRights = partly<NonNullable<GrantInput["rights"]>>({
  publish: partly<Record<string, boolean>>(eachOf(publishKinds)),
  subscribe: anySubscribe,
  visible: fc.boolean(),
  moderate: partly<Record<string, boolean>>(eachOf(["media", "remove", "permissions"])),
  admit: fc.boolean(),
  record: anyCapture,
  livestream: anyCapture,
  transcribe: anyCapture,
});

const anyAutomation = fc.oneof(
  fc.constant(true),
  fc.constantFrom(...modes).map((mode) => ({ mode })),
);

const anyInput = fc.record(
  {
    room: anyRoom,
    purpose: fc.subarray(["participant", "api"] as const, { minLength: 1 }),
    participant: partly<{ id: string; name: string }>({ id: names, name: names }),
    notBefore: fc.constantFrom(grantNow - 60, grantNow + 60, grantNow + 120),
    expiresAt: fc.constantFrom(grantNow + 600, grantNow + 1200, null),
    stay: partly<NonNullable<GrantInput["stay"]>>({
      maxSeconds: fc.constantFrom(60, 600),
      endsAtExpiry: fc.boolean(),
    }),
    entry: fc.constantFrom("ask", "direct"),
    rights: anyRights,
    automation: partly<NonNullable<GrantInput["automation"]>>({ record: anyAutomation, transcribe: anyAutomation }),
    extensions: fc.record({ toy: fc.record({ zone: names }) }),
  },
  { requiredKeys: ["room"] },
);

function isGrant(input: unknown): input is GrantInput {
  // The one combination that is refused: to be removed at an expiry that never comes.
  const { expiresAt, stay } = input as GrantInput;
  return !(expiresAt === null && stay?.endsAtExpiry === true);
}

/** Any parsed grant, out of few enough values that two of them are often comparable. */
export const anyGrant: fc.Arbitrary<Grant> = anyInput
  .filter(isGrant)
  .map((input) => parseGrant(input, { now: grantNow, requireExpiry: false }));
