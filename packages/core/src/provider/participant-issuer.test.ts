import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { outcomeOf } from "../errors/testing/error-of.js";
import type { GrantInput } from "../grant/grant-input.js";
import { makeToyAdapter, toyAdapter } from "../testing/toy-adapter.js";
import type { ToyProperties } from "../testing/toy-properties.js";
import type { ParticipantToken } from "./participant-issuer.js";
import { createSigningProvider } from "./signing-provider.js";
import { grantInput, now, ringOf, secret, tenant, toyProvider } from "./testing/toy-provider.js";

const provider = toyProvider();
const meeting = grantInput({ entry: "direct", rights: { record: false } });
const guest = (index: number) => ({ id: `u_${index}`, name: `Guest ${index}` });

/** What `issue` says of the same participant, without what an issuer leaves out. */
async function inFull(grant: GrantInput, participant: object): Promise<ParticipantToken> {
  const { token, expiresAt, warnings, report } = await provider.issue({ ...grant, participant });
  return { token, expiresAt, warnings, report };
}

/** What comes of it, or what is said against it. */
const settled = (issuing: Promise<ParticipantToken>): Promise<unknown> =>
  issuing.catch(({ code, path, message }) => ({ code, path, message }));

/** A toy whose every encoding is counted, so that one sees which tokens went the long way. */
function countingProvider(clock: () => number = () => now) {
  const encode = vi.fn(toyAdapter.encode);
  const adapter = makeToyAdapter("toy", "Toy");
  const counting = { ...adapter, encode };
  const made = createSigningProvider<"toy", ToyProperties, GrantInput>({
    adapter: counting,
    tenant,
    keys: ringOf(secret),
    clock,
  });
  return { provider: made, encodings: () => encode.mock.calls.length };
}

describe("an issuer for many participants", () => {
  it("says word for word what issue says, whoever comes, in whatever order", async () => {
    const name = fc.oneof(fc.string({ unit: "binary", maxLength: 60 }), fc.constantFrom("", '"', "\\", "€".repeat(36)));
    const id = fc.oneof(
      fc.string({ unit: fc.constantFrom(..."aZ09_-"), minLength: 1, maxLength: 40 }),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }).filter((text) => !/[\p{Cc}\p{Cs}]/u.test(text)),
    );
    const participant = fc.oneof(
      fc.record({ id, name }),
      fc.record({ id, name, email: fc.constant("a@example.org") }, { requiredKeys: [] }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(participant, { minLength: 1, maxLength: 8 }), async (participants) => {
        const issuer = provider.issuer(meeting);
        for (const each of participants) {
          expect(await settled(issuer.issue(each))).toEqual(await settled(inFull(meeting, each)));
        }
      }),
    );
  });

  it("checks once a second what does not change", async () => {
    let time = now;
    const { provider: counted, encodings } = countingProvider(() => time);
    const issuer = counted.issuer({ room: "standup", expiresAt: now + 3600, rights: { record: false } });
    expect(encodings()).toBe(1);
    for (let index = 0; index < 100; index += 1) await issuer.issue(guest(index));
    // The meeting, the first token, and two for the template.
    expect(encodings()).toBe(4);
    time += 1;
    const { token } = await issuer.issue(guest(1));
    await issuer.issue(guest(2));
    expect(encodings()).toBe(7);
    expect(counted.inspect(token).issuance.issuedAt).toBe(now + 1);
    expect(counted.inspect((await issuer.issue(guest(3))).token).issuance.issuedAt).toBe(now + 1);
  });

  it("serves everybody who comes at once", async () => {
    const issuer = provider.issuer(meeting);
    const tokens = await Promise.all(Array.from({ length: 50 }, (_, index) => issuer.issue(guest(index))));
    for (const [index, issued] of tokens.entries()) expect(issued).toEqual(await inFull(meeting, guest(index)));
  });

  it("goes the long way where an id stands in two places", async () => {
    const adapter = makeToyAdapter("toy", "Toy");
    const toClaims: typeof adapter.toClaims = (native) => {
      const claims = adapter.toClaims(native);
      return { ...claims, again: claims["user"] };
    };
    const encode = vi.fn(adapter.encode);
    const twice = createSigningProvider<"toy", ToyProperties, GrantInput>({
      adapter: { ...adapter, encode, toClaims },
      tenant,
      keys: ringOf(secret),
      clock: () => now,
    });
    const issuer = twice.issuer(meeting);
    for (let index = 0; index < 5; index += 1) {
      const { token } = await issuer.issue(guest(index));
      expect(token).toBe((await twice.issue({ ...meeting, participant: guest(index) })).token);
    }
    expect(encode.mock.calls.length).toBeGreaterThanOrEqual(10);
  });

  it("does not see what becomes of the grant afterwards", async () => {
    const mine: { room: string; expiresIn: "1h"; rights: { record: boolean } } = {
      room: "standup",
      expiresIn: "1h",
      rights: { record: false },
    };
    const issuer = provider.issuer(mine);
    mine.room = "board";
    mine.rights.record = true;
    const { properties } = provider.inspect((await issuer.issue(guest(1))).token);
    expect(properties).toMatchObject({ room: "standup", record: false });
  });

  it("leaves the grant's own participant aside", async () => {
    const issuer = provider.issuer({ ...meeting, participant: { id: "host", name: "Host", email: "h@example.org" } });
    expect(await issuer.issue({ id: "u_1" })).toEqual(await inFull(meeting, { id: "u_1" }));
  });

  it("ends with the meeting", async () => {
    let time = now;
    const { provider: counted } = countingProvider(() => time);
    const issuer = counted.issuer({ room: "standup", expiresIn: "1h" });
    for (const index of [1, 2, 3]) await issuer.issue(guest(index));
    time = now + 3600;
    for (const index of [1, 2, 3]) {
      expect(await outcomeOf(() => issuer.issue(guest(index)))).toBe("grant.empty-window expiresAt");
    }
  });

  it.each<readonly [string, unknown, string]>([
    ["nobody", undefined, "grant.missing participant"],
    ["no object", "u_1", "grant.invalid participant"],
    ["an empty id", { id: "", name: "Guest" }, "grant.invalid participant.id"],
    ["an id with a control character", { id: "a\u0000", name: "Guest" }, "grant.invalid participant.id"],
    ["a name that is none", { id: "u_1", name: 7 }, "grant.invalid participant.name"],
    ["a member that does not exist", { id: "u_1", role: "host" }, "grant.unknown-field participant.role"],
  ])("refuses %s as issue does", async (_what, participant, outcome) => {
    const issuer = provider.issuer(meeting);
    for (const index of [1, 2, 3]) await issuer.issue(guest(index));
    expect(await outcomeOf(() => issuer.issue(participant as never))).toBe(outcome);
  });

  it.each<readonly [string, () => unknown, string]>([
    ["a grant without a room", () => provider.issuer({ expiresIn: "1h" } as never), "grant.missing room"],
    ["no grant", () => provider.issuer(undefined as never), "grant.invalid "],
    [
      "options",
      () => (provider.issuer as (...given: unknown[]) => unknown)(meeting, { now }),
      "options.unknown options",
    ],
  ])("is not made of %s", async (_what, make, outcome) => {
    expect(await outcomeOf(make)).toBe(outcome);
  });
});
