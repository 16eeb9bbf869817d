import { describe, expect, it } from "vitest";
import { RoompassError } from "../errors/roompass-error.js";
import { createKeyRing, importSecret } from "../jws/index.js";
import { createSigningProvider } from "../provider/signing-provider.js";
import type { Verified } from "../provider/token-reading.js";
import { attempt, refusedPaths, thrownBy } from "../testing/attempt.js";
import { makeToyAdapter, toyAdapter } from "../testing/toy-adapter.js";
import type { ToyProperties } from "../testing/toy-properties.js";
import { inspected, verified } from "../testing/toy-readings.js";
import { now } from "../testing/toy-space.js";
import { translate } from "./translate.js";
import { isTranslated } from "./translated.js";

const twin = makeToyAdapter("twin", "Twin");
const options = { from: toyAdapter, to: twin, now };
const claims = { kind: "toy/1", room: "standup", exp: now + 3600 };
type Trusted = Verified<"toy", ToyProperties>;

function codeOf(run: () => unknown): unknown {
  const error = thrownBy(run);
  return RoompassError.isInstance(error) ? [error.code, error.path] : error;
}

describe("a source", () => {
  it("that was only inspected is refused", () => {
    const source = inspected(toyAdapter, claims) as unknown as Trusted;
    expect(codeOf(() => translate(source, options))).toEqual(["translate.unverified", "source"]);
    expect(codeOf(() => translate(source, { ...options, trustUnverified: false }))).toEqual([
      "translate.unverified",
      "source",
    ]);
    const loose = { ...options, trustUnverified: 1 as unknown as false };
    expect(codeOf(() => translate(source, loose))).toEqual(["translate.unverified", "source"]);
  });

  it("that was only inspected is told how to become one that is taken", () => {
    const source = inspected(toyAdapter, claims) as unknown as Trusted;
    expect(thrownBy(() => translate(source, options))).toMatchObject({
      message: "The source token was only inspected, not verified.",
      cure: "Verify it first; `trustUnverified: true` is for tokens whose origin you know by other means.",
    });
  });

  it("that only looks as if it had been verified is refused", () => {
    const real = verified(toyAdapter, { room: "standup", exp: now + 3600 });
    for (const forged of [{ ...real }, structuredClone({ ...real }), Object.create(real)] as Trusted[]) {
      expect(forged.verified).toBe(true);
      expect(codeOf(() => translate(forged, options))).toEqual(["translate.unverified", "source"]);
    }
    expect(translate(real, options).vendor).toBe("twin");
  });

  it("that was only inspected passes when the caller knows where it comes from", () => {
    const moved = translate(inspected(toyAdapter, claims), { ...options, trustUnverified: true });
    expect(moved.properties).toEqual({ room: "standup", exp: now + 3600 });
    const trusted = translate(verified(toyAdapter, moved.properties), { ...options, trustUnverified: true });
    expect(trusted.properties).toEqual(moved.properties);
  });

  it("of another vendor than `from` is refused, verified or not", () => {
    const source = verified(twin, { room: "standup", exp: now + 3600 }) as unknown as Trusted;
    expect(codeOf(() => translate(source, options))).toEqual(["translate.vendor-mismatch", "from"]);
    const unverified = inspected(twin, { ...claims, kind: "twin/1" }) as unknown as Trusted;
    expect(codeOf(() => translate(unverified, { ...options, trustUnverified: true }))).toEqual([
      "translate.vendor-mismatch",
      "from",
    ]);
    expect(String(thrownBy(() => translate(source, options)))).toContain("The source is a twin token; `from` is toy.");
  });

  it("is judged by its policy first, so that a wrong policy never looks like a wrong token", () => {
    const source = inspected(toyAdapter, claims) as unknown as Trusted;
    const policy = { strict: "yes" as unknown as boolean };
    expect(codeOf(() => translate(source, { ...options, policy }))).toEqual(["translate.policy", "policy.strict"]);
  });
});

describe("a source in time", () => {
  const at = (properties: ToyProperties): string[] =>
    refusedPaths(() => translate(verified(toyAdapter, { room: "standup", ...properties }), options));

  it("that has expired, at this very second too, is refused", () => {
    expect(at({ exp: now + 1 })).toEqual([]);
    expect(at({ exp: now })).toEqual(["expiresAt"]);
    expect(at({ exp: now - 1 })).toEqual(["expiresAt"]);
    const { refusals } = attempt(() => translate(verified(toyAdapter, { room: "standup", exp: now }), options));
    expect(refusals).toStrictEqual([
      {
        path: "expiresAt",
        from: now,
        to: undefined,
        reason: "The source has expired. Nothing brings it back: issue a new one.",
      },
    ]);
  });

  it("whose window is empty is refused", () => {
    expect(at({ exp: now + 60, nbf: now + 59 })).toEqual([]);
    expect(at({ exp: now + 60, nbf: now + 60 })).toEqual(["notBefore"]);
    expect(at({ exp: now + 60, nbf: now + 61 })).toEqual(["notBefore"]);
    const empty = verified(toyAdapter, { room: "standup", exp: now + 60, nbf: now + 60 });
    expect(attempt(() => translate(empty, options)).refusals).toStrictEqual([
      {
        path: "notBefore",
        from: now + 60,
        to: undefined,
        reason: "The source's not-before is not earlier than its expiry, so that it is never good: issue a new one.",
      },
    ]);
  });

  it("without a clock is refused", () => {
    const source = verified(toyAdapter, { room: "standup", exp: now + 60 });
    for (const broken of [Number.NaN, 0, now * 1000, now + 0.5, undefined as never]) {
      expect(() => translate(source, { ...options, now: broken })).toThrow(
        expect.objectContaining({ code: "clock.invalid", path: "now" }),
      );
    }
  });
});

describe("providers", () => {
  const clock = (): number => now;
  const keys = createKeyRing(importSecret("0123456789abcdef0123456789abcdef", { algorithm: "HS256" }));

  it("give a source that is trusted as soon as it is issued", async () => {
    const settings = { tenant: "acme", keys, clock };
    const toy = createSigningProvider<"toy", ToyProperties, unknown>({ ...settings, adapter: toyAdapter });
    const issued = await toy.issue({ room: "standup", expiresIn: "1h" });
    expect(translate(issued, { from: toy, to: twin, now }).properties).toEqual({ room: "standup", exp: now + 3600 });
    const read = await toy.verify(issued.token);
    expect(translate(read, { from: toy, to: twin, now }).properties).toEqual({ room: "standup", exp: now + 3600 });
    const seen = toy.inspect(issued.token) as unknown as Trusted;
    expect(codeOf(() => translate(seen, { from: toy, to: twin, now }))).toEqual(["translate.unverified", "source"]);
  });

  it("mint exactly what was compared, and nothing that only looks like it", async () => {
    const target = createSigningProvider<"twin", ToyProperties, unknown>({
      adapter: twin,
      tenant: "acme",
      keys,
      clock,
    });
    const source = verified(toyAdapter, { room: "standup", exp: now + 3600, user: "u_1" });
    const moved = translate(source, { from: toyAdapter, to: target, now });
    const issued = await target.issue(moved);
    expect(issued.properties).toEqual(moved.properties);
    expect(target.inspect(issued.token).claims).toEqual(moved.claims);
    expect(isTranslated(moved)).toBe(true);
    for (const lookAlike of [{ ...moved }, null, "moved", undefined]) expect(isTranslated(lookAlike)).toBe(false);
    await expect(target.issue({ ...moved })).rejects.toThrow();
  });
});

describe("names in a source that nobody verified", () => {
  it.each([
    ["room", { room: "stand\u0000up" }],
    ["room", { room: "half\ud800" }],
    ["participant.id", { user: "u_1\n" }],
  ])("are refused where `verify` would refuse them: %s", (path, changes) => {
    for (const to of [toyAdapter, twin]) {
      const source = inspected(toyAdapter, { ...claims, ...changes });
      expect(refusedPaths(() => translate(source, { ...options, to, trustUnverified: true }))).toEqual([path]);
    }
  });
});
