import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EncodeRequest } from "../adapter/adapter.js";
import { ceilingOfGrant } from "../authority/ceilings.js";
import { RoompassError } from "../errors/roompass-error.js";
import { deepFreeze } from "../grant/freeze.js";
import type { Grant } from "../grant/grant.js";
import { parseGrant } from "../grant/parse-grant.js";
import { translate } from "../translate/translate.js";
import { TranslationError } from "../translate/translation-error.js";
import { makeToyAdapter, toyAdapter } from "./toy-adapter.js";
import { propertyNames, publishKinds, type ToyProperties } from "./toy-properties.js";
import { inspected, verified } from "./toy-readings.js";

const now = 1_800_000_000;
const twinAdapter = makeToyAdapter("twin", "Twin");
const text = fc.string({ minLength: 1, maxLength: 12 });
const instant = fc.integer({ min: now, max: now + 1e6 });
const flag = fc.constant(true as const);

/** What the adapter itself may mint. */
const anyProperties: fc.Arbitrary<ToyProperties> = fc
  .record(
    {
      account: text,
      room: text,
      user: text,
      name: text,
      iat: instant,
      nbf: instant,
      exp: instant.map((time) => time + 2e6),
      ask: fc.boolean(),
      host: flag,
      send: fc
        .record(Object.fromEntries(publishKinds.map((kind) => [kind, fc.boolean()])), { requiredKeys: [] })
        .filter((send) => Object.keys(send).length > 0),
      record: fc.boolean(),
      autoRecord: flag,
      theme: text,
      zone: text,
    },
    { requiredKeys: [] },
  )
  .map((properties) => properties as ToyProperties);

const anyUnknown = fc.record({ other: fc.jsonValue(), send: fc.constant({ hologram: true }) }, { requiredKeys: [] });

describe("the form", () => {
  it("loses nothing between properties and claims", () => {
    fc.assert(
      fc.property(anyProperties, anyUnknown, (properties, unknown) => {
        const native = deepFreeze({ properties, unknown, findings: [] });
        const claims = toyAdapter.toClaims(native);
        expect(toyAdapter.fromClaims(claims)).toEqual(native);
        expect(toyAdapter.toClaims(toyAdapter.fromClaims(claims))).toEqual(claims);
      }),
    );
  });

  it("reads a tolerated spelling as its canonical one and says so", () => {
    const native = toyAdapter.fromClaims({ kind: "toy/1", host: false, autoRecord: false, nbf: 0, send: {} });
    expect(native.properties).toEqual({});
    expect(native.findings.map(({ id, severity, path }) => `${severity} ${id} ${path}`)).toEqual([
      "info toy.idle-claim send",
      "info toy.idle-claim nbf",
      "info toy.idle-claim host",
      "info toy.idle-claim autoRecord",
    ]);
  });

  it.each(propertyNames)("reports a `%s` of the wrong type and reads it as its lowest value", (name) => {
    const native = toyAdapter.fromClaims({ kind: "toy/1", [name]: ["odd"] });
    expect(native.findings.map(({ id, severity, path }) => [id, severity, path])).toEqual([
      ["claims.invalid", "error", name],
    ]);
    expect(native.properties[name]).toEqual(
      { ask: true, record: false, send: Object.fromEntries(publishKinds.map((kind) => [kind, false])) }[name as string],
    );
  });

  it("knows its own tokens by their mark only", () => {
    const evidence = { header: {}, claims: { kind: "toy/1" } };
    expect(toyAdapter.recognize(evidence)?.confidence).toBe("certain");
    expect(twinAdapter.recognize(evidence)).toBeUndefined();
    expect(toyAdapter.fromClaims({ kind: "twin/1" }).findings).toHaveLength(1);
  });
});

describe("issuing", () => {
  const requestOf = (grant: Grant): EncodeRequest => ({ grant, ceiling: ceilingOfGrant(grant) });

  it("writes what a grant says and nothing else", () => {
    const grant = parseGrant(
      {
        room: "standup",
        participant: { id: "u_1", name: "Alice" },
        expiresIn: "1h",
        entry: "direct",
        rights: { publish: ["microphone"], moderate: { media: true, remove: true }, record: true },
        extensions: { toy: { theme: "dark" } },
      },
      { now },
    );
    const { native, problems } = toyAdapter.encode(requestOf(grant));
    expect(problems).toEqual([]);
    expect(native.properties).toEqual({
      room: "standup",
      user: "u_1",
      name: "Alice",
      exp: now + 3600,
      ask: false,
      host: true,
      send: { microphone: true, camera: false, screen: false, screenAudio: false, custom: false },
      record: true,
      theme: "dark",
    });
    expect(toyAdapter.decode(native).grant.rights).toEqual(grant.rights);
  });

  it("gives the role to nobody who was not granted both of its rights", () => {
    for (const moderate of [{ media: true }, { remove: true }, { media: true, remove: false }]) {
      const grant = parseGrant({ room: "r", expiresIn: "1h", rights: { moderate } }, { now });
      expect(toyAdapter.encode(requestOf(grant)).native.properties.host).toBeUndefined();
    }
  });

  it("names every value that it cannot take", () => {
    const grant = parseGrant(
      {
        room: { anyOf: ["a", "b"] },
        expiresIn: "1h",
        extensions: { toy: { host: true, zone: 1, colour: "red" } },
      },
      { now },
    );
    expect(toyAdapter.encode(requestOf(grant)).problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
      "grant.unsupported room",
      "grant.modelled-extension extensions.toy.host",
      "grant.invalid extensions.toy.zone",
      "grant.unknown-field extensions.toy.colour",
    ]);
  });
});

describe("translating", () => {
  it("is the identity within one account, for everything that the adapter may mint and for unknown members", () => {
    fc.assert(
      fc.property(anyProperties, anyUnknown, (properties, unknown) => {
        const source = verified(toyAdapter, properties, unknown);
        const moved = translate(source, { from: toyAdapter, to: toyAdapter, now, policy: { allowNoExpiry: true } });
        expect(moved.native).toEqual({ properties, unknown, findings: [] });
        expect(moved.grant).toEqual(source.grant);
      }),
    );
  });

  it("moves every everyday token to a vendor of the same form, and back without a gain", () => {
    const everyday: readonly ToyProperties[] = [
      {},
      { name: "Alice" },
      { user: "u_1", iat: now },
      { host: true },
      { ask: true },
      { ask: false },
      { nbf: now - 60 },
      { send: { camera: false } },
      { send: { microphone: true, data: false } },
      { record: true },
      { record: false },
      { autoRecord: true, record: true },
      { theme: "dark" },
    ];
    for (const rest of everyday) {
      const properties = { account: "acme", room: "standup", exp: now + 3600, ...rest };
      const moved = translate(verified(toyAdapter, properties), { from: toyAdapter, to: twinAdapter, now });
      const { account: _account, theme: _theme, iat: _iat, ...expected } = properties as ToyProperties;
      expect(moved.properties).toEqual(expected);
      const back = translate(verified(twinAdapter, moved.properties), { from: twinAdapter, to: toyAdapter, now });
      expect(back.properties).toEqual(moved.properties);
    }
  });

  it("refuses what has no neutral name, what nobody knows, and what could not be read", () => {
    const refusedAt = (claims: Record<string, unknown>): string[] => {
      const source = inspected(toyAdapter, { kind: "toy/1", room: "r", exp: now + 60, ...claims });
      try {
        translate(source, { from: toyAdapter, to: twinAdapter, now, trustUnverified: true });
      } catch (error) {
        if (error instanceof TranslationError) return error.refusals.map(({ path }) => path);
        throw error;
      }
      return [];
    };
    expect(refusedAt({})).toEqual([]);
    expect(refusedAt({ jti: "1" })).toEqual([]);
    expect(refusedAt({ zone: "west" })).toEqual(["extensions.toy.zone"]);
    expect(refusedAt({ other: 1, send: { hologram: true } })).toEqual(["unknown.other", "unknown.send.hologram"]);
    expect(refusedAt({ record: "yes" })).toEqual(["claims.record"]);
  });
});

describe("the value", () => {
  it("is frozen and passes the check of its shape", () => {
    expect(Object.isFrozen(toyAdapter)).toBe(true);
    expect(Object.isFrozen(toyAdapter.capabilities["rights.record"])).toBe(true);
    expect(() => makeToyAdapter("No Vendor", "No")).toThrow(RoompassError);
  });

  it("reads a room's setting in place of silence only", () => {
    const readingOf = (properties: ToyProperties, recording?: string): string =>
      toyAdapter.authority(
        { properties, unknown: {}, findings: [] },
        recording === undefined ? {} : { room: { recording } },
      ).rights["rights.record"];
    expect([readingOf({}), readingOf({}, "everyone"), readingOf({}, "nobody")]).toEqual([
      "unknown",
      "default(allow)",
      "default(deny)",
    ]);
    expect([readingOf({ record: false }, "everyone"), readingOf({ record: true }, "nobody")]).toEqual([
      "deny",
      "allow",
    ]);
  });

  it("warns of a host who has to ask", () => {
    const lint = (properties: ToyProperties): number =>
      toyAdapter.lint({ properties, unknown: {}, findings: [] }, { now }).length;
    expect([lint({ host: true, ask: true }), lint({ host: true }), lint({ ask: true })]).toEqual([1, 0, 0]);
  });
});
