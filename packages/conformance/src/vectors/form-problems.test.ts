import { describe, expect, it } from "vitest";
import { validate } from "../../scripts/lib/schema.mjs";
import { formProblems } from "./form-problems.js";
import { vectorFileJsonSchema } from "./format/json-schema.js";
import { listVectorFiles, readVectorFile } from "./read-vectors.js";

// biome-ignore lint/suspicious/noExplicitAny: the cases break the content in ways that no type allows
type Content = any;

const copyOf = (path: string): Content => JSON.parse(JSON.stringify(readVectorFile(path)));
const firstTest = (content: Content): Content => content.groups[1].tests[0];

const decode = "vendor/videosdk/decode.json";
const translate = "vendor/videosdk/translate.json";
const form = "core/verify-form.json";

const invalid: readonly [what: string, path: string, change: (content: Content) => void, problem: RegExp][] = [
  ["a member that is no part of it", decode, (content) => (content.author = "x"), /^\$\.author is not part/],
  ["one deep inside", decode, (content) => (firstTest(content).skip = true), /skip is not part of the format/],
  [
    "a missing member",
    decode,
    (content) => delete firstTest(content).comment,
    /^videosdk\.decode\.\S+: \$\.groups\[1\]\.tests\[0\]\.comment is missing$/,
  ],
  ["another format version", decode, (content) => (content.formatVersion = 2), /formatVersion is not 1$/],
  ["a member of another type", decode, (content) => (content.groups = {}), /^\$\.groups is not array$/],
  ["a time that is no integer", decode, (content) => (content.now = 1.5), /^\$\.now is not int/],
  ["a time before all times", decode, (content) => (content.now = 0), /^\$\.now is below 1$/],
  [
    "a right that does not exist",
    decode,
    (content) => (firstTest(content).expect.grant.rights = { fly: true }),
    /expect fits no alternative; nearest: \S+\.rights\.fly is not part of the format$/,
  ],
  ["an outcome that does not exist", decode, (content) => (firstTest(content).expect.outcome = "fine"), /is not "ok"/],
  ["an id with capitals", decode, (content) => (firstTest(content).id = "videosdk.decode.Join"), /does not match \^/],
  ["a key that looks real", decode, (content) => (content.keys[0].text = "sk_live_0123456789abcd"), /does not match/],
  [
    "a bug type that does not exist",
    decode,
    (content) => (content.notes.OneClaim.bugType = "BAD"),
    /bugType is none of the listed values: AUTH_BYPASS, PRIV/,
  ],
  ["a flag in lower case", decode, (content) => (content.notes.flag = content.notes.OneClaim), /\(a name\)$/],
  ["a test without flags", decode, (content) => (firstTest(content).flags = []), /flags has fewer than 1 items/],
  ["a flag twice", decode, (content) => firstTest(content).flags.push("OneClaim", "OneClaim"), /flags repeats an item/],
  ["a sentence that says nothing", decode, (content) => (content.title = "x"), /^\$\.title is shorter than 8$/],
  [
    "a refusal without paths",
    translate,
    (content) =>
      (content.groups[0].tests[0].expect = {
        outcome: "error",
        phase: "translate",
        anyOf: ["translate.refused"],
        refusals: [],
      }),
    /refusals has fewer than 1 items/,
  ],
  [
    "an authority that says nothing",
    decode,
    (content) => (firstTest(content).expect.authority = {}),
    /authority has fewer than 1 members/,
  ],
  [
    "a text that would fill the memory",
    form,
    (content) =>
      (content.groups[0].tests[0].input.token = { edits: [{ edit: "repeat", text: "x", count: 3_000_000_000 }] }),
    /count is above 2097152/,
  ],
  [
    "objects without end inside each other",
    form,
    (content) => (content.groups[0].tests[0].input.token = { claims: { large: [{ name: "x", depth: 1_000_000 }] } }),
    /depth is above 10000/,
  ],
  [
    "an edit that does not exist",
    form,
    (content) => (content.groups[0].tests[0].input.token = { edits: [{ edit: "repair" }] }),
    /edit is none of the listed values: before, after/,
  ],
];

describe("the form of a vector file", () => {
  it.each(listVectorFiles())("is that of %s", (path) => {
    expect(formProblems(readVectorFile(path))).toEqual([]);
  });

  it.each(invalid)(
    "is not that of a file with %s, by the schema for other languages either",
    (_w, path, change, problem) => {
      const content = copyOf(path);
      change(content);
      const problems = formProblems(content);
      expect(
        problems.some((text) => problem.test(text)),
        problems.join("\n"),
      ).toBe(true);
      expect(validate(vectorFileJsonSchema(), content)).not.toEqual([]);
    },
  );

  it.each([null, 7, "text", [], {}])("is not %j", (content) => {
    expect(formProblems(content).length).toBeGreaterThan(0);
  });
});
