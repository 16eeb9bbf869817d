import { describe, expect, it } from "vitest";
import type { AnyAdapter } from "../adapter/adapter.js";
import type { Native } from "../adapter/native.js";
import { errorOf, outcomeOf } from "../errors/testing/error-of.js";
import { mint } from "../jws/testing/mint.js";
import { toyAdapter } from "../testing/toy-adapter.js";
import type { ToyProperties } from "../testing/toy-properties.js";
import type { MintContext } from "./issue.js";
import { readMintedAnswer } from "./minted-answer.js";
import { goodClaims, now, signed, tenant } from "./testing/toy-provider.js";

const usual = { alg: "HS256", typ: "JWT" };
/** What was asked of the vendor; the vendor adds the account and the time by itself. */
const asked: ToyProperties = {
  room: "standup",
  user: "u_1",
  nbf: now + 60,
  exp: now + 600,
  ask: true,
  send: { camera: false },
};
const answered = { room: "standup", user: "u_1", nbf: now + 60, exp: now + 600, ask: true, send: { cam: false } };

function contextOf(account: string | undefined, adapter: AnyAdapter = toyAdapter): MintContext {
  return { adapter, tenant: account, method: "request", now };
}

function nativeOf(properties: ToyProperties, unknown: Native<unknown>["unknown"] = {}): Native<ToyProperties> {
  return { properties, unknown, findings: [] };
}

function read(token: unknown, properties: ToyProperties = asked) {
  return readMintedAnswer(token, nativeOf(properties), contextOf(tenant));
}

const verdict = (claims: Record<string, unknown>, properties?: ToyProperties): Promise<string> =>
  outcomeOf(() => read(signed({ ...answered, ...claims }), properties));

describe("a minted token", () => {
  it("that says what was asked is read", () => {
    const { native, claims } = read(signed(answered));
    expect(native.properties).toEqual({ ...asked, account: tenant, iat: now });
    expect({ ...claims }).toEqual(goodClaims(answered));
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["every room", { room: undefined }, "room"],
    ["another room", { room: "boardroom" }, "room"],
    ["a later end", { exp: now + 601 }, "expiresAt"],
    ["an end in milliseconds", { exp: (now + 600) * 1000 }, "expiresAt"],
    ["no end", { exp: undefined }, "expiresAt"],
    ["an earlier beginning", { nbf: now + 59 }, "notBefore"],
    ["no beginning", { nbf: undefined }, "notBefore"],
    ["whoever holds it", { user: undefined }, "participant.id"],
    ["somebody else", { user: "u_2" }, "participant.id"],
    ["a way past the door", { ask: false }, "entry"],
    ["no word about the door", { ask: undefined }, "entry"],
    ["a right that was denied", { send: { cam: true } }, "rights.publish.camera"],
    ["no word about a right that was denied", { send: undefined }, "rights.publish.camera"],
    ["a role", { host: true }, "rights.moderate.media"],
    ["a right that nobody mentioned", { record: true }, "rights.record"],
    ["a right that only the documents give", { send: { cam: false, mic: true } }, "rights.publish.microphone"],
    ["something that starts by itself", { autoRecord: true }, "automation.record"],
    ["another account", { account: "other" }, "issuance.tenant"],
    ["no word about the account", { account: undefined }, "issuance.tenant"],
    ["a member that nobody asked for", { trace: "1" }, "unknown.trace"],
    ["such a member among others", { send: { cam: false, whisper: true } }, "unknown.send.whisper"],
    ["a property of weight that nobody asked for", { zone: "lobby" }, "extensions.toy.zone"],
    ["a claim that cannot be read", { theme: 7 }, "claims.theme"],
    ["an end that cannot be read", { exp: "later" }, "expiresAt"],
    ["another vendor's mark", { kind: "twin/1" }, "claims.kind"],
  ])("with %s is thrown away", async (_what, claims, path) => {
    expect(await verdict(claims)).toBe(`request.wider-than-asked ${path}`);
  });

  it("is told off with every path, and without its values", async () => {
    const error = await errorOf(() => read(signed({ room: undefined, exp: undefined, user: "TEST-ONLY-somebody" })));
    expect(error.details).toMatchObject({ vendor: "toy", paths: expect.arrayContaining(["room", "participant.id"]) });
    expect(error.message).toMatch(/^Toy minted a token that grants more than was asked, or may, at room, /);
    expect(JSON.stringify(error)).not.toContain("TEST-ONLY-somebody");
  });

  it.each<[string, Record<string, unknown>]>([
    ["an earlier end", { exp: now + 599 }],
    ["a later beginning", { nbf: now + 61 }],
    ["one right less", { send: { cam: false, mic: false } }],
    ["a denial where nothing was said", { record: false }],
    ["colours that nobody asked for", { theme: "dark" }],
  ])("with %s is no wider", async (_what, claims) => {
    expect(await verdict(claims)).toBe("ok");
  });

  it("may be for ever and for everybody where this was asked", async () => {
    const open: ToyProperties = { host: true, autoRecord: true, record: true };
    const claims = { kind: "toy/1", account: tenant, host: true, autoRecord: true, record: true };
    expect(await outcomeOf(() => read(mint(usual, claims), open))).toBe("ok");
  });

  it("belongs to the account that was asked for, also where the provider does not know its own", async () => {
    const ofOther = signed({ ...answered, account: "other" });
    expect(await outcomeOf(() => readMintedFor(undefined, undefined, ofOther))).toBe("ok");
    expect(await outcomeOf(() => readMintedFor(undefined, "acme", ofOther))).toBe(
      "request.wider-than-asked issuance.tenant",
    );
    expect(await outcomeOf(() => readMintedFor(undefined, "other", ofOther))).toBe("ok");
  });

  function readMintedFor(account: string | undefined, wanted: string | undefined, token: string): unknown {
    const properties = wanted === undefined ? asked : { ...asked, account: wanted };
    return readMintedAnswer(token, nativeOf(properties), contextOf(account));
  }

  it("has the properties of weight that were asked for, and no others", async () => {
    const verdictOf = (wanted: string | undefined, zone: string | undefined): Promise<string> =>
      verdict(zone === undefined ? {} : { zone }, wanted === undefined ? asked : { ...asked, zone: wanted });
    expect(await verdictOf("lobby", "lobby")).toBe("ok");
    expect(await verdictOf("lobby", "stage")).toBe("request.wider-than-asked extensions.toy.zone");
    // It keeps its holder somewhere: without it there is more.
    expect(await verdictOf("lobby", undefined)).toBe("request.wider-than-asked extensions.toy.zone");
  });

  it("has no property that the adapter has no rule for", async () => {
    const { zone: _, ...rules } = toyAdapter.residueRules;
    const run = (): unknown =>
      readMintedAnswer(
        signed({ ...answered, zone: "lobby" }),
        nativeOf(asked),
        contextOf(tenant, { ...toyAdapter, residueRules: rules }),
      );
    expect(await outcomeOf(run)).toBe("request.wider-than-asked extensions.toy.zone");
  });

  it("may have members that are known to mean nothing, and such as were asked for", async () => {
    const [harmless = ""] = Object.keys(toyAdapter.harmless);
    expect(await verdict({ [harmless]: "1" })).toBe("ok");
    const ask = (value: unknown): Promise<string> =>
      outcomeOf(() =>
        readMintedAnswer(signed({ ...answered, trace: "1" }), nativeOf(asked, { trace: value }), contextOf(tenant)),
      );
    expect(await ask("1")).toBe("ok");
    expect(await ask("2")).toBe("request.wider-than-asked unknown.trace");
  });

  it("with very many odd members is told off briefly", async () => {
    const odd = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`odd${index}`, 1]));
    const error = await errorOf(() => read(signed({ ...answered, ...odd })));
    expect(error.details?.["paths"]).toHaveLength(200);
    expect(error.message).toContain("unknown.odd7 and 192 more.");
  });
});

describe("an answer that is no token", () => {
  it.each([undefined, null, 0, "", "hello", {}, [signed()], `${signed()} `, `Bearer ${signed()}`, "x".repeat(20_000)])(
    "is a bad answer (%#)",
    async (token) => {
      expect(await outcomeOf(() => read(token))).toBe("request.bad-answer");
    },
  );

  it.each([
    signed({}, { alg: "none" }),
    signed({}, { ...usual, jku: "https://keys.example" }),
    mint(usual, '{"kind":"toy/1","room":"standup","room":"boardroom"}'),
    mint(usual, "[]"),
  ])("is a bad answer when the parser has a word against it (%#)", async (token) => {
    const error = await errorOf(() => read(token));
    expect(error).toMatchObject({ code: "request.bad-answer", details: { vendor: "toy" } });
    expect(error.cause).toBeUndefined();
  });
});
