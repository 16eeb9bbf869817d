import { describe, expect, it } from "vitest";
import { allows } from "./allows/allows.js";
import { compare } from "./allows/compare.js";
import { detect } from "./detect/detect.js";
import { detectClaims } from "./detect/detect-claims.js";
import { errorOf } from "./errors/testing/error-of.js";
import type { Grant } from "./grant/grant.js";
import { parseGrant } from "./grant/parse-grant.js";
import { lintGrant } from "./lint/lint-grant.js";
import { lintToken } from "./lint/lint-token.js";
import { inspectToken } from "./provider/inspect.js";
import { goodClaims, grantInput, signed, toyProvider } from "./provider/testing/toy-provider.js";
import { makeToyAdapter, toyAdapter } from "./testing/toy-adapter.js";
import { verified } from "./testing/toy-readings.js";
import { now } from "./testing/toy-space.js";
import { translate } from "./translate/translate.js";

/** Calls as somebody without types makes them. */
type Loose = (...given: readonly unknown[]) => unknown;
const loose = (callee: unknown): Loose => callee as Loose;

const twin = makeToyAdapter("twin", "Twin");
const source = verified(toyAdapter, { room: "standup", exp: now + 3600, account: "acme", iat: now });
const grant: Grant = { purpose: ["participant"], room: "standup", expiresAt: now + 60 };
const pair = { reading: source, adapter: toyAdapter };
const provider = toyProvider();
const later = async () => source;

const move = (changes: object) => loose(translate)(source, { from: toyAdapter, to: twin, now, ...changes });
const told = async (call: () => unknown): Promise<string> => {
  const { code, path = "", message, cure } = await errorOf(call as () => never);
  expect(cure).toMatch(/^[A-Z`].*[.?]$/);
  return `${code} ${path}: ${message} ${cure}`;
};

describe("an option that does not exist", () => {
  it.each<[string, () => unknown, string, string]>([
    ["translate", () => move({ polcy: {} }), "options.polcy", "policy"],
    ["translate", () => move({ includeexact: true }), "options.includeexact", "includeExact"],
    [
      "inspectToken",
      () => loose(inspectToken)(signed(), toyAdapter, { now, maxbytes: 1 }),
      "options.maxbytes",
      "maxBytes",
    ],
    [
      "compare",
      () => loose(compare)(grant, grant, { now, includeEquals: true }),
      "options.includeEquals",
      "includeEqual",
    ],
    ["lintGrant", () => loose(lintGrant)(grant, undefined, { now, maxLifetime: 1 }), "options.maxLifetime", ""],
    [
      "parseGrant",
      () => loose(parseGrant)(grant, { now, requireExpiri: false }),
      "options.requireExpiri",
      "requireExpiry",
    ],
    [
      "allows",
      () => loose(allows)(grant, "join", { at: now, participantID: "a" }),
      "context.participantID",
      "participantId",
    ],
  ])("is refused by %s", async (_name, call, path, meant) => {
    const said = await told(call);
    expect(said).toContain(`options.unknown ${path}: \`${path}\` does not exist.`);
    expect(said).toContain(meant === "" ? "What exists is: `now`" : `Did you mean \`${meant}\`?`);
  });

  it("is refused by verify, with what was meant", async () => {
    const verify = (given: unknown) => () => loose(provider.verify)(signed(), given);
    expect(await told(verify({ rooom: "standup" }))).toMatch(/^provider\.settings expectations\.rooom.*`room`\?$/);
    expect(await told(verify("standup"))).toMatch(
      /^provider\.settings expectations: .* a text, .*\{ room, participantId \}/,
    );
    expect(await told(verify(Promise.resolve({})))).toContain("a promise");
  });

  it("is not taken for a part of the grant, or for nothing", async () => {
    expect(await told(() => loose(provider.issue)(grantInput(), { expiresIn: "1m" }))).toMatch(
      /^options\.unknown .*issue/,
    );
    expect(await told(() => loose(provider.inspect)(signed(), { now }))).toMatch(/^options\.unknown .*inspect/);
    expect([signed(), signed()].map(provider.inspect)).toHaveLength(2);
  });

  it("is refused whatever it is called", async () => {
    const said = await told(() => move({ "\u0007bell": 1 }));
    expect(said).toContain('options["\\u0007bell"]');
  });
});

describe("options that are none, or that nobody filled in", () => {
  it.each<[string, () => unknown, string]>([
    ["translate without", () => loose(translate)(source), "options.invalid options"],
    ["translate with a promise", () => loose(translate)(source, Promise.resolve({})), "Write `await`"],
    ["translate with a list", () => loose(translate)(source, []), "a list, not an object"],
    ["compare without", () => loose(compare)(grant, grant), "options.invalid options"],
    ["allows without", () => loose(allows)(grant, "join"), "options.invalid context"],
    ["lintToken without", () => loose(lintToken)({}), "options.invalid options"],
    ["an undefined policy", () => move({ policy: undefined }), "options.invalid options.policy"],
    [
      "an undefined room",
      () => loose(allows)(grant, "join", { at: now, room: undefined }),
      "options.invalid context.room",
    ],
    [
      "an undefined participant",
      () => loose(allows)(grant, "join", { at: now, participantId: undefined }),
      "options.invalid context.participantId",
    ],
  ])("are refused: %s", async (_name, call, part) => {
    expect(await told(call)).toContain(part);
  });

  it.each([now * 1000, now + 0.5, 3600, "now", undefined, new Date(0)])("and so is the time %s", async (when) => {
    for (const call of [
      () => move({ now: when }),
      () => loose(compare)(grant, grant, { now: when }),
      () => loose(lintGrant)(grant, undefined, { now: when }),
    ]) {
      const said = await told(call);
      expect(said).toMatch(/^clock\.invalid now: .*unix seconds.*Date\.now\(\) \/ 1000/);
      if (when === now * 1000) expect(said).toMatch(/looks like milliseconds.*Divide by 1000/);
    }
  });
});

describe("something of another kind", () => {
  it.each<[string, () => unknown, string, string]>([
    [
      "a promise to translate",
      () => loose(translate)(later(), { from: toyAdapter, to: twin, now }),
      "source",
      "a promise",
    ],
    ["a text to translate", () => loose(translate)(signed(), { from: toyAdapter, to: twin, now }), "source", "a text"],
    [
      "nothing to translate",
      () => loose(translate)(undefined, { from: toyAdapter, to: twin, now }),
      "source",
      "undefined",
    ],
    ["a grant to translate", () => loose(translate)(grant, { from: toyAdapter, to: twin, now }), "source", "a grant"],
    ["no adapter from", () => move({ from: undefined }), "from", "undefined"],
    ["a factory to", () => move({ to: toyProvider }), "to", "a function"],
    ["a text to", () => move({ to: "twin" }), "to", "a text"],
    ["a reading to", () => move({ to: source }), "to", "the reading of a token"],
    ["a promise to allows", () => loose(allows)(later(), "join", { at: now }), "granting", "a promise"],
    ["a text to allows", () => loose(allows)(signed(), "join", { at: now }), "granting", "a text"],
    ["a reading to allows", () => loose(allows)(source, "join", { at: now }), "granting", "the reading of a token"],
    [
      "no adapter to allows",
      () => loose(allows)({ reading: source }, "join", { at: now }),
      "granting.adapter",
      "undefined",
    ],
    [
      "a promised reading to allows",
      () => loose(allows)({ reading: later(), adapter: toyAdapter }, "join", { at: now }),
      "granting.reading",
      "a promise",
    ],
    ["what was not parsed to allows", () => loose(allows)(grantInput(), "join", { at: now }), "granting", "a grant"],
    ["nothing to compare", () => loose(compare)(grant, undefined, { now }), "after", "undefined"],
    ["a promise to compare", () => loose(compare)(later(), grant, { now }), "before", "a promise"],
    ["a reading to lintToken", () => loose(lintToken)(source, { now }), "subject", "the reading of a token"],
    ["nothing to lintToken", () => loose(lintToken)(undefined, { now }), "subject", "undefined"],
    ["half to lintToken", () => loose(lintToken)({ adapter: toyAdapter }, { now }), "subject.native", "undefined"],
    ["a promise to lintGrant", () => loose(lintGrant)(later(), undefined, { now }), "grant", "a promise"],
    ["no adapters to detect", () => loose(detect)(signed()), "adapters", "undefined"],
    ["one adapter to detect", () => loose(detect)(signed(), toyAdapter), "adapters", "an adapter"],
    ["no adapter to detect", () => loose(detect)(signed(), [undefined]), "adapters[0]", "undefined"],
    ["no adapter to inspectToken", () => loose(inspectToken)(signed(), undefined, { now }), "adapter", "undefined"],
    ["a promise to issue", () => loose(provider.issue)(Promise.resolve(grant)), "input", "a promise"],
  ])("is named: %s", async (_name, call, path, words) => {
    const said = await told(call);
    expect(said).toContain(`input.wrong-kind ${path}: \`${path}\` is ${words}, not `);
    if (words === "a promise") expect(said).toContain("`await`");
    expect(said).not.toContain(signed().slice(0, 20));
  });

  it("is said of a copy: what was checked is the object itself", async () => {
    const copied = await told(() => loose(translate)({ ...source }, { from: toyAdapter, to: twin, now }));
    expect(copied).toMatch(/^translate\.unverified source: .*copy of a checked reading.*very object/);
    const inspected = await told(() =>
      loose(translate)(inspectToken(signed(), toyAdapter, { now }), { from: toyAdapter, to: twin, now }),
    );
    expect(inspected).toMatch(/^translate\.unverified source: .*only inspected/);
    expect(await told(() => loose(provider.issue)(source))).toMatch(/^input\.wrong-kind input: .*reading.*`grant`/);
  });

  it("is a token that nobody waited for", async () => {
    const token = Promise.resolve(signed());
    expect(await told(() => loose(provider.verify)(token))).toMatch(/^token\.not-a-string .*a promise.*`await`/);
    expect(await told(() => loose(inspectToken)(token, toyAdapter, { now }))).toMatch(/a promise.*`await`/);
    expect(loose(detect)(token, [toyAdapter])).toMatchObject({ reason: "The token is a promise, not a string." });
  });
});

describe("an adapter and its provider", () => {
  it("are the same wherever one is asked for", () => {
    const reading = inspectToken(signed(), toyAdapter, { now });
    expect(inspectToken(signed(), provider, { now })).toEqual(reading);
    expect(detect(signed(), [provider, twin])).toEqual(detect(signed(), [toyAdapter, twin]));
    const evidence = { header: { alg: "HS256" }, claims: goodClaims() };
    expect(detectClaims(evidence, [provider])).toEqual(detectClaims(evidence, [toyAdapter]));
    expect(allows({ reading, adapter: provider }, "join", { at: now })).toEqual(
      allows({ reading, adapter: toyAdapter }, "join", { at: now }),
    );
    expect(compare(pair, { reading: source, adapter: { adapter: toyAdapter } }, { now }).verdict).toBe("equal");
    expect(lintGrant(grant, provider, { now })).toEqual(lintGrant(grant, toyAdapter, { now }));
    const parts = { native: source.native, decoded: toyAdapter.decode(source.native) };
    const subject = { ...parts, authority: toyAdapter.authority(source.native, {}) };
    expect(lintToken({ ...subject, adapter: provider }, { now })).toEqual(
      lintToken({ ...subject, adapter: toyAdapter }, { now }),
    );
  });
});
