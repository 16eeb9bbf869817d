// What the packages export. That the reports in tools/reference/api are up to date, that every name has a doc comment and
// that the reference has no broken link is checked by `npm test` itself, where it was changed (turbo.json, `check`).
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { checkLinks } from "../reference/links.mjs";
import { throwingFunctions } from "./syntax.ts";
import { filesIn, published, read, sourcesOf } from "./workspace.ts";

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
