import { describe, expect, it } from "vitest";
import type { EncodeRequest } from "../adapter/adapter.js";
import type { TranslationTarget } from "../provider/translation-target.js";
import { refusedPaths } from "../testing/attempt.js";
import { type FrankAdapter, frankReading, makeFrankAdapter, plainAuthority, surely } from "../testing/frank-adapter.js";
import { makeToyAdapter, toyAdapter } from "../testing/toy-adapter.js";
import { verified } from "../testing/toy-readings.js";
import { now } from "../testing/toy-space.js";
import type { TranslationPolicy } from "./policy.js";
import { translate } from "./translate.js";

const twin = makeToyAdapter("twin", "Twin");
const source = verified(toyAdapter, { room: "standup", exp: now + 3600, account: "acme", iat: now - 60 });
const frank = makeFrankAdapter("frank");

/** Everything that the target's encoder was asked, in the order in which it was asked. */
function requestsOf(
  move: (to: FrankAdapter<"blunt">) => unknown,
  shortcomings: Parameters<typeof makeFrankAdapter>[1] = {},
): EncodeRequest[] {
  const requests: EncodeRequest[] = [];
  const blunt = makeFrankAdapter("blunt", {
    ...shortcomings,
    problems(request) {
      requests.push(request);
      return [];
    },
  });
  move(blunt);
  return requests;
}

describe("a target", () => {
  it("that is an adapter gives properties and no claims", () => {
    const moved = translate(source, { from: toyAdapter, to: twin, now });
    expect(moved).not.toHaveProperty("claims");
    expect(moved).not.toHaveProperty("tenant");
    expect(moved.properties).toEqual({ room: "standup", exp: now + 3600 });
  });

  it("that signs gives the claims too, for its account and from now on", () => {
    const moved = translate(source, { from: toyAdapter, to: { adapter: twin, tenant: "beta", method: "sign" }, now });
    expect(moved.claims).toEqual({ kind: "twin/1", account: "beta", room: "standup", iat: now, exp: now + 3600 });
    expect(moved.tenant).toBe("beta");
    expect(moved.properties).toEqual({ account: "beta", room: "standup", iat: now, exp: now + 3600 });
    expect(Object.isFrozen(moved.claims)).toBe(true);
  });

  it("that asks the vendor gives no claims, but its account", () => {
    const to = { adapter: twin, tenant: "beta", method: "request" } as const;
    const moved = translate(source, { from: toyAdapter, to, now });
    expect(moved).not.toHaveProperty("claims");
    expect(moved.tenant).toBe("beta");
    expect(moved.properties.account).toBe("beta");
  });

  it("takes the account from the token where it says one", () => {
    const blunt = makeFrankAdapter("blunt", { hold: (asked) => ({ ...asked, tenant: "own" }) });
    const reading = frankReading(frank, plainAuthority(now + 60));
    expect(translate(reading, { from: frank, to: { adapter: blunt, tenant: "beta" }, now }).tenant).toBe("own");
  });

  it("that signs is read back from its claims, since these are what is signed", () => {
    const wider = { ...plainAuthority(now + 60), entry: surely("direct") } as const;
    const blunt: FrankAdapter<"blunt"> = {
      ...makeFrankAdapter("blunt"),
      toClaims: ({ properties }) => ({ content: { ...properties, authority: wider } }),
    };
    const asking = frankReading(frank, plainAuthority(now + 60, { entry: surely("ask") }));
    const move = (to: TranslationTarget<FrankAdapter<"blunt">>) => () => translate(asking, { from: frank, to, now });
    expect(refusedPaths(move({ adapter: blunt }))).toEqual([]);
    expect(refusedPaths(move({ adapter: blunt, method: "request" }))).toEqual([]);
    expect(refusedPaths(move({ adapter: blunt, method: "sign" }))).toEqual(["entry"]);
  });

  it("that signs is not asked for claims that its encoder calls impossible", () => {
    const blunt: FrankAdapter<"blunt"> = {
      ...makeFrankAdapter("blunt", {
        problems: () => [{ path: "room", code: "grant.unsupported", message: "No.", cure: "Do." }],
      }),
      toClaims: () => expect.fail("There is nothing to sign."),
    };
    const run = () =>
      translate(frankReading(frank, plainAuthority(now + 60)), {
        from: frank,
        to: { adapter: blunt, method: "sign" },
        now,
      });
    expect(refusedPaths(run)).toEqual(["room"]);
  });

  it("and a source may both be providers", () => {
    const from = { adapter: toyAdapter, tenant: "acme", method: "sign" } as const;
    expect(translate(source, { from, to: { adapter: twin }, now }).vendor).toBe("twin");
    expect(translate(source, { from, to: from, now }).properties).toEqual({
      room: "standup",
      exp: now + 3600,
      account: "acme",
      iat: now,
    });
  });
});

describe("the encoder is asked", () => {
  const token = { unknown: { jti: 1 }, residue: { colour: "red" } };
  const reading = frankReading(frank, plainAuthority(now + 60, { tenant: "acme" }), token);
  const asked = (target: Omit<TranslationTarget, "adapter"> = {}, policy: TranslationPolicy = {}) =>
    requestsOf((adapter) => translate(reading, { from: frank, to: { adapter, ...target }, now, policy }))[0];

  it("for what the source surely grants, under a ceiling of its authority", () => {
    const request = asked();
    expect(request?.grant).toEqual({ purpose: ["participant"], room: "standup", expiresAt: now + 60 });
    expect(request?.ceiling).toMatchObject({
      entry: "direct",
      purpose: "translate",
      assume: "documented-defaults",
      sameVendor: false,
      samePlace: false,
      allowWidening: new Set(),
    });
    expect(request?.issuance).toStrictEqual({});
    for (const absent of ["residue", "unknown", "method", "room"]) expect(request).not.toHaveProperty(absent);
  });

  it("with what the caller knows of the target and allows", () => {
    const policy = {
      rooms: { target: { recording: "nobody" }, map: { standup: "retro" } },
      allowWidening: ["rights.moderate", "entry"],
      assume: "nothing",
    } as const;
    const request = asked({ tenant: "beta", method: "request" }, policy);
    expect(request).toMatchObject({
      method: "request",
      room: { recording: "nobody" },
      issuance: { tenant: "beta", issuedAt: now },
      grant: { room: "retro" },
      ceiling: { assume: "nothing" },
    });
    expect([...(request?.ceiling.allowWidening ?? [])]).toEqual([
      "rights.moderate.media",
      "rights.moderate.remove",
      "rights.moderate.permissions",
    ]);
  });

  it("within one vendor for the rest of the token, too, unless it is minted by request", () => {
    const within = (target: Omit<TranslationTarget, "adapter">) => {
      const requests: EncodeRequest[] = [];
      const same = makeFrankAdapter("frank", {
        problems(request) {
          requests.push(request);
          return [];
        },
      });
      translate(reading, { from: frank, to: { adapter: same, ...target }, now });
      return requests[0];
    };
    expect(within({})).toMatchObject({ ...token, issuance: { tenant: "acme" }, ceiling: { samePlace: true } });
    expect(within({ method: "sign" })).toMatchObject(token);
    expect(within({ method: "request" })).toMatchObject({ residue: token.residue });
    expect(within({ method: "request" })).not.toHaveProperty("unknown");
    expect(within({ tenant: "beta" })).toMatchObject({
      ...token,
      issuance: { tenant: "beta", issuedAt: now },
      ceiling: { sameVendor: true, samePlace: false },
    });
  });

  it("within one vendor, minted by request, unknown members have no way to be kept", () => {
    const odd = frankReading(frank, plainAuthority(now + 60), { unknown: { odd: 1 }, residue: { fence: 1 } });
    const run = () => translate(odd, { from: frank, to: { adapter: frank, method: "request" }, now });
    expect(refusedPaths(run)).toEqual(["unknown.odd"]);
  });
});

describe("the target's room", () => {
  it("is read with its real settings, and the source's with its own", () => {
    const seen: unknown[] = [];
    const watching = (vendor: "frank" | "blunt") =>
      makeFrankAdapter(vendor, {
        read(authority, context) {
          seen.push([vendor, context]);
          return authority;
        },
      });
    const from = watching("frank");
    const reading = frankReading(from, plainAuthority(now + 60));
    const move = (rooms?: TranslationPolicy["rooms"]) => {
      seen.length = 0;
      const policy = rooms === undefined ? {} : { rooms };
      translate(reading, { from, to: watching("blunt"), now, policy });
      return [...seen];
    };
    expect(move({ source: { a: 1 }, target: { b: 2 } })).toEqual([
      ["frank", { room: { a: 1 } }],
      ["blunt", { room: { b: 2 } }],
    ]);
    expect(move()).toStrictEqual([
      ["frank", {}],
      ["blunt", {}],
    ]);
  });

  it("decides where both tokens are silent", () => {
    const record = (rooms: NonNullable<TranslationPolicy["rooms"]>) => {
      const { properties, report } = translate(source, { from: toyAdapter, to: twin, now, policy: { rooms } });
      const { kind } = report.find(({ path }) => path === "rights.record") ?? {};
      return [properties.record, kind];
    };
    const everyone = { recording: "everyone" };
    const nobody = { recording: "nobody" };
    expect(record({})).toEqual([undefined, "advisory"]);
    expect(record({ source: everyone, target: everyone })).toEqual([undefined, "assumed"]);
    // Silence would deny what the source's room allows, so that the permission is written.
    expect(record({ source: everyone, target: nobody })).toEqual([true, "assumed"]);
    expect(record({ source: nobody, target: everyone })).toEqual([false, undefined]);
    expect(record({ source: nobody, target: nobody })).toEqual([undefined, undefined]);
    expect(record({ target: nobody })).toEqual([undefined, "narrowed"]);
  });
});
