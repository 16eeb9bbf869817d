import { describe, expect, it } from "vitest";
import { parseGrant, safeParseGrant } from "./index.js";

const options = { now: 1_800_000_000 };

function parse(input: object) {
  return parseGrant({ room: "a", expiresIn: 60, ...input }, options);
}

function codesOf(input: object): string[] {
  const result = safeParseGrant({ room: "a", expiresIn: 60, ...input }, options);
  return result.ok ? [] : result.issues.map((issue) => `${issue.code} ${issue.path}`);
}

const keptTexts = [
  "a",
  " padded ",
  "UPPER lower",
  "\u00e9",
  "e\u0301",
  "\u{1f468}\u200d\u{1f469}",
  "\u202eabc",
  "x".repeat(5000),
  "__proto__",
];
const refusedTexts = [
  "",
  "\u0000",
  "a\u0000b",
  "a\nb",
  "a\tb",
  "\u007f",
  "\u0085",
  "\ud800",
  "a\udc00",
  "\udc00\ud800",
];

describe("room", () => {
  it.each(keptTexts)("keeps %j byte for byte", (room) => {
    expect(parse({ room }).room).toBe(room);
  });

  it.each(refusedTexts)("refuses %j", (room) => {
    expect(codesOf({ room })).toEqual(["grant.invalid room"]);
    expect(codesOf({ room: { anyOf: ["b", room] } })).toEqual(["grant.invalid room.anyOf[1]"]);
  });

  it.each([
    [{ anyOf: ["b", "a", "b"] }, { anyOf: ["a", "b"] }],
    [{ anyOf: ["a"] }, "a"],
    [{ anyOf: ["a", "a"] }, "a"],
    [{ anyOf: ["e\u0301", "\u00e9"] }, { anyOf: ["e\u0301", "\u00e9"] }],
    [{ anyOf: ["a", "B", "A"] }, { anyOf: ["A", "B", "a"] }],
    [{ any: true }, { any: true }],
    [
      { pattern: "^team-.*$", dialect: "acme" },
      { pattern: "^team-.*$", dialect: "acme" },
    ],
  ])("%j", (room, parsed) => {
    expect(parse({ room }).room).toEqual(parsed);
  });

  it("has to be said", () => {
    for (const input of [{ expiresIn: 60 }, { expiresIn: 60, room: undefined }]) {
      const result = safeParseGrant(input, { ...options, requireExpiry: false });
      expect(result).toMatchObject({
        ok: false,
        issues: [{ code: "grant.missing", path: "room", cure: expect.stringContaining("{ any: true }") }],
      });
    }
  });

  it.each([
    [{}, "grant.invalid room"],
    [{ anyOf: undefined }, "grant.missing room.anyOf"],
    [{ any: true, anyOf: undefined }, "grant.missing room.anyOf"],
    [{ any: undefined }, "grant.missing room.any"],
    [null, "grant.invalid room"],
    [1, "grant.invalid room"],
    [["a", "b"], "grant.invalid room"],
    [/a/, "grant.invalid room"],
    [{ anyOf: [] }, "grant.invalid room.anyOf"],
    [{ anyOf: "a" }, "grant.invalid room.anyOf"],
    [{ anyOf: null }, "grant.invalid room.anyOf"],
    [{ anyOf: ["a", null] }, "grant.invalid room.anyOf[1]"],
    [{ any: false }, "grant.invalid room.any"],
    [{ any: null }, "grant.invalid room.any"],
    [{ any: 1 }, "grant.invalid room.any"],
    [{ any: "true" }, "grant.invalid room.any"],
    [{ any: true, anyOf: ["a"] }, "grant.invalid room"],
    [{ any: true, pattern: "a", dialect: "acme" }, "grant.invalid room"],
    [{ pattern: "a" }, "grant.missing room.dialect"],
    [{ dialect: "acme" }, "grant.missing room.pattern"],
    [{ pattern: "", dialect: "acme" }, "grant.invalid room.pattern"],
    [{ pattern: "a", dialect: null }, "grant.invalid room.dialect"],
    [{ name: "a" }, "grant.unknown-field room.name"],
  ])("refuses %j", (room, problem) => {
    expect(codesOf({ room })[0]).toBe(problem);
  });
});

describe("participant", () => {
  it.each(keptTexts)("keeps the id %j byte for byte", (id) => {
    expect(parse({ participant: { id } }).participant?.id).toBe(id);
  });

  it.each([...refusedTexts, null, 1, true, {}, ["a"]])("refuses the id %j", (id) => {
    expect(codesOf({ participant: { id } })).toEqual(["grant.invalid participant.id"]);
  });

  it.each(["name", "email", "avatarUrl"])("%s is any text, also the empty one", (field) => {
    for (const text of ["", "Ada\nLovelace", "\u{1f600}"]) {
      expect(parse({ participant: { [field]: text } }).participant).toEqual({ [field]: text });
    }
    for (const value of [null, 0, false, {}, []]) {
      expect(codesOf({ participant: { [field]: value } })).toEqual([`grant.invalid participant.${field}`]);
    }
  });

  it("without statements is absent", () => {
    expect(parse({ participant: { name: undefined, metadata: undefined } })).not.toHaveProperty("participant");
  });
});

describe("purpose", () => {
  it.each([
    ["participant", ["participant"]],
    ["api", ["api"]],
    [
      ["participant", "api"],
      ["api", "participant"],
    ],
    [["api", "api"], ["api"]],
  ])("%j", (purpose, parsed) => {
    expect(parse({ purpose }).purpose).toEqual(parsed);
  });

  it.each([
    ["", ""],
    ["admin", ""],
    [[], ""],
    [{}, ""],
    [0, ""],
    [["api", "admin"], "[1]"],
    [[null], "[0]"],
  ])("refuses %j", (purpose, place) => {
    expect(codesOf({ purpose })).toEqual([`grant.invalid purpose${place}`]);
  });
});

describe("extensions", () => {
  it("are kept as they are", () => {
    const acme = { color: "red", nested: { list: [1, null, false] }, nothing: null };
    expect(parse({ extensions: { acme } }).extensions).toEqual({ acme });
  });

  it("leave out what says nothing", () => {
    expect(parse({ extensions: { acme: {}, other: {} } })).toEqual(parse({}));
  });

  it("have no inherited vendor", () => {
    const extensions: object = parse({ extensions: { acme: { color: "red" } } }).extensions ?? {};
    expect("constructor" in extensions).toBe(false);
  });

  it.each([
    [null, "grant.invalid extensions"],
    [[], "grant.invalid extensions"],
    [{ acme: null }, "grant.invalid extensions.acme"],
    [{ acme: true }, "grant.invalid extensions.acme"],
    [{ acme: [] }, "grant.invalid extensions.acme"],
    [{ "": { a: 1 } }, 'grant.invalid extensions[""]'],
    [{ acme: { when: new Date() } }, "grant.invalid extensions.acme.when"],
    [{ acme: { a: undefined } }, "grant.missing extensions.acme.a"],
    [{ acme: undefined }, "grant.missing extensions.acme"],
    [{ acme: { deep: { gone: undefined } } }, "grant.invalid extensions.acme.deep.gone"],
  ])("refuses %j", (extensions, problem) => {
    expect(codesOf({ extensions })).toEqual([problem]);
  });

  it("refuse names that poison objects", () => {
    expect(codesOf({ extensions: JSON.parse('{ "__proto__": { "a": 1 } }') })).toEqual([
      "grant.unknown-field extensions.__proto__",
    ]);
    expect(codesOf({ extensions: JSON.parse('{ "acme": { "__proto__": { "a": 1 } } }') })).toEqual([
      "grant.invalid extensions.acme.__proto__",
    ]);
  });
});
