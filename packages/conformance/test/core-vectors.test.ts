// The vectors for every vendor: how many there are, that their checks find what is wrong, and that codes and phases agree.
import { errorCodes } from "@roompass/core";
import { describe, expect, it } from "vitest";
import { jsonText } from "../scripts/lib/files.mjs";
import { isNegative, lintFiles, testsOf } from "../scripts/lib/lint.mjs";
import { phaseOfCode, phaseOrder, phasesOf } from "../scripts/lib/phases.mjs";
import { readVectorFiles, schemaProblems } from "../scripts/lint-vectors.mjs";

// biome-ignore lint/suspicious/noExplicitAny: the cases break the content in ways that no type allows
type Content = any;

const files = readVectorFiles().filter(({ content }: Content) => content.suite === "core");
const tests = files.flatMap(testsOf);

describe("the core vectors", () => {
  it.each([
    ["verify", 80],
    ["time", 40],
    ["limits", 15],
  ] as const)("have enough tests of %s, most of them refusals", (category, least) => {
    const own = tests.filter(({ content }: Content) => content.category === category);
    expect(own.length).toBeGreaterThanOrEqual(least);
    expect(own.filter(isNegative).length).toBeGreaterThan(own.length / 2);
    expect(own.filter((one: Content) => !isNegative(one)).length).toBeGreaterThanOrEqual(5);
  });

  it("say for every code the phase that the code has", () => {
    const phases = Object.fromEntries(Object.entries(errorCodes).map(([code, { phase }]) => [code, phase]));
    expect(phases).toMatchObject(phaseOfCode);
    expect(phasesOf(["token.expired"])).toBe("claims");
    expect(phasesOf(["policy.tenant", "token.too-deep"])).toEqual(["limit", "policy"]);
    expect(() => phasesOf(["token.unheard-of"])).toThrow(/no phase/);
    expect(new Set(phaseOrder)).toEqual(new Set(Object.values(phases)));
  });

  it("test every code of a token's form, header, signature, claims and policy", () => {
    const expected = new Set(tests.flatMap(({ test }: Content) => test.expect.anyOf ?? []));
    const untested = Object.entries(errorCodes)
      .filter(([, { phase }]) => ["limit", "form", "header", "signature", "claims", "policy"].includes(phase))
      .map(([code]) => code)
      .filter((code) => !expected.has(code));
    // The one is for callers that ask for it, the other a value that the vendor's own vectors are about.
    expect(untested).toEqual(["claims.missing-issued-at", "grant.limit"]);
  });

  it("measure every refusal at a limit in processor time", () => {
    const limits = tests.filter(({ content }: Content) => content.category === "limits");
    expect(limits.filter(({ input }: Content) => input.budgetMilliseconds === undefined)).toEqual([]);
  });
});

function changed(path: string, change: (content: Content) => void) {
  return readVectorFiles().map((file: Content) => {
    if (file.path !== path) return file;
    const content: Content = structuredClone(file.content);
    change(content);
    return { path, text: jsonText(content), content };
  });
}

const testOf = (content: Content, id: string): Content =>
  content.groups.flatMap((group: Content) => group.tests).find((test: Content) => test.id === id);

const form = "core/verify-form.json";
const broken: readonly [what: string, path: string, change: (content: Content) => void, problem: RegExp][] = [
  [
    "a claim that is not required",
    "core/time.json",
    (content) => (content.groups[0].requires = ["verify"]),
    /does not require claim\.expiresAt/,
  ],
  [
    "a key that the verifier cannot have",
    "core/verify-signature.json",
    (content) => (testOf(content, "core.verify.signature.retired-key").input.keys = ["older"]),
    /the key older is not in the file/,
  ],
  [
    "a key that nobody uses",
    form,
    (content) => content.keys.push({ ...content.keys[0], id: "spare", text: "TEST-ONLY-key-that-nobody-uses" }),
    /no test uses spare/,
  ],
  [
    "a phase that is not the code's",
    form,
    (content) => (testOf(content, "core.verify.form.duplicate").expect.phase = "claims"),
    /the codes are of the phase form/,
  ],
  [
    "another vendor's token with a signature of nobody",
    "core/verify-foreign.json",
    (content) => {
      const { input } = testOf(content, "core.verify.foreign.bare");
      input.token.literal = `${input.token.literal.slice(0, -4)}AAAA`;
    },
    /the signature does not match/,
  ],
  [
    "another vendor's token that is refused because it has expired",
    "core/verify-foreign.json",
    (content) => {
      content.now = 1_900_000_000;
    },
    /the token has expired/,
  ],
  ["a file that is not its category's", form, (content) => (content.category = "time"), /do not match/],
];

describe("the lint of core vectors", () => {
  it.each(broken)("finds %s", (_what, path, change, problem) => {
    const problems = lintFiles(changed(path, change));
    expect(problems.filter((text: string) => problem.test(text)).length).toBeGreaterThan(0);
  });

  it.each([
    ["a recipe with a member that does not exist", (test: Content) => (test.input.token = { skip: true })],
    ["an edit that does not exist", (test: Content) => (test.input.token = { edits: [{ edit: "repair" }] })],
    ["a refusal without a code", (test: Content) => (test.expect.anyOf = [])],
    ["an expectation of its own", (test: Content) => (test.expect = { outcome: "ok", skipped: true })],
  ])("refuses %s by the schema", (_what, change) => {
    const wrong = changed(form, (content) => change(testOf(content, "core.verify.form.duplicate")));
    expect(schemaProblems(wrong.filter(({ path }) => path === form)).length).toBeGreaterThan(0);
  });
});
