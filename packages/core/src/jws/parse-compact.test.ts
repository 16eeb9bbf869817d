import { describe, expect, it } from "vitest";
import { parseCompact } from "./parse-compact.js";
import { EXP, HEADER, mint, mintClaims, part } from "./testing/mint.js";
import { leastProcessorMilliseconds, processorMilliseconds } from "./testing/processor-time.js";

const rules = { header: { algorithms: ["HS256"] } };
const good = mintClaims({ room: "r", exp: EXP });
const [head = "", body = "", tag = ""] = good.split(".");

function codesOf(text: unknown, maxBytes?: number): string[] {
  const options = maxBytes === undefined ? rules : { ...rules, maxBytes };
  return parseCompact(text, options).findings.map((finding) => finding.id);
}

describe("a sound token", () => {
  it("gives header, claims, the received bytes and the signature", () => {
    const parsed = parseCompact(good, rules);
    expect(parsed.findings).toEqual([]);
    expect({ ...parsed.header }).toEqual(HEADER);
    expect({ ...parsed.claims }).toEqual({ room: "r", exp: EXP });
    expect(Object.getPrototypeOf(parsed.header)).toBeNull();
    expect(Object.getPrototypeOf(parsed.claims)).toBeNull();
    expect(Buffer.from(parsed.signingInput as Uint8Array).toString()).toBe(`${head}.${body}`);
    expect(Buffer.from(parsed.signature as Uint8Array).toString("base64url")).toBe(tag);
    expect(parsed.text).toBe(good);
  });

  it("reads the usual header as it reads every other spelling of it", () => {
    const usual = parseCompact(mint('{"alg":"HS256","typ":"JWT"}', { exp: EXP }), rules);
    const other = parseCompact(mint('{ "alg":"HS256","typ":"JWT"}', { exp: EXP }), rules);
    expect(usual.header).toEqual(other.header);
    expect(Object.getPrototypeOf(usual.header)).toBe(Object.getPrototypeOf(other.header));
    const hs512 = { header: { algorithms: ["HS512"], types: ["session+jwt"] } };
    const ids = (text: string) => parseCompact(text, hs512).findings.map((finding) => finding.id);
    expect(ids(mint('{"alg":"HS256","typ":"JWT"}', { exp: EXP }))).toEqual(["header.algorithm", "header.type"]);
    expect(ids(mint('{ "alg":"HS256","typ":"JWT"}', { exp: EXP }))).toEqual(["header.algorithm", "header.type"]);
  });
});

describe("every violation has a vector that has no other", () => {
  const deep = `{"a":${"[".repeat(16)}${"]".repeat(16)}}`;
  const crowded = `{${Array.from({ length: 257 }, (_, index) => `"m${index}":0`).join(",")}}`;
  it.each<[string, unknown]>([
    ["token.not-a-string", undefined],
    ["token.too-large", "A".repeat(16385)],
    ["token.bad-character", `${head}.${body}.${tag} `],
    ["token.not-three-parts", `${head}.${body}`],
    ["token.not-three-parts", `${head}.${body}.${tag}.AAAA`],
    ["token.not-three-parts", "A.A.A.A.A.A"],
    ["token.not-three-parts", ""],
    ["token.not-a-jws", `${head}.AAAA.AAAA.AAAA.AAAA`],
    ["token.not-a-jws", "...."],
    ["token.empty-part", `.${body}.${tag}`],
    ["token.empty-part", `${head}..${tag}`],
    ["token.empty-part", `${head}.${body}.`],
    ["token.not-canonical", `${head}.${body}.${tag}=`],
    ["token.not-canonical", `${head}.${body}.AAAAA`],
    ["token.not-canonical", `${head}.${body}.AB`],
    ["token.not-canonical", `${head}.${body}.===`],
    ["token.not-canonical", `${part("{}")}=.${body}.${tag}`.replace(part("{}"), part({ alg: "HS256" }))],
    ["token.byte-order-mark", mintClaims(`\ufeff{"exp":${EXP}}`)],
    ["token.not-utf8", mintClaims(Buffer.from([0x22, 0xc0, 0xaf, 0x22]))],
    ["token.not-utf8", mint(Buffer.from([0xff]), {})],
    ["token.not-json", mintClaims("{'a':1}")],
    ["token.not-json", mint("nonsense", {})],
    ["token.not-an-object", mintClaims("[]")],
    ["token.not-an-object", mint("null", {})],
    ["token.duplicate-name", mintClaims('{"a":1,"a":1}')],
    ["token.duplicate-name", mint('{"alg":"HS256","alg":"HS256"}', {})],
    ["token.forbidden-name", mintClaims('{"__proto__":1}')],
    ["token.too-deep", mintClaims(deep)],
    ["token.too-many-names", mintClaims(crowded)],
    ["token.bad-number", mintClaims('{"a":1e999}')],
    ["header.algorithm", mint({ alg: "HS384" }, {})],
    ["header.type", mint({ alg: "HS256", typ: "JWE" }, {})],
    ["header.unsupported-member", mint({ alg: "HS256", crit: ["b64"] }, {})],
  ])("%s", (code, text) => {
    expect(codesOf(text)).toEqual([code]);
    const [finding] = parseCompact(text, rules).findings;
    expect(finding?.severity).toBe("error");
    expect(finding?.message).toMatch(/\w \w.*\.$/);
  });

  it("names the part and the place", () => {
    const said = (text: string) => {
      const { path, message } = parseCompact(text, rules).findings[0] ?? {};
      return [path, message];
    };
    const whole = (piece: string) => [undefined, expect.stringContaining(piece)];
    const at = (path: string, piece: string) => [path, expect.stringContaining(piece)];
    expect(said(`${head}.${body}.${tag}\n`)).toEqual(whole(`position ${good.length}`));
    expect(said(`${head}.${body}`)).toEqual(whole("three parts"));
    expect(said("....")).toEqual(whole("five parts"));
    expect(said(`.${body}.${tag}`)).toEqual(at("header", "header"));
    expect(said(`${head}..${tag}`)).toEqual(at("claims", "claims"));
    expect(said(`${head}.${body}.`)).toEqual(at("signature", "signature"));
    expect(said(`${head}.${body}.${tag}=`)).toEqual(at("signature", "(padding)"));
    expect(said(`${head}.${body}.AAAAA`)).toEqual(at("signature", "(length)"));
    expect(said(`${head}.${body}.AB`)).toEqual(at("signature", "(spare-bits)"));
    expect(said(mint(Buffer.from([0xff]), {}))).toEqual(at("header", "header part"));
    expect(said(mintClaims(Buffer.from([0xff])))).toEqual(at("claims", "claims part"));
    expect(said(mint("[]", {}))).toEqual(at("header", "header part"));
    expect(said(mintClaims("7"))).toEqual(at("claims", "claims part"));
    expect(said(mintClaims('{"a":1,}'))).toEqual(at("claims", "claims part stops being valid JSON at character 7"));
    expect(said(mintClaims('{"a":{"b":[0,1e999]}}'))).toEqual(at("claims.a.b[1]", "number"));
    const messages = ["\ufeff{}", '{"a":0,"a":0}', '{"__proto__":0}', '{"a":1e999}', `{"a":${"[".repeat(16)}`].map(
      (claims) => said(mintClaims(claims))[1],
    );
    expect(new Set(messages).size).toBe(5);
  });

  it.each([undefined, null, 0, 1, true, {}, [], [good], Symbol("token"), new String(good), Buffer.from(good)])(
    "refuses what is not a string (%#)",
    (value) => {
      expect(codesOf(value)).toEqual(["token.not-a-string"]);
    },
  );
});

describe("going on behind a violation", () => {
  it("reports all of them, in the order of the checks, with paths", () => {
    const text = mint(
      '{"alg":"none","alg":"HS512","typ":"x","jku":"u"}',
      '{"a":1,"a":1e999,"b":{"__proto__":1,"c d":1e999}}',
    );
    const { findings, claims } = parseCompact(`${text}==`, rules);
    expect(findings.map(({ id, path }) => [id, path])).toEqual([
      ["token.duplicate-name", "header.alg"],
      ["header.algorithm", "header.alg"],
      ["header.type", "header.typ"],
      ["header.unsupported-member", "header.jku"],
      ["token.duplicate-name", "claims.a"],
      ["token.bad-number", "claims.a"],
      ["token.forbidden-name", "claims.b.__proto__"],
      ["token.bad-number", 'claims.b["c d"]'],
      ["token.not-canonical", "signature"],
    ]);
    expect(Object.keys(claims ?? {})).toEqual(["a", "b"]);
    for (const finding of findings) {
      expect(finding.severity).toBe("error");
      expect(finding.cure).not.toBe("");
    }
  });

  it.each([
    ["two parts", `${head}.${body}`],
    ["four parts", `${head}.${body}.${tag}.${tag}`],
    ["a broken signature", `${head}.${body}.${tag}\n`],
    ["padding", `${head}.${body}=.${tag}`],
  ])("shows the claims behind %s, but no signature and no signing input", (name, text) => {
    const parsed = parseCompact(text, rules);
    expect(parsed.findings.length).toBeGreaterThan(0);
    expect(parsed.claims?.room).toBe("r");
    if (name !== "padding") expect(parsed.signature).toBeUndefined();
    if (name !== "padding") expect(parsed.signingInput).toBeUndefined();
  });

  it("keeps the text of whatever is short enough, and shows only what it could read", () => {
    for (const text of [good, `${head}.${body}`, `${head}.${body}.${tag}.${tag}`, "....", "", `${good} `]) {
      expect(parseCompact(text, rules).text).toBe(text);
    }
    expect(parseCompact("A".repeat(16385), rules).text).toBeUndefined();
    expect(parseCompact(undefined, rules)).toMatchObject({ header: undefined, claims: undefined });
    expect(parseCompact(`${head}.AAAA.${tag}`, rules)).toMatchObject({ header: HEADER, claims: undefined });
    expect(parseCompact(`AAAA.${body}.${tag}`, rules)).toMatchObject({ header: undefined, claims: { room: "r" } });
  });

  it("gives no signature that is not canonical", () => {
    for (const end of [`${tag}=`, "AB", "AAB", "A"]) {
      expect(parseCompact(`${head}.${body}.${end}`, rules).signature).toBeUndefined();
    }
  });

  it("takes padding only at the end of a part, and reports it beside a foreign character", () => {
    expect(codesOf(`${head.slice(0, 8)}=${head.slice(8)}.${body}.${tag}`)).toEqual(["token.bad-character"]);
    expect(codesOf(`${head}.${body}=.${tag}`)).toEqual(["token.not-canonical"]);
    expect(codesOf(`${head}.${body}=.${tag}\n`)).toEqual(["token.bad-character", "token.not-canonical"]);
  });

  it("keeps control characters and long names out of paths", () => {
    const name = `\u001b[31m"\u202e${"x".repeat(100)}`;
    const { findings } = parseCompact(mintClaims(`{${JSON.stringify(name)}:1e999}`), rules);
    expect(findings[0]?.path).toMatch(/^claims\["[\x20-\x7e]{32}\.\.\."\]$/);
  });
});

describe("the size limit", () => {
  it("stands at 16384 characters", () => {
    expect(codesOf("A".repeat(16384))).toEqual(["token.not-three-parts"]);
    expect(codesOf("A".repeat(16385))).toEqual(["token.too-large"]);
    expect(codesOf(good, good.length)).toEqual([]);
    expect(codesOf(good, good.length - 1)).toEqual(["token.too-large"]);
  });

  it.each([0, -1, Number.NaN, null, "", false, "x", {}])("never falls back to the default for %j", (maxBytes) => {
    expect(codesOf(good, maxBytes as number)).toEqual(["token.too-large"]);
  });

  it.each([
    ["dots", "."],
    ["braces", "{"],
    ["brackets", "["],
    ["digits", "9"],
    ["escapes", "\\u0000"],
    ["token characters", "ey"],
  ])("answers to ten megabytes of %s without reading them", (_name, piece) => {
    const hostile = piece.repeat(Math.ceil(1e7 / piece.length));
    hostile.charCodeAt(0);
    expect(codesOf(hostile)).toEqual(["token.too-large"]);
    const costOf = (text: string) =>
      leastProcessorMilliseconds(() => {
        for (let round = 0; round < 1000; round += 1) codesOf(text);
      });
    // As quick as with a thousandth of it; the milliseconds are the grain of the measurement.
    expect(costOf(hostile)).toBeLessThan(10 * costOf(hostile.slice(0, hostile.length / 500)) + 50);
  });

  it.each([
    ["dots", ".".repeat(16384)],
    ["braces", mintClaims("{".repeat(12000))],
    ["brackets", mintClaims("[".repeat(12000))],
    ["digits", mintClaims(`{"a":${"9".repeat(12000)}}`)],
    ["fraction digits", mintClaims(`{"a":0.${"0".repeat(12000)}}`)],
    ["escapes", mintClaims(`{"a":"${"\\u0000".repeat(1900)}"}`)],
    ["duplicates", mintClaims(`{${'"a":0,'.repeat(1900)}"a":0}`)],
    ["bad numbers", mintClaims(`{"a":[${"1e999,".repeat(1900)}0]}`)],
  ])("is quick with the most %s that fit", (_name, text) => {
    codesOf(text);
    // Work that grows with the square of 16 kB takes seconds.
    expect(processorMilliseconds(() => codesOf(text))).toBeLessThan(1000);
  });
});
