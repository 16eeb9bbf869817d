// The checks of the vectors must fail for vectors that are wrong: each case breaks one thing in a copy.
import { describe, expect, it } from "vitest";
import { jsonText } from "../scripts/lib/files.mjs";
import { lintFiles } from "../scripts/lib/lint.mjs";
import { validate } from "../scripts/lib/schema.mjs";
import { signToken } from "../scripts/lib/token.mjs";
import { traceabilityProblems } from "../scripts/lib/traceability.mjs";
import { readSchema, readVectorFiles, schemaProblems } from "../scripts/lint-vectors.mjs";

// biome-ignore lint/suspicious/noExplicitAny: the cases break the content in ways that no type allows
type Content = any;

const original = readVectorFiles();

/** The files with one of them changed, written in the canonical form. */
function changed(path: string, change: (content: Content) => void) {
  return original.map((file) => {
    if (file.path !== path) return file;
    const content: Content = structuredClone(file.content);
    change(content);
    return { path, text: jsonText(content), content };
  });
}

const decode = "vendor/videosdk/decode.json";
const encode = "vendor/videosdk/encode.json";
const firstTest = (content: Content): Content => content.groups[1].tests[0];
const testOf = (content: Content, id: string): Content =>
  content.groups.flatMap(({ tests }: Content) => tests).find((test: Content) => test.id === id);

const broken: readonly [what: string, path: string, change: (content: Content) => void, problem: RegExp][] = [
  ["a flag without a note", decode, (content) => firstTest(content).flags.push("Novel"), /Novel is not explained/],
  [
    "a note without a test",
    decode,
    (content) => (content.notes.Novel = content.notes.OneClaim),
    /no test has the flag/,
  ],
  ["an id twice", decode, (content) => (firstTest(content).id = "videosdk.decode.participant"), /taken or retired/],
  ["an id that was retired", decode, (content) => (firstTest(content).id = "videosdk.decode.gone"), /taken or retired/],
  [
    "an id of another vendor",
    decode,
    (content) => (firstTest(content).id = "daily.decode.join"),
    /ids in .* begin with `videosdk\.decode\.`/,
  ],
  [
    "the same input with another outcome",
    decode,
    (content) => {
      const copy = structuredClone(firstTest(content));
      content.groups[1].tests.push({
        ...copy,
        id: "videosdk.decode.copy",
        expect: { ...copy.expect, unknown: { a: 1 } },
      });
    },
    /videosdk\.decode\.copy: has the input of .* and another outcome/,
  ],
  [
    "the same test twice",
    decode,
    (content) => content.groups[1].tests.push({ ...structuredClone(firstTest(content)), id: "videosdk.decode.copy" }),
    /and the same outcome/,
  ],
  [
    "a negative without a twin",
    encode,
    (content) => delete testOf(content, "videosdk.encode.hidden").twin,
    /no positive twin/,
  ],
  [
    "a twin that is negative",
    encode,
    (content) => (testOf(content, "videosdk.encode.hidden").twin = "videosdk.encode.entry-absent"),
    /its twin .* is negative/,
  ],
  [
    "a twin that tests something else",
    encode,
    (content) => (testOf(content, "videosdk.encode.hidden").twin = "videosdk.decode.participant"),
    /its twin .* tests something else/,
  ],
  ["a twin of a positive", decode, (content) => (firstTest(content).twin = firstTest(content).id), /needs no twin/],
  [
    "a token with another signature",
    decode,
    (content) => {
      const { input, expect } = firstTest(content);
      input.token = signToken({ alg: "HS256", typ: "JWT" }, expect.claims, "another key");
    },
    /does not match the key/,
  ],
  [
    "claims that the token does not have",
    decode,
    (content) => (firstTest(content).expect.claims.iat = 1),
    /claims are not/,
  ],
  [
    "a header that the token does not have",
    decode,
    (content) => (firstTest(content).expect.header = { alg: "HS256" }),
    /header is not/,
  ],
  ["a key that is not there", decode, (content) => (firstTest(content).input.key = "other"), /is not in the file/],
  ["a token without a key", decode, (content) => delete firstTest(content).input.key, /only a published sample/],
  [
    "a sample without its address",
    decode,
    (content) => firstTest(content).flags.push("PublishedSample"),
    /needs its address/,
  ],
  [
    "a canonical test without a token",
    encode,
    (content) => delete content.groups[0].tests[0].expect.token,
    /belong together/,
  ],
  ["a real key", decode, (content) => (content.keys[0].testOnly = false), /not marked as test-only/],
  [
    "a key's text in a test",
    decode,
    (content) => (firstTest(content).comment = `signed with ${content.keys[0].text}`),
    /stands somewhere else/,
  ],
  ["a category that is not the file's", decode, (content) => (content.category = "encode"), /do not match/],
];

describe("the lint", () => {
  it.each(broken)("finds %s", (_what, path, change, problem) => {
    const problems = lintFiles(changed(path, change), ["videosdk.decode.gone"]);
    expect(problems.filter((text: string) => problem.test(text)).length).toBeGreaterThan(0);
  });

  it("finds a clause of a standard that nothing keeps to, or nothing breaks", () => {
    const file = (negative: boolean) => {
      const test = { id: "core.verify.a", flags: [], expect: negative ? { outcome: "error" } : { outcome: "ok" } };
      const spec = ["https://www.rfc-editor.org/rfc/rfc7519#section-9", "https://docs.example/of-a-vendor"];
      return [{ content: { suite: "core", groups: [{ spec, tests: [test] }] } }];
    };
    const clause = "https://www.rfc-editor.org/rfc/rfc7519#section-9";
    expect(traceabilityProblems(file(true))).toEqual([`${clause}: no vector keeps to this clause`]);
    expect(traceabilityProblems(file(false))).toEqual([`${clause}: no vector breaks this clause`]);
    expect(traceabilityProblems(readVectorFiles())).toEqual([]);
  });

  it("finds a file that is not written in the canonical form", () => {
    const files = original.map((file) =>
      file.path === decode ? { ...file, text: JSON.stringify(file.content) } : file,
    );
    expect(lintFiles(files)).toEqual([`${decode}: is not written in the canonical form`]);
  });
});

const invalid: readonly [what: string, path: string, change: (content: Content) => void, problem: RegExp][] = [
  ["a member that is not part of the format", decode, (content) => (content.author = "x"), /\$\.author is not part/],
  ["a deep member too many", decode, (content) => (firstTest(content).skip = true), /skip is not part of the format/],
  ["a missing member", decode, (content) => delete firstTest(content).comment, /comment is missing/],
  ["another format version", decode, (content) => (content.formatVersion = 2), /formatVersion is not 1/],
  [
    "a right that does not exist",
    decode,
    (content) => (firstTest(content).expect.grant.rights = { fly: true }),
    /fits no alternative/,
  ],
  ["an unknown outcome", decode, (content) => (firstTest(content).expect.outcome = "fine"), /fits no alternative/],
  ["an id with capitals", decode, (content) => (firstTest(content).id = "videosdk.decode.Join"), /does not match/],
  [
    "a key that looks real",
    decode,
    (content) => (content.keys[0].text = "sk_live_0123456789abcdef0123456789"),
    /does not match/,
  ],
  ["an unknown bug type", decode, (content) => (content.notes.OneClaim.bugType = "BAD"), /none of the listed/],
  ["a test without flags", decode, (content) => (firstTest(content).flags = []), /fewer than 1 items/],
];

describe("the schema", () => {
  it.each(invalid)("refuses %s", (_what, path, change, problem) => {
    expect(schemaProblems(changed(path, change).filter((file) => file.path === path)).join("\n")).toMatch(problem);
  });

  it("refuses a keyword that is not understood, so that no part of it goes unchecked", () => {
    expect(() => validate({ dependentRequired: {} }, {})).toThrow(/dependentRequired/);
    expect(() => validate({ $ref: "https://example.org/schema" }, {})).toThrow(/inside the schema/);
  });

  it("has no part that nothing refers to", () => {
    const schema = readSchema();
    const text = JSON.stringify(schema);
    expect(Object.keys(schema.$defs).filter((name) => !text.includes(`"#/$defs/${name}"`))).toEqual([]);
  });
});
