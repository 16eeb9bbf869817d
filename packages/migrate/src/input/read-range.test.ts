import { closeSync, openSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it, onTestFinished } from "vitest";
import { countLines, linesOf } from "../lines/lines-of.js";
import { temporaryFolder } from "../testing/temporary-folder.js";
import { readRange } from "./read-range.js";

function fileWith(text: string): { fd: number; size: number } {
  const path = join(temporaryFolder(), "input");
  writeFileSync(path, text);
  const fd = openSync(path, "r");
  onTestFinished(() => closeSync(fd));
  return { fd, size: Buffer.byteLength(text) };
}

function linesByRange(file: { fd: number; size: number }, rangeBytes: number, lineBytes: number): string[] {
  const lines: string[] = [];
  for (let start = 0; start < file.size; start += rangeBytes) {
    const chunk = readRange({ ...file, lineBytes }, { start, end: Math.min(start + rangeBytes, file.size) });
    const own = [...linesOf(chunk)].map(String);
    expect(countLines(chunk)).toBe(own.length);
    lines.push(...own);
  }
  return lines;
}

it("gives every line to exactly one range, whole, wherever the ranges meet", () => {
  const lines = fc.array(fc.string({ maxLength: 40 }).map((text) => text.replaceAll("\n", "")));
  fc.assert(
    fc.property(lines, fc.boolean(), fc.integer({ min: 1, max: 90 }), (list, isEnded, rangeBytes) => {
      const text = list.join("\n") + (isEnded ? "\n" : "");
      const expected = text.split("\n");
      if (expected.at(-1) === "") expected.pop();
      expect(linesByRange(fileWith(text), rangeBytes, 200)).toEqual(expected);
    }),
  );
});

it("keeps of a line that is far too long as much as shows it, and finds those behind it", () => {
  const text = `a\n${"x".repeat(500_000)}\nb\nc`;
  const lines = linesByRange(fileWith(text), 1000, 64);
  expect([lines[0], ...lines.slice(2)]).toEqual(["a", "b", "c"]);
  expect(lines[1]).toMatch(/^x+$/);
  expect(lines[1]!.length).toBeGreaterThan(64);
  expect(lines[1]!.length).toBeLessThan(1100);
});

it("says so when the file became shorter", () => {
  const file = fileWith("a\nb\n");
  expect(() => readRange({ fd: file.fd, size: 10, lineBytes: 64 }, { start: 0, end: 10 })).toThrow("became shorter");
});
