// SECURITY.md names the test behind each of its claims. A test that is renamed or removed must not leave a claim behind.
import { describe, expect, it } from "vitest";
import { wordsOf } from "./syntax.ts";
import { exists, read } from "./workspace.ts";

const ITEMS = Array.from({ length: 22 }, (_, index) => `B${index + 1}`);

interface Row {
  readonly item: string;
  readonly evidence: string;
}

interface Reference {
  readonly title: string;
  readonly file: string;
}

const lines = read("SECURITY.md").split("\n");

function cellsOf(line: string): string[] {
  return line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());
}

const rows: readonly Row[] = lines
  .filter((line) => /^\| (?:B\d+|times) \|/.test(line))
  .map(cellsOf)
  .map((cells) => ({ item: cells[0] as string, evidence: cells.at(-1) as string }));

/** Links to test files; the text of each is the title of a `describe` or an `it` in that file. */
function referencesIn(text: string): Reference[] {
  return [...text.matchAll(/\[([^\]]+)\]\(([^)\s]+\.test\.ts)\)/g)].map((match) => ({
    title: match[1] as string,
    file: match[2] as string,
  }));
}

const references = lines.flatMap(referencesIn);

describe("the security table", () => {
  it("every item of the table has a test, or says why it has none", () => {
    expect(rows.map(({ item }) => item)).toEqual([...ITEMS, "times"]);
    const bare = rows.filter(
      ({ evidence }) => referencesIn(evidence).length === 0 && !/^Not (?:applicable|yet)\b/.test(evidence),
    );
    expect(bare.map(({ item }) => item)).toEqual([]);
  });

  it("names only tests that exist", () => {
    expect(references.length).toBeGreaterThan(ITEMS.length);
    const missing = references.filter(({ title, file }) => !exists(file) || !wordsOf(file).includes(title));
    expect(missing).toEqual([]);
  });
});
