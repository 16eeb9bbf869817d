// What an issuer for many participants says is what `issue` says, at every vendor whose tokens are signed here.
import type { ParticipantToken, Provider } from "@roompass/core";
import { createDaily } from "@roompass/daily";
import { createLiveKit } from "@roompass/livekit";
import { createVideoSDK } from "@roompass/videosdk";
import fc from "fast-check";
import { expect, it } from "vitest";

const secret = "TEST-ONLY-secret-for-participant-issuers-0123456789";
const now = 1_800_000_000;
const clock = () => now;

// biome-ignore lint/suspicious/noExplicitAny: grants of any vendor's are tried with every vendor's provider.
type AnyProvider = Provider<any, any, any>;

/** With what a usual meeting of the vendor has to say. */
const providers: readonly (readonly [string, AnyProvider, object])[] = [
  ["Daily", createDaily({ domainId: "3f2a9c70-1d4b-4a8e-9f10-6b7c2d8e5a41", apiKey: secret, clock }), {}],
  ["LiveKit", createLiveKit({ apiKey: "TEST-ONLY-key", apiSecret: secret, clock }), {}],
  ["VideoSDK", createVideoSDK({ apiKey: "TEST-ONLY-key", secret, clock }), { entry: "direct", rights: {} }],
];

const outcome = (issuing: Promise<ParticipantToken>): Promise<unknown> =>
  issuing.then(
    ({ token, expiresAt, warnings, report }) => ({ token, expiresAt, warnings, report }),
    ({ code, path }) => ({ code, path }),
  );

const participant = fc.record({
  id: fc.oneof(
    fc.string({ unit: fc.constantFrom(..."aZ09_-"), minLength: 1, maxLength: 40 }),
    fc.constantFrom("with space", "ü", "a@b", "x".repeat(37), '"'),
  ),
  name: fc.oneof(fc.string({ unit: "grapheme", maxLength: 40 }), fc.constantFrom("Ada Lovelace", "", " Ada", '"\\')),
});

const usual = fc.record({
  room: fc.constantFrom("2kyv-gzay-64pg", "participant-probe"),
  expiresAt: fc.constantFrom(now + 60, now + 3600, now + 1_000_000),
  rights: fc.constantFrom(
    { publish: true },
    { publish: true, subscribe: true },
    { publish: { camera: true, microphone: true } },
  ),
});

/** Meetings of which most vendors' tokens cannot say something. */
const unusual = fc.record(
  {
    room: fc.constantFrom("2kyv-gzay-64pg", "participant-probe", { any: true } as const),
    expiresAt: fc.constantFrom(now + 60, now + 3600, now + 1_000_000, null),
    entry: fc.constantFrom("direct", "ask"),
    stay: fc.constantFrom({ maxSeconds: 600 }, { endsAtExpiry: true }),
    start: fc.constant({ camera: "off" }),
    rights: fc.record(
      {
        publish: fc.constantFrom(true, false, { camera: true, microphone: true }),
        subscribe: fc.boolean(),
        moderate: fc.boolean(),
        record: fc.constant(true),
        transcribe: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ["room", "expiresAt"] },
);

it.each(providers)("%s: word for word", async (_name, provider, usualExtras) => {
  let issued = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        usual.map((each) => ({ ...each, ...usualExtras })),
        unusual,
      ),
      fc.array(participant, { minLength: 3, maxLength: 5 }),
      async (grant, participants) => {
        let issuer: ReturnType<AnyProvider["issuer"]>;
        try {
          issuer = provider.issuer(grant);
        } catch {
          // A meeting that no token of this vendor can say.
          return;
        }
        for (const each of participants) {
          const expected = await outcome(provider.issue({ ...grant, participant: each }));
          expect(await outcome(issuer.issue(each))).toEqual(expected);
          issued += 1;
        }
      },
    ),
    { numRuns: 120 },
  );
  expect(issued).toBeGreaterThan(60);
});
