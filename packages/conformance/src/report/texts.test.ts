import { describe, expect, it } from "vitest";
import { broken, everyReport, madeCase, reportOf } from "../testing/made-cases.js";
import { version } from "../version.js";
import { htmlText } from "./html.js";
import { junitText } from "./junit.js";
import { markdownText } from "./markdown.js";
import { prettyText } from "./pretty.js";
import { screenFor, widthOf } from "./screen.js";
import { tapText } from "./tap.js";
import { verdictText } from "./words.js";

const plain = screenFor(false, 80);
const fine = [madeCase("core.manifest.example", { category: "manifest" })];

describe("the text for a terminal", () => {
  it("shows the table, the failing cases and one sentence at the end", async () => {
    const text = prettyText(await everyReport(), plain);
    expect(text).toContain("Conformance of Reference (made 1.2.3)");
    expect(text).toMatch(/^ {2}verify {6}MUST {8}1 {5}1/m);
    expect(text).toMatch(/^ {2}widening {4}– +no case$/m);
    expect(text).toContain("FAIL  core.verify.broken  verify, MUST");
    expect(text).toContain("Flag (BASIC): What goes wrong.");
    expect(text).toContain('at        grant.entry\n    expected  "ask"\n    got       "direct"');
    expect(text).toContain("twin      core.verify.fine");
    expect(text).toContain("repeat    npx @roompass/conformance ./made.js --case core.verify.broken");
    expect(text).toContain("KNOWN  core.decode.known: https://example.org/1");
    expect(text.trimEnd().split("\n").slice(-3).join(" ")).toContain("Not conformant: 3 MUST cases do not hold");
  });

  it("shows MUST before SHOULD", async () => {
    const text = prettyText(await everyReport(), plain);
    expect(text.indexOf("core.time.late")).toBeLessThan(text.indexOf("core.decode.should"));
  });

  it("shows what others rest on before them, in the order of the table", async () => {
    const found = (["time", "verify", "encode"] as const).map((category) =>
      madeCase(`core.${category}.x`, { category, seen: broken }),
    );
    const text = prettyText(await reportOf(found), plain);
    expect(text.match(/^FAIL {2}core\.\w+/gm)).toEqual(["encode", "verify", "time"].map((one) => `FAIL  core.${one}`));
  });

  it("tells twenty in full, and of the rest the ids", async () => {
    const many = Array.from({ length: 23 }, (_, index) => madeCase(`core.verify.n${index + 10}`, { seen: broken }));
    const text = prettyText(await reportOf(many), plain);
    expect(text.match(/^FAIL {2}core\.verify\.n\d+ {2}verify/gm)).toHaveLength(20);
    expect(text).toContain("And 3 more cases; `--output <folder>` writes all of them");
    expect(text.match(/^ {2}FAIL {5}core\.verify\.n3[012]$/gm)).toHaveLength(3);
    expect(prettyText(await reportOf(many.slice(0, 20)), plain)).not.toContain("more case");
  });

  it("says at the end how to read about a case, and where most of them broke", async () => {
    const breaks = () => {
      throw new TypeError("no");
    };
    const end = async (count: number): Promise<string> => {
      const many = Array.from({ length: count }, (_, index) => madeCase(`core.verify.n${index}`, { seen: breaks }));
      const text = prettyText(await reportOf([...many, madeCase("core.verify.x", { seen: broken })]), plain);
      return text.slice(text.lastIndexOf("repeat"));
    };
    expect(await end(2)).toMatch(/^2 cases of these: threw TypeError/m);
    expect(await end(1)).not.toContain("of these");
    expect(await end(1)).toContain("    npx @roompass/conformance ./made.js --explain core.verify.n0\n");
    expect(prettyText(await reportOf(fine), plain)).not.toContain("--explain");
  });

  it("has no empty categories where a part of the suite ran", async () => {
    const text = prettyText(await reportOf(fine, { filter: { category: "manifest" } }), plain);
    expect(text).toMatch(/^ {2}manifest {4}MUST/m);
    expect(text).not.toContain("no case");
  });

  it("shows the whole of a counter-example, whatever else differs", async () => {
    const vector = { id: "a.widening.random-1-2-to-b", input: { from: { long: "x".repeat(300) } } };
    const actual = { ...Object.fromEntries("abcdefg".split("").map((name) => [name, 1])), counterexample: vector };
    const seen = { expected: { counterexample: null }, actual };
    const text = prettyText(await reportOf([madeCase("core.widening.random.to.b", { seen })]), plain);
    const start = text.indexOf("      {\n");
    const json = text.slice(start, text.indexOf("\n      }\n", start) + 8);
    expect(JSON.parse(json)).toEqual(vector);
  });

  it("fits 80 columns but for what is to be copied", async () => {
    const lines = prettyText(await everyReport(), plain).split("\n");
    expect(lines.filter((line) => widthOf(line) > 80 && !/ --(?:case|explain) /.test(line))).toEqual([]);
  });

  it("has colours on a terminal alone, and none where nobody wants them", async () => {
    const report = await everyReport();
    expect(prettyText(report, plain)).not.toContain("\u001b");
    expect(prettyText(report, screenFor(true, 80))).toContain("\u001b[");
    expect(prettyText(report, screenFor(true, 80, { NO_COLOR: "1" }))).not.toContain("\u001b");
    expect(prettyText(report, screenFor(true, 80, { TERM: "dumb" }))).not.toContain("\u001b");
  });

  it("has no percentage and never says certified", async () => {
    const texts = [await everyReport(), await reportOf(fine)].flatMap((report) => [
      prettyText(report, plain),
      markdownText(report),
      htmlText(report).replace(/<style>[\s\S]*<\/style>/, ""),
    ]);
    for (const text of texts) expect(text).not.toMatch(/\d ?%|certif/i);
  });
});

describe("the verdict", () => {
  it("says what may be said", async () => {
    expect(verdictText(await reportOf(fine))).toBe(
      `Conformant to issue, self-tested against vectors ${version}: 1 case passed, 0 do not apply.`,
    );
    expect(verdictText(await reportOf(fine, { filter: { profile: "issue" } }))).toMatch(/claims nothing/);
    const should = madeCase("core.s", { level: "SHOULD", seen: broken });
    expect(verdictText(await reportOf([...fine, should]))).toMatch(/1 case of SHOULD and MAY does not hold\.$/);
    expect(verdictText(await reportOf([madeCase("core.a", { requires: ["issue.api"] })]))).toMatch(
      /nothing can be claimed/,
    );
    const nothing = await reportOf([madeCase("core.a", { requires: ["issue.api"] })]);
    expect(markdownText(nothing)).toMatch(/^# ⚠️ /);
    expect(markdownText(await reportOf(fine))).toMatch(/^# ✅ /);
    const entries = [{ id: "core.gone", issue: "https://example.org" }];
    expect(verdictText(await reportOf(fine, { baseline: { formatVersion: 1, entries } }))).toBe(
      "Not conformant: 1 line of the baseline cannot stand.",
    );
  });
});

describe("JUnit", () => {
  it("is red exactly where the run fails, and tells the reasons of the rest", async () => {
    const xml = junitText(await everyReport());
    expect(xml).toContain('<testsuites name="conformance of made" tests="9" failures="2" errors="2" skipped="4"');
    expect(xml).toContain('<testsuite name="verify" tests="3" failures="1" errors="1" skipped="0"');
    expect(xml).toContain('<skipped message="not applicable: not offered: issue.api"/>');
    expect(xml).toContain('<skipped message="SHOULD, does not hold (fail)"/>');
    expect(xml).toContain('<skipped message="known failure: https://example.org/1"/>');
    expect(xml).toContain('name="core.verify.broken – the comment of core.verify.broken"');
    expect(xml).toContain('<testsuite name="baseline" tests="1" failures="1"');
    expect(xml.match(/<testcase /g)).toHaveLength(10);
  });
});

describe("TAP", () => {
  it("has a line for each case and each problem of the baseline", async () => {
    const text = tapText(await everyReport());
    expect(text).toMatch(/^TAP version 14\n1\.\.10\n/);
    expect(text).toContain("ok 1 - core.verify.fine – the comment of core.verify.fine\n");
    expect(text).toContain("not ok 2 - core.verify.broken");
    expect(text).toContain("# SKIP not applicable: not offered: issue.api");
    expect(text).toContain("# TODO known failure: https://example.org/1");
    expect(text).toContain("# TODO SHOULD");
    expect(text).toContain("not ok 10 - baseline: core.limits.listed");
  });
});

describe("the summary", () => {
  it("has counts, failing cases, the capabilities and the losses", async () => {
    const text = markdownText(await everyReport());
    expect(text).toContain("| verify | MUST | 1 | 1 | 1 |");
    expect(text).toContain("**fail** `core.verify.broken` (MUST)");
    expect(text).toContain("| <code>rights.record</code> |");
    expect(text).toContain("reference → mirror");
  });
});

describe("the page", () => {
  it("is one file without scripts, and loads nothing", async () => {
    const page = htmlText(await everyReport());
    expect(page).toContain("default-src 'none'; style-src 'unsafe-inline'");
    expect(page).not.toMatch(/<(?:script|link|img|iframe)|@import|url\(|\ssrc=/i);
    expect(page).toContain("prefers-color-scheme:dark");
    expect(page).toContain("@media print");
  });

  it("says every colour in words, too", async () => {
    const page = htmlText(await everyReport());
    const chips = [...page.matchAll(/<span class="chip[^"]*">([^<]*)<\/span>/g)].map(([, text]) => text);
    expect(chips.length).toBeGreaterThan(60);
    expect(chips.filter((text) => text === "")).toEqual([]);
  });

  it("has every field in both matrices, and how to repeat each failing case", async () => {
    const page = htmlText(await everyReport()).replaceAll("<wbr>", "");
    expect(page.match(/<code>rights\.publish\.microphone<\/code>/g)).toHaveLength(3);
    expect(page).toContain("--case core.verify.broken</pre>");
    expect(page).toContain("Known failures");
  });
});
