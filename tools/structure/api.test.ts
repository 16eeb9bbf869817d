// What the packages export: reviewed as a difference of text, documented, and readable as pages.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runNode } from "../../scripts/lib/run.mjs";
import { checkLinks } from "../reference/links.mjs";
import { throwingFunctions } from "./syntax.ts";
import { filesIn, published, read, sourcesOf } from "./workspace.ts";

it("the reports of the API are those in tools/reference/api, and every exported name has a doc comment (cure: npm run api)", async () => {
  const { code, output } = await runNode("tools/reference/api.mjs", ["--check"]);
  expect({ code, output }).toEqual({
    code: 0,
    output: expect.stringMatching(/^\d{3,} exported names .* 0 names or members undocumented/),
  });
});

it("the reference can be made of the doc comments, and no link in it leads nowhere (cure: npm run reference)", async () => {
  const { code, output } = await runNode("tools/reference/reference.mjs", []);
  expect({ code, output }).toEqual({ code: 0, output: expect.stringMatching(/^\d{3,} pages .* 0 faults\.\n$/) });
});

it("every exported function that throws says what", () => {
  const silent = published.flatMap((entry) => {
    const reports = filesIn("tools/reference/api", new RegExp(`/${entry.directory.slice("packages/".length)}[.]`));
    const exported = new Set(
      reports.flatMap((path) => [...read(path).matchAll(/^export function (\w+)/gm)].map((match) => match[1])),
    );
    return sourcesOf(entry).flatMap((path) =>
      throwingFunctions(path)
        .filter(({ name, comment }) => exported.has(name) && !/@throws \S/.test(comment))
        .map(({ name }) => `${path}: ${name}`),
    );
  });
  expect(silent).toEqual([]);
});

it("a link of the reference counts as broken when its page or its place on the page is missing", () => {
  const folder = mkdtempSync(join(tmpdir(), "roompass-links-"));
  const links = ["b.html#here", "b.html#gone", "gone.html", "sub/c.html?x=1", "#top", "https://example.com/gone"];
  mkdirSync(join(folder, "sub"));
  const page = links.map((link) => `<a href="${link}">x</a>`).join("");
  writeFileSync(join(folder, "a.html"), `<h1 id="top">a</h1>${page}`);
  writeFileSync(join(folder, "b.html"), '<h1 id="here">b</h1>');
  writeFileSync(join(folder, "sub", "c.html"), '<a href="../a.html#top">a</a>');
  expect(checkLinks(folder)).toEqual({ pages: 3, links: 6, broken: ["a.html: b.html#gone", "a.html: gone.html"] });
  rmSync(folder, { recursive: true });
});
