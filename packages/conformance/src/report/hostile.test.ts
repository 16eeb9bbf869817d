// What an adapter tells of itself comes from strangers and stands in every report.
import { describe, expect, it } from "vitest";
import { broken, madeCase, madeSubject, reportOf } from "../testing/made-cases.js";
import { escapeHtml, isPlainAddress, sourceLink } from "./html/markup.js";
import { htmlText } from "./html.js";
import { jsonText } from "./json.js";
import { junitText } from "./junit.js";
import { codeCell, codeMarkdown, markdownText, plainMarkdown, sourceMarkdown } from "./markdown.js";
import { prettyText } from "./pretty.js";
import { screenFor } from "./screen.js";
import { tapText } from "./tap.js";

const evil = `<script>alert("x")</script>'"><img src=x onerror=alert(1)>]]>&\u001b[2J\u202e| \`# ok 1\nok 99 - forged`;

const { adapter } = madeSubject;
const capabilities = {
  ...adapter.capabilities,
  room: { carried: evil, property: evil, claim: evil, note: evil, source: "javascript:alert(1)", asOf: evil },
  entry: null,
  [evil]: { carried: "exact", source: 'https://x.example/"onclick="alert(1)', asOf: "2026-01" },
};
const hostile = {
  ...madeSubject,
  name: evil,
  version: evil,
  adapter: { ...adapter, displayName: evil, issuance: [evil], capabilities } as never,
};

const cases = [
  madeCase(`core.${evil}`, {
    comment: evil,
    twin: evil,
    seen: {
      expected: { [evil]: evil },
      actual: { [evil]: `${evil}!` },
      losses: [{ from: "reference", to: "mirror", path: evil, kind: evil }],
    },
  }),
  madeCase("core.known", { seen: broken }),
];
const baseline = {
  formatVersion: 1 as const,
  entries: [
    { id: "core.known", issue: evil },
    { id: evil, issue: evil },
  ],
};
const hostileReport = () => reportOf(cases, { baseline }, hostile, { command: evil });

describe("a source in Markdown", () => {
  it("is a link where it is a plain address, letter by letter, and text otherwise", () => {
    expect(sourceMarkdown("https://docs.acme.example/a_b/~c?x=1#y")).toBe("<https://docs.acme.example/a_b/~c?x=1#y>");
    for (const text of [
      evil,
      "javascript:alert(1)",
      "https://x.example/|a",
      "https://x.example/> <b>",
      "http://x.example",
    ]) {
      expect(sourceMarkdown(text)).toBe(plainMarkdown(text));
    }
  });
});

describe("a hostile adapter", () => {
  it("gets no markup into the page", async () => {
    const page = htmlText(await hostileReport());
    const tags = new Set([...page.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, name]) => name?.toLowerCase()));
    for (const name of ["script", "img", "iframe", "object", "svg", "base", "form"]) expect(tags).not.toContain(name);
    // Within the quotes of an attribute it is text: quotes from outside are escaped.
    expect(page.replace(/"[^"]*"/g, '""')).not.toMatch(/<[^>]*\son[a-z]+=/i);
    expect(page).toContain("&lt;script&gt;");
    expect(page).not.toMatch(/href="(?!https:|#)/);
    expect(page).not.toContain("\u202e");
    expect(page).not.toContain("\u001b");
  });

  it("gets no elements into the XML", async () => {
    const xml = junitText(await hostileReport());
    const tags = new Set([...xml.matchAll(/<\/?([a-z]+)/gi)].map(([, name]) => name));
    expect([...tags].sort()).toEqual(["failure", "skipped", "testcase", "testsuite", "testsuites"]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
    expect(xml).not.toContain("]]>");
  });

  it("forges no line and no directive in TAP", async () => {
    const lines = tapText(await hostileReport()).split("\n");
    const results = lines.filter((line) => /^(?:not )?ok /.test(line));
    expect(results).toHaveLength(Number(/^1\.\.(\d+)$/.exec(lines[1] ?? "")?.[1]));
    expect(lines.filter((line) => line.startsWith("ok 99"))).toEqual([]);
  });

  it("gets no control character and no line of its own onto the terminal", async () => {
    const text = prettyText(await hostileReport(), screenFor(false, 80));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
    expect(text.split("\n").filter((line) => line.startsWith("ok 99"))).toEqual([]);
  });

  it("gets no markup into the summary", async () => {
    const outside = markdownText(await hostileReport()).replace(/(`+)[\s\S]*?[^`]\1(?!`)/g, "");
    expect(outside.replaceAll(/<\/?(?:details|summary|code)>/g, "")).not.toMatch(/[<>]/);
  });

  it("gets no cell of its own into a table", async () => {
    const summary = markdownText(await hostileReport());
    const rows = summary.split("\n").filter((line) => line.startsWith("|") && line.includes("alert"));
    expect(rows.length).toBeGreaterThan(2);
    const widths = rows.map((line) => line.replaceAll(/&#\d+;/g, "").split("|").length);
    const table = summary.split("\n").filter((line) => line.startsWith("| field"));
    expect(table.map((line) => line.split("|").length)).toEqual(expect.arrayContaining(widths));
  });

  it("leaves the JSON report readable", async () => {
    expect(JSON.parse(jsonText(await hostileReport())).adapter.displayName).toBe(evil);
  });
});

describe("a text in Markdown", () => {
  it("is no markup, link, image or mention", () => {
    const told = plainMarkdown("[a](https://x) ![b](c) @user #1 **x**").replace(/&#\d+;/g, "");
    expect(told).toContain("user");
    expect(told).not.toMatch(/[[\]()@#*!]|https:/);
    expect(plainMarkdown("<b>&amp;")).toBe("&lt;b&gt;&amp;amp;");
  });

  it("stays code whatever it holds, and in its cell", () => {
    expect(codeMarkdown("a`b")).toBe("``a`b``");
    expect(codeMarkdown("`a")).toBe("`` `a ``");
    expect(codeCell("")).toBe("");
    expect(codeCell("a\\|b `c` <d>")).toBe("<code>a&#92;&#124;b &#96;c&#96; &lt;d&gt;</code>");
    expect(codeMarkdown("")).toBe("");
  });
});

describe("HTML", () => {
  it("is escaped in texts and attributes", () => {
    expect(escapeHtml(`<a b="c" d='e'>&\`\u0000`)).toBe("&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;&#96;\ufffd");
  });

  it.each([
    ["https://docs.example.com/rest-api/a_b#c", true],
    ["https://example.com", true],
    ["http://example.com/", false],
    ["javascript:alert(1)", false],
    ["https://example.com/ x", false],
    ['https://example.com/"', false],
    ["https://user@example.com/", false],
    ["//example.com/", false],
  ])("takes %s as an address: %s", (text, isAddress) => {
    expect(isPlainAddress(text)).toBe(isAddress);
    expect(sourceLink(text).toString().startsWith("<a ")).toBe(isAddress);
  });

  it("shortens an address to host and last part", () => {
    expect(sourceLink("https://www.example.com/docs/rest/create-room").toString()).toContain(
      ">example.com/…/create-room</a>",
    );
  });
});
