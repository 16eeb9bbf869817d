// Every local link of generated pages leads to a page that is there, and to a place on it that is there.
import { readdirSync, readFileSync } from "node:fs";
import { join, posix, sep } from "node:path";

function pagesUnder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join("/"),
    );
}

function readAll(text, pattern) {
  return [...text.matchAll(pattern)].map((match) => match[1]);
}

const withoutEntities = (text) => text.replaceAll("&amp;", "&").replaceAll("&quot;", '"');

/**
 * @param {string} folder
 * @returns {{ pages: number, links: number, broken: string[] }}
 */
export function checkLinks(folder) {
  const files = new Set(pagesUnder(folder));
  const pages = new Map();
  for (const file of files) {
    if (!/\.(html|svg)$/.test(file)) continue;
    const text = readFileSync(join(folder, file), "utf8");
    pages.set(file, {
      ids: new Set(readAll(text, /\sid="([^"]*)"/g)),
      links: readAll(text, /\s(?:href|src)="([^"]*)"/g),
    });
  }
  const broken = [];
  let links = 0;
  for (const [file, page] of pages) {
    for (const link of new Set(page.links.map(withoutEntities))) {
      if (/^[a-z][a-z0-9+.-]*:/i.test(link)) continue;
      links += 1;
      const [path = "", anchor = ""] = link.split("#");
      const target =
        path === "" ? file : posix.normalize(posix.join(posix.dirname(file), decodeURI(path.split("?")[0])));
      const known = files.has(target);
      const hasAnchor = anchor === "" || pages.get(target)?.ids.has(decodeURIComponent(anchor)) === true;
      if (!known || !hasAnchor) broken.push(`${file}: ${link}`);
    }
  }
  return { pages: [...pages.keys()].filter((file) => file.endsWith(".html")).length, links, broken };
}
