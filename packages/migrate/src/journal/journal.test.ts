import { appendFileSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { hasNamedPipes, namedPipe } from "../testing/named-pipe.js";
import { temporaryFolder } from "../testing/temporary-folder.js";
import { noCounts } from "../work/counts.js";
import { Journal, readJournal } from "./journal.js";

const header = {
  now: 1,
  salt: "aa",
  fingerprint: "bb",
  chunkBytes: 1024,
  input: { kind: "stream" },
  files: [],
} as const;
const checkpoint = (chunks: number) => ({
  chunks,
  input: { bytes: chunks * 10, sha256: "x" },
  output: { bytes: chunks, sha256: "y" },
  rejects: { bytes: 0, sha256: "z" },
  counts: noCounts,
});

async function journalOf(...chunks: readonly number[]): Promise<string> {
  const path = join(temporaryFolder(), "journal");
  const journal = await Journal.begin(path, header);
  for (const count of chunks) await journal.note(checkpoint(count));
  await journal.close();
  return path;
}

it("is read back as it was written, by its owner alone", async () => {
  const path = await journalOf(1, 2);
  expect(readJournal(path)).toMatchObject({ header, last: checkpoint(2), bytes: statSync(path).size });
  expect(statSync(path).mode & 0o077).toBe(0);
  expect(readJournal(await journalOf())?.last).toBeUndefined();
  expect(readJournal(`${path}.other`)).toBeUndefined();
});

it("does not count a last line that was not finished, and goes on in its place", async () => {
  const path = await journalOf(1, 2);
  appendFileSync(path, '{"chunks":3,"inp');
  const found = readJournal(path)!;
  expect(found.last).toEqual(checkpoint(2));
  const journal = await Journal.resume(path, found);
  await journal.note(checkpoint(3));
  await journal.close();
  expect(readJournal(path)?.last).toEqual(checkpoint(3));
  expect(readFileSync(path, "utf8").trimEnd().split("\n")).toHaveLength(4);
});

it("takes a first line that was not finished for no journal", async () => {
  const path = await journalOf();
  for (const length of [0, 1, 12, 40]) {
    writeFileSync(path, readFileSync(path, "utf8").slice(0, length));
    expect(readJournal(path)).toBeUndefined();
  }
});

it.each([
  ["is no journal of a migration, or one of another version", '{"journal":"something else"}\n'],
  ["is no journal of a migration, or one of another version", "a\nb\n"],
  ["is no journal of a migration", "tokens that nobody should lose"],
])("refuses a file that %s", async (words, text) => {
  const path = await journalOf();
  writeFileSync(path, text);
  expect(() => readJournal(path)).toThrow(words);
});

it.each(['{"chunks":-1}\n', "{}\n", "\n", '{"chunks":1,"input":{}}\n'])(
  "refuses a journal with the line %j",
  async (line) => {
    const path = await journalOf(1);
    appendFileSync(path, `${line}${JSON.stringify(checkpoint(2))}\n`);
    expect(() => readJournal(path)).toThrow("is damaged");
  },
);

it.each<[string, object]>([
  ["chunks of no size, which have no end", { chunkBytes: 0 }],
  ["chunks that no memory holds", { chunkBytes: 2 ** 40 }],
  ["a salt that is none", { salt: "a:b" }],
  ["an input of no kind", { input: { kind: "x" } }],
  ["no files", { files: undefined }],
])("refuses a first line with %s", async (_what, own) => {
  const path = await journalOf();
  writeFileSync(path, `${JSON.stringify({ journal: "roompass-migrate 1", ...header, ...own })}\n`);
  expect(() => readJournal(path)).toThrow("is no journal of a migration");
});

it.each<[string, object]>([
  ["counts that cannot be added up", { moved: undefined }],
  ["lines that nothing became of", { lines: 7 }],
  ["a name that repaints the terminal", { lines: 1, refused: { "\u001b[2J": 1 } }],
])("refuses a line with %s", async (_what, own) => {
  const path = await journalOf();
  appendFileSync(path, `${JSON.stringify({ ...checkpoint(1), counts: { ...noCounts, ...own } })}\n`);
  expect(() => readJournal(path)).toThrow("is damaged");
});

it("knows where its whole lines end, though some of its bytes are no text any more", async () => {
  const path = await journalOf(1);
  writeFileSync(path, Buffer.from(readFileSync(path, "latin1").replace('"x"', '"\u00ff"'), "latin1"));
  expect(readJournal(path)?.bytes).toBe(statSync(path).size);
});

it.skipIf(!hasNamedPipes)("is no named pipe, which nobody waits for", async () => {
  expect(() => readJournal(namedPipe())).toThrow("is no regular file");
  await expect(Journal.begin(namedPipe(), header)).rejects.toMatchObject({ code: "migrate.journal" });
});
