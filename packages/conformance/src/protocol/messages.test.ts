import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rightNames } from "../subject/grant-paths.js";
import { madeDescription } from "../testing/made-program.js";
import { problemOfAnswer, problemOfQuestion } from "./check-messages.js";
import { describeMessage, protocolJsonSchema } from "./messages.js";
import { wireOperationNames } from "./operations.js";

type Node = Readonly<Record<string, unknown>>;

describe("the schema of the protocol", () => {
  const committed = readFileSync(new URL("../../schemas/protocol.schema.json", import.meta.url), "utf8");

  it("that is committed is the one of the source (cure: tsc -b, node scripts/write-protocol-schema.mjs)", () => {
    expect(JSON.parse(committed)).toEqual(JSON.parse(JSON.stringify(protocolJsonSchema())));
  });

  it("has what each of its references names", () => {
    const schema = JSON.parse(committed) as { readonly $defs: Node };
    const references = [...committed.matchAll(/"\$ref": "([^"]*)"/g)].map(([, reference]) => reference as string);
    expect(references.length).toBeGreaterThan(40);
    const missing = references.filter((reference) => !Object.hasOwn(schema.$defs, reference.replace("#/$defs/", "")));
    expect(missing).toEqual([]);
  });

  it("has a question and a result for every operation", () => {
    const { $defs } = JSON.parse(committed) as { readonly $defs: Record<string, { readonly properties: Node }> };
    expect(Object.keys($defs["results"]?.properties ?? {})).toEqual([...wireOperationNames]);
    for (const op of wireOperationNames) expect($defs).toHaveProperty([`run.${op}`]);
  });
});

const native = { properties: {}, unknown: {}, findings: [] };
const question = (op: string, input: unknown, context: unknown = {}) =>
  ({ message: "run", seq: "q-1", op, input, context }) as never;

describe("a message of the suite", () => {
  it.each([
    [question("decode", { native })],
    [question("authority", { native }, { room: { recording: "nobody" } })],
    [question("verify", { token: 7 }, { tenant: "a", secrets: ["k"], now: 1, expectations: { roomName: 1 } })],
    [question("issue", { grant: null }, { tenant: "a", secret: "", now: 1 })],
  ])("%j holds", (message) => {
    expect(problemOfQuestion(message)).toBeUndefined();
  });

  it.each([
    [
      "input.native.findings is missing",
      question("decode", { native: { properties: {}, unknown: {} } }),
      "native.findings",
    ],
    [
      "a secret goes where none belongs",
      question("decode", { native }, { secret: "x" }),
      "$.secret is not part of the format",
    ],
    ["now is no whole number", question("lint", { native }, { now: 1.5 }), "now"],
    ["a set is sent as an object", question("encode", { grant: {}, ceiling: { allowWidening: {} } }), "ceiling"],
  ])("does not where %s", (_what, message, problem) => {
    expect(problemOfQuestion(message)).toContain(problem);
  });
});

const both = (value: unknown): unknown => ({ lowest: value, highest: value });
const authority = {
  purpose: both(["participant"]),
  room: both({ any: true }),
  window: both({ notBefore: 0 }),
  stay: both({ maxSeconds: null, endsAtExpiry: false }),
  entry: both("ask"),
  identity: both(null),
  rights: Object.fromEntries(rightNames.map((path) => [path, "deny, liftable"])),
  automation: {},
};

/** Everything that a grant may say, in parsed form. */
const whole = {
  purpose: ["api", "participant"],
  room: { anyOf: ["a", "b"] },
  participant: { id: "u-1", name: "", email: "a@example.com", avatarUrl: "https://example.com/a", metadata: [null] },
  notBefore: 1,
  expiresAt: null,
  stay: { endsAtExpiry: true, maxSeconds: 60 },
  entry: "ask",
  rights: { publish: { data: false }, subscribe: { base: true }, moderate: { media: true }, record: ["cloud"] },
  start: { camera: "on" },
  automation: { record: { mode: "cloud" }, transcribe: {} },
  client: { language: "de", redirectUrl: "https://example.com", closeTabOnExit: false },
};
const decodedAs = (grant: object): object => ({ grant, issuance: {}, residue: {}, unknown: {} });

describe("a message of the program", () => {
  it.each([
    ["authority", { seq: "q", ok: authority }],
    ["recognize", { seq: "q", ok: null }],
    ["decode", { seq: "q", ok: decodedAs(whole) }],
    ["verify", { seq: "q", ok: { grant: { ...whole, room: { pattern: "a-.*", dialect: "regex" } } } }],
    ["verify", { seq: "q", error: { code: "token.expired", path: "claims.exp", details: {} } }],
    ["lint", { seq: "q", unsupported: "no" }],
    ["lint", { seq: "q", errored: "ZeroDivisionError" }],
  ] as const)("%s holds", (op, message) => {
    expect(problemOfAnswer(op, message)).toBeUndefined();
  });

  it.each([
    [
      "a right is missing",
      "authority",
      { seq: "q", ok: { ...authority, rights: {} } },
      "rights.rights.publish.microphone",
    ],
    ["a grant has a member of the vendor's", "decode", { seq: "q", ok: decodedAs({ ...whole, owner: true }) }, "owner"],
    ["an instant is a text", "verify", { seq: "q", ok: { grant: { ...whole, notBefore: "1" } } }, "grant.notBefore"],
    [
      "a right is null",
      "verify",
      { seq: "q", ok: { grant: { ...whole, rights: { admit: null } } } },
      "grant.rights.admit",
    ],
    [
      "no room is named",
      "verify",
      { seq: "q", ok: { grant: { purpose: ["participant"] } } },
      "$.grant.room is missing",
    ],
    ["a code is none", "verify", { seq: "q", error: { code: "Expired!" } }, "$.error.code does not match"],
    ["there is more than an answer", "lint", { seq: "q", ok: [], log: "x" }, "log"],
    ["a result is left out", "lint", { seq: "q" }, "$.ok is missing"],
  ] as const)("does not where %s", (_what, op, message, problem) => {
    expect(problemOfAnswer(op, message)).toContain(problem);
  });

  it("describes the program, every operation by its name", () => {
    expect(describeMessage.safeParse(madeDescription).success).toBe(true);
    expect(describeMessage.safeParse({ ...madeDescription, operations: ["Decode"] }).success).toBe(false);
  });
});
