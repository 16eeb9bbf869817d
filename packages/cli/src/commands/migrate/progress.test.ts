import type { Progress } from "@roompass/migrate";
import { describe, expect, it } from "vitest";
import { durationText, ProgressLines, refusedText, thousands } from "./progress.js";

const progress = (lines: number, refused: Record<string, number> = {}): Progress => ({
  counts: { lines, blank: 0, moved: lines, refused, kinds: {} },
  inputBytes: lines * 100,
  totalBytes: 1_000_000,
  linesOfThisRun: lines,
  inputBytesOfThisRun: lines * 100,
});

function told(isTerminal: boolean, columns = 120) {
  let now = 5000;
  const written: string[] = [];
  const write = (text: string) => written.push(text);
  const lines = new ProgressLines({ write, milliseconds: () => now, isTerminal, columns });
  return {
    written,
    lines,
    at(seconds: number, given: Progress) {
      now = 5000 + seconds * 1000;
      lines.tell(given);
    },
  };
}

describe("progress", () => {
  it("is one line that is written over, once a second, for a person", () => {
    const { written, lines, at } = told(true);
    at(0, progress(0));
    at(0.9, progress(900));
    at(1, progress(1000));
    at(1.5, progress(1500));
    at(2, progress(2000, { unverifiable: 3, "token.expired": 1200 }));
    lines.end();
    lines.end();
    expect(written).toEqual([
      "\r\u001b[K1,000 lines/s · 1,000 done · about 9,000 left (9 s)",
      "\r\u001b[K1,000 lines/s · 2,000 done · about 8,000 left (8 s) · 1,203 refused: 1,200 token.expired, 3 unverifiable",
      "\r\u001b[K",
    ]);
  });

  it.each([
    [40, "1,000 lines/s · 1,000 done · about 9,0…"],
    [0, "1,000 lines/s · 1,000 done · about 9,000 left (9 s) · 1,203 refused: 1,200 tok…"],
  ])("fits a terminal of %i columns, whose rows above cannot be written over", (columns, text) => {
    const { written, at } = told(true, columns);
    at(0, progress(0));
    at(1, progress(1000, { unverifiable: 3, "token.expired": 1200 }));
    expect(written).toEqual([`\r\u001b[K${text}`]);
  });

  it("is a line every ten seconds for a log", () => {
    const { written, lines, at } = told(false);
    for (let second = 0; second <= 21; second += 1) at(second, progress(second * 100));
    lines.end();
    expect(written).toEqual([
      "100 lines/s · 1,000 done · about 9,000 left (90 s)\n".replace("90 s", "2 min"),
      "100 lines/s · 2,000 done · about 8,000 left (80 s)\n",
    ]);
  });

  it("counts what this run has done, and does not know the end of a stream", () => {
    const { written, at } = told(false);
    at(0, progress(0));
    const { totalBytes: _, ...stream } = progress(5000);
    at(10, { ...stream, linesOfThisRun: 1000 });
    expect(written).toEqual(["100 lines/s · 5,000 done · left: not known\n"]);
  });

  it("has numbers that can be read", () => {
    expect([0, 999, 1000, 1_234_567].map(thousands)).toEqual(["0", "999", "1,000", "1,234,567"]);
    expect([0.2, 45, 600, 7200].map(durationText)).toEqual(["1 s", "45 s", "10 min", "2.0 h"]);
    const counts = { ...progress(0).counts, refused: { b: 1, a: 1, c: 2 } };
    expect(refusedText(counts)).toBe("2 c, 1 a, 1 b");
  });
});
