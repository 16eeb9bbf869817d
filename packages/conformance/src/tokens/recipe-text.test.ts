import { describe, expect, it } from "vitest";
import { fromBase64url } from "./base64url.js";
import { editToken, partOf } from "./recipe-text.js";

const textOf = (part: string): string => Buffer.from(fromBase64url(part) ?? []).toString("utf8");

describe("a part with edits", () => {
  it("is the JSON of its value without any", () => {
    expect(textOf(partOf({ a: 1 }, {}))).toBe('{"a":1}');
  });

  it("takes members at the front, text before and after, and bytes around", () => {
    expect(textOf(partOf({ a: 1 }, { first: '"a":0,' }))).toBe('{"a":0,"a":1}');
    expect(textOf(partOf({ a: 1 }, { before: " ", after: "\n" }))).toBe(' {"a":1}\n');
    expect(fromBase64url(partOf(1, { bytesBefore: "77u_", bytesAfter: "_w" }))).toEqual(
      Uint8Array.of(0xef, 0xbb, 0xbf, 0x31, 0xff),
    );
  });

  it("is written in another encoding", () => {
    expect(fromBase64url(partOf(12, { encoding: "utf-16le" }))).toEqual(Uint8Array.of(0x31, 0, 0x32, 0));
    expect(fromBase64url(partOf(12, { encoding: "utf-16be" }))).toEqual(Uint8Array.of(0, 0x31, 0, 0x32));
  });

  it("is replaced whole", () => {
    expect(partOf({ a: 1 }, { raw: "AAAA" })).toBe("AAAA");
    expect(textOf(partOf({ a: 1 }, { text: "[]" }))).toBe("[]");
  });
});

describe("an edit of a token", () => {
  const token = "aaaa.bbbb.cQ";
  it.each([
    [{ edit: "before", text: "x" }, "xaaaa.bbbb.cQ"],
    [{ edit: "after", text: "=" }, "aaaa.bbbb.cQ="],
    [{ edit: "insert", part: 1, at: 2, text: " " }, "aaaa.bb bb.cQ"],
    [{ edit: "insert", part: 1, at: -1, text: " " }, "aaaa.bbb b.cQ"],
    [{ edit: "replace", part: 0, text: "" }, ".bbbb.cQ"],
    [{ edit: "remove-part", part: 2 }, "aaaa.bbbb"],
    [{ edit: "add-part", text: "dd" }, "aaaa.bbbb.cQ.dd"],
    [{ edit: "other-character", part: 0, at: 0 }, "baaa.bbbb.cQ"],
    [{ edit: "other-character", part: 0, at: -1 }, "aaab.bbbb.cQ"],
    [{ edit: "spare-bits", part: 2 }, "aaaa.bbbb.cR"],
    [{ edit: "cut", part: 1, characters: 3 }, "aaaa.b.cQ"],
    [{ edit: "repeat", part: 1, text: "x", count: 3 }, "aaaa.bbbbxxx.cQ"],
  ] as const)("%j", (edit, expected) => {
    expect(editToken(token, edit)).toBe(expected);
  });

  it("has no other spelling for a part that fills its bytes", () => {
    expect(() => editToken(token, { edit: "spare-bits", part: 0 })).toThrow("spare bits");
  });
});
