import { describe, expect, it } from "vitest";
import { MigrateError } from "../migrate-error.js";
import { readAnswer, readFailure, writeAnswer, writeFailure } from "./chunk-job.js";

const result = {
  output: Buffer.from('{"line":1}\n'),
  rejects: Buffer.from('{"line":3}\n'),
  counts: { lines: 3, blank: 1, moved: 1, refused: { "line.not-utf8": 1 }, kinds: { moved: 2 } },
};
const counted = (own: object) => writeAnswer({ ...result, counts: { ...result.counts, ...own } });

describe("a worker's answer", () => {
  it("is read as it was written", () => {
    expect(readAnswer(writeAnswer(result), 3)).toEqual(result);
    const nothing = { output: Buffer.alloc(0), rejects: Buffer.alloc(0) };
    const blank = { ...nothing, counts: { lines: 3, blank: 3, moved: 0, refused: {}, kinds: {} } };
    expect(readAnswer(writeAnswer(blank), 3)).toEqual(blank);
  });

  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["a text", "x"],
    ["no output", { ...writeAnswer(result), output: 7 }],
    ["no counts", { ...writeAnswer(result), counts: { lines: 3 } }],
    ["fewer lines than the chunk", counted({ lines: 2, blank: 0 })],
    ["a line that nothing became of", counted({ blank: 0 })],
    ["more tokens than it brings", counted({ moved: 2, blank: 0 })],
    ["fewer rejects than it brings", counted({ refused: {}, blank: 2 })],
    ["a count that is none", counted({ kinds: { moved: "1" } })],
    ["a count below zero", counted({ blank: 2, refused: { a: -1, b: 1 } })],
    ["a name that repaints the terminal", counted({ refused: { "\u001b[2J": 1 } })],
    ["a line without its end", writeAnswer({ ...result, output: Buffer.from('{"line":1}') })],
  ])("is refused with %s", (_what, answer) => {
    expect(() => readAnswer(answer, 3)).toThrow("is no result");
  });
});

describe("a worker's failure", () => {
  it("is read as it was written", () => {
    const failure = new MigrateError("migrate.vendor", "Daily answered 500.", "Wait.");
    expect(readFailure(writeFailure(failure)).toJSON()).toEqual(failure.toJSON());
    const bare = new MigrateError("migrate.worker", "It failed.");
    expect(readFailure(writeFailure(bare)).toJSON()).toEqual(bare.toJSON());
  });

  it.each([
    undefined,
    "very-private words of another program",
    "null",
    '{"code":"migrate.unheard-of","message":"very-private"}',
    '{"code":7,"message":"very-private"}',
    '{"code":"migrate.worker","message":"very-private\\u001b[2J"}',
    '{"code":"migrate.worker","message":"a","cure":"very-private\\u009b2J"}',
    '{"code":"migrate.worker","message":"a","cure":["very-private"]}',
  ])("that no worker has written is not repeated: %j", (reason) => {
    const { code, message, cure } = readFailure(reason);
    expect(code).toBe("migrate.queue");
    expect(`${message}${cure}`).not.toContain("private");
  });
});
