import { describe, expect, it } from "vitest";
import { errorOf, outcomeOf } from "../errors/testing/error-of.js";
import { mint, part } from "../jws/testing/mint.js";
import { notFrozenIn } from "../testing/not-frozen.js";
import { toyAdapter } from "../testing/toy-adapter.js";
import { translate } from "../translate/translate.js";
import { inspectToken } from "./inspect.js";
import { goodClaims, now, secret, signed, toyProvider } from "./testing/toy-provider.js";
import { isTrusted } from "./token-reading.js";

const inspected = (token: string) => inspectToken(token, toyAdapter, { now });
const findings = (token: string): string[] =>
  inspected(token).warnings.map(({ severity, id, path }) => `${severity} ${id}${path === undefined ? "" : ` ${path}`}`);
const usual = { alg: "HS256", typ: "JWT" };

describe("an inspected token", () => {
  it("is read and never trusted", () => {
    const reading = toyProvider().inspect(signed({ user: "u_1" }));
    expect(reading).toMatchObject({ vendor: "toy", verified: false, grant: { participant: { id: "u_1" } } });
    expect({ ...reading.header }).toEqual(usual);
    expect({ ...reading.claims }).toEqual(goodClaims({ user: "u_1" }));
    expect(isTrusted(reading)).toBe(false);
    const run = (): unknown => translate(reading as never, { from: toyAdapter, to: toyAdapter, now });
    expect(run).toThrow(expect.objectContaining({ code: "translate.unverified" }));
  });

  it("has no warnings when there is nothing to warn of, whoever signed it", () => {
    expect(findings(signed())).toEqual([]);
    expect(findings(signed({}, usual, "TEST-ONLY-nobody-knows-this-secret-at-all"))).toEqual([]);
  });

  it("cannot be changed", () => {
    const reading = inspected(signed({ send: { cam: true, hologram: { on: true } } }));
    expect(notFrozenIn(reading)).toEqual([]);
  });

  it("shows neither its text nor its signature", () => {
    const reading = inspected(signed());
    expect(JSON.stringify(reading)).not.toContain(signed().slice(-20));
    expect(reading).not.toHaveProperty("token");
  });
});

describe("pasting noise", () => {
  it.each([
    ` ${signed()}\n`,
    `"${signed()}",`,
    `Bearer ${signed()}`,
    `authorization: bearer ${signed()}`,
    `https://meet.example/room?t=${signed()}&x=1`,
    `${signed().slice(0, 30)}\n  ${signed().slice(30)}`,
  ])("is stripped and reported (%#)", (token) => {
    expect(findings(token)).toEqual(["warning token.pasting-noise"]);
    expect(inspected(token).grant.room).toBe("standup");
  });
});

describe("a token with violations", () => {
  it.each([
    [signed({}, { alg: "none" }), "error header.algorithm header.alg"],
    [signed({}, { ...usual, crit: ["x"] }), "error header.unsupported-member header.crit"],
    [`${signed()}=`, "error token.not-canonical signature"],
    [signed().slice(0, signed().lastIndexOf(".") + 1), "error token.empty-part signature"],
    [signed().slice(0, signed().lastIndexOf(".")), "error token.not-three-parts"],
    [`${signed()}.x`, "error token.not-three-parts"],
    [mint("{", goodClaims()), "error token.not-json header"],
    [mint(usual, '{"kind":"toy/1","room":"a","room":"b"}'), "error token.duplicate-name room"],
    [signed({ exp: (now + 60) * 1000 }), "error claims.milliseconds exp"],
    [signed({ exp: now - 1 }), "error token.expired exp"],
    [signed({ nbf: now + 1 }), "error token.not-yet-valid nbf"],
    [signed({ record: "yes" }), "error claims.invalid record"],
    [signed({ kind: "twin/1" }), "error claims.invalid kind"],
    [signed({ exp: undefined }), "warning lint.never-expires expiresAt"],
    [signed({ room: undefined }), "warning lint.every-room room"],
  ])("is read all the same (%#)", (token, expected) => {
    expect(findings(token)).toContain(expected);
    expect(inspected(token)).toMatchObject({ vendor: "toy", verified: false });
  });

  it("has all of them listed, each once, in the order in which they were met", () => {
    const text = '{"kind":"toy/1","exp":1,"exp":2,"theme":7,"__proto__":{},"nbf":"x"}';
    const token = `"${part({ alg: "none", crit: [], typ: 7 })}.${part(text)}.AB"`;
    expect(findings(token)).toEqual([
      "warning token.pasting-noise",
      "error header.algorithm header.alg",
      "error header.type header.typ",
      "error header.unsupported-member header.crit",
      "error token.duplicate-name exp",
      "error token.forbidden-name __proto__",
      "error token.not-canonical signature",
      "error claims.relative-time exp",
      "error claims.not-a-date nbf",
      "error claims.invalid nbf",
      "error claims.invalid theme",
      "warning lint.every-room room",
    ]);
  });

  it("keeps the lowest reading of what could not be read", () => {
    expect(inspected(signed({ record: "yes", ask: "no" })).grant).toMatchObject({
      rights: { record: false },
      entry: "ask",
    });
  });
});

describe("a text without readable claims", () => {
  it.each([
    ["", "token.not-three-parts"],
    ["hello", "token.not-three-parts"],
    ["a.b.c.d.e", "token.not-a-jws"],
    [`${part(usual)}..AAAA`, "token.empty-part claims"],
    [mint(usual, "[]"), "token.not-an-object claims"],
    [mint(usual, "{"), "token.not-json claims"],
    [mint(usual, new Uint8Array([0xff, 0xfe])), "token.not-utf8 claims"],
    [mint(usual, `{"a":${"[".repeat(17)}${"]".repeat(17)}}`), "token.too-deep claims"],
    ["x".repeat(40_000), "token.too-large"],
    ["x".repeat(20_000), "token.too-large"],
  ])("is refused with its first violation (%#)", async (token, expected) => {
    expect(await outcomeOf(() => inspected(token))).toMatch(expected);
  });

  it("has every violation in the error's details", async () => {
    const error = await errorOf(() => inspected(`${part({ alg: "none" })}.${part("{")}.!`));
    expect(error.details).toEqual({ findings: ["token.bad-character", "header.algorithm", "token.not-json"] });
  });

  it.each([undefined, null, 0, false, {}, [signed()], Symbol("token")])("is refused when it is %s", async (token) => {
    expect(await outcomeOf(() => inspected(token as unknown as string))).toBe("token.not-a-string token");
  });
});

describe("the options", () => {
  it("bound the size", async () => {
    const { length } = signed();
    const inspectUpTo = (maxBytes: unknown): Promise<string> =>
      outcomeOf(() => inspectToken(signed(), toyAdapter, { now, maxBytes: maxBytes as number }));
    expect(await inspectUpTo(length)).toBe("ok");
    for (const limit of [length - 1, 0, -1, Number.NaN, null, "", false])
      expect(await inspectUpTo(limit)).toBe("token.too-large");
  });

  it.each([undefined, null, Number.NaN, -1, "", "now", false, now * 1000])("have no clock like %j", async (time) => {
    const run = (): unknown => inspectToken(signed(), toyAdapter, { now: time as number });
    expect(await outcomeOf(run)).toBe("clock.invalid now");
  });

  it("count no tolerance: a token shows its times as they are", () => {
    expect(findings(signed({ exp: now }))).toContain("error token.expired exp");
  });
});

it("the secret of these tests signs what they call signed", async () => {
  expect(secret).toMatch(/^TEST-ONLY-/);
  expect((await toyProvider().verify(signed())).verified).toBe(true);
});
