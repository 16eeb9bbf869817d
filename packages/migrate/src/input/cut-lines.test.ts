import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CutChunk, cutLines } from "./cut-lines.js";

async function* inBlocks(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function cut(text: string, block: number, offset = 0): Promise<CutChunk[]> {
  const chunks: CutChunk[] = [];
  const options = { chunkBytes: 32, lineBytes: 12, offset };
  for await (const chunk of cutLines(inBlocks(text, block), options)) chunks.push(chunk);
  return chunks;
}

const shown = (chunks: readonly CutChunk[]) => chunks.map(({ bytes, end }) => [bytes.toString(), end]);

describe("cutLines", () => {
  it("cuts where the bytes say, however they arrive, and where a resumed run would", async () => {
    const lines = fc.array(fc.string({ maxLength: 40 }).map((text) => text.replaceAll("\n", "")));
    await fc.assert(
      fc.asyncProperty(lines, fc.boolean(), fc.integer({ min: 1, max: 70 }), async (list, isEnded, block) => {
        const text = list.join("\n") + (isEnded ? "\n" : "");
        const whole = await cut(text, 1_000_000);
        expect(shown(await cut(text, block))).toEqual(shown(whole));
        for (const { end } of whole) {
          const rest = Buffer.from(text).subarray(end).toString();
          expect(shown(await cut(rest, block, end))).toEqual(shown(whole.filter((chunk) => chunk.end > end)));
        }
        expect(whole.at(-1)?.end ?? 0).toBe(Buffer.byteLength(text));
        if (list.every((line) => Buffer.byteLength(line) <= 12)) {
          expect(whole.map(({ bytes }) => bytes.toString()).join("")).toBe(text);
        }
      }),
    );
  });

  it("keeps of a line that is longer than a chunk only as much as shows that it is too long", async () => {
    const text = `a\n${"x".repeat(1000)}\nb\n`;
    expect(shown(await cut(text, 7))).toEqual([
      ["a\n", 2],
      ["x".repeat(13), 1003],
      ["b\n", 1005],
    ]);
    expect(shown(await cut("x".repeat(1000), 7))).toEqual([["x".repeat(13), 1000]]);
  });

  it("tells the hash every byte, those that are passed over too", async () => {
    const text = `a\n${"x".repeat(1000)}\nb`;
    const hash = createHash("sha256");
    for await (const _ of cutLines(inBlocks(text, 9), { chunkBytes: 32, lineBytes: 12, offset: 0, hash }));
    expect(hash.digest("hex")).toBe(createHash("sha256").update(text).digest("hex"));
  });
});
