import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { membersOf } from "./json-members.js";
import { readLine } from "./read-line.js";
import { Refused } from "./refused.js";
import { outputLine } from "./write-line.js";

function refusal(line: string): Refused {
  try {
    readLine(line);
  } catch (error) {
    if (error instanceof Refused) return error;
  }
  throw new Error("It was not refused.");
}

describe("readLine", () => {
  it.each(["a.b.c", "  a.b.c\t\r", '"a.b.c"', ' "a.b.c" \r', '{"token":"a.b.c"}', '\t{ "token" : "a.b.c" }\r'])(
    "finds the token in %j",
    (line) => {
      expect(readLine(line)).toEqual({ token: "a.b.c", carried: "", id: undefined });
    },
  );

  it.each(["", " ", "\t\r"])("passes over the empty line %j", (line) => {
    expect(readLine(line)).toBeUndefined();
  });

  it("does not take longer for spaces within a line", () => {
    const line = `a${" ".repeat(4_000_000)}b`;
    expect(readLine(line)?.token).toBe(line);
  });

  it("takes white space of other kinds for a part of the token, which is then refused", () => {
    expect(readLine("\u00a0a.b.c\ufeff")?.token).toBe("\u00a0a.b.c\ufeff");
  });

  it("carries other members letter by letter", () => {
    const line = '{"id": 12345678901234567890,"token":"a.b.c", "x" : [1.50, {"a":"}"}, "\\u00e9\\""] ,"e":{}}';
    const read = readLine(line);
    expect(read?.id).toBe("12345678901234567890");
    expect(read?.carried).toBe('"id": 12345678901234567890,"x" : [1.50, {"a":"}"}, "\\u00e9\\""],"e":{}');
  });

  it("writes any token as JSON, whoever made it", () => {
    const line = outputLine(1, readLine("a.b.c")!, 'x","line":2}\n', undefined);
    expect(JSON.parse(line)).toEqual({ line: 1, token: 'x","line":2}\n' });
  });

  it("writes line, token and report anew, so that an output can be an input", () => {
    const read = readLine('{"line":7,"token":"a.b.c","report":{"moved":1},"id":"x"}');
    expect(outputLine(9, read!, "d.e.f", { assumed: 2 })).toBe(
      '{"line":9,"id":"x","token":"d.e.f","report":{"assumed":2}}\n',
    );
  });

  it.each([
    ["{", "line.not-json"],
    ['{"token":"a.b.c"', "line.not-json"],
    ['{"token":"a.b.c"}x', "line.not-json"],
    ['"a.b.c', "line.not-json"],
    ['""', "line.no-token"],
    ["{}", "line.no-token"],
    ['{"token":""}', "line.no-token"],
    ['{"token":7}', "line.no-token"],
    ['{"__proto__":{"token":"a.b.c"}}', "line.no-token"],
    ['{"token":"a.b.c","token":"d.e.f"}', "line.duplicate-name"],
    ['{"token":"a.b.c","\\u0074oken":"d.e.f"}', "line.duplicate-name"],
  ])("refuses %j with %s", (line, code) => {
    expect(refusal(line).code).toBe(code);
  });

  it.each([
    ['"a"', '"a"'],
    ["7", "7"],
    ['{"a":1}', undefined],
    ["null", undefined],
    [JSON.stringify("x".repeat(300)), undefined],
    ['"eyJhbGciOiJIUzI1NiJ9.eyJyIjoiYSJ9.sig"', undefined],
    ['"eyJhbGciOiJIUzI1NiJ9\\u002eeyJyIjoiYSJ9\\u002esig"', undefined],
  ])("repeats the id %s among the rejects as %s", (id, shown) => {
    expect(refusal(`{"id":${id},"token":7}`).id).toBe(shown);
  });

  it("repeats nothing of a line in what it says", () => {
    const { message } = refusal('{"token":"eyJ.secret.part",');
    expect(message).not.toMatch(/eyJ|secret/);
  });
});

describe("membersOf", () => {
  it("takes every object apart as JSON.parse reads it", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.constantFrom(undefined, 1, "\t"), (object, indent) => {
        const text = JSON.stringify(object, undefined, indent);
        const members = membersOf(text);
        const expected = Object.entries(JSON.parse(text) as object);
        expect(members.map(({ name, value }) => [name, JSON.parse(value) as unknown])).toEqual(expected);
        const again = JSON.parse(`{${members.map((member) => member.text).join(",")}}`) as unknown;
        expect(again).toEqual(JSON.parse(text));
      }),
    );
  });
});
