import { describe, expect, it } from "vitest";
import { labelled, listOf, paragraph, plural, table, widthOf, wrap } from "./layout.js";

describe("wrap", () => {
  it("breaks between words and keeps the width", () => {
    expect(wrap("one two three four", 9)).toEqual(["one two", "three", "four"]);
  });

  it("leaves a word whole that is longer than the line", () => {
    expect(wrap("a abcdefghijkl b", 5)).toEqual(["a", "abcdefghijkl", "b"]);
  });

  it("does not count colours", () => {
    expect(widthOf("\u001b[31mred\u001b[39m")).toBe(3);
    expect(wrap("\u001b[31mred\u001b[39m sky", 7)).toHaveLength(1);
  });
});

it("indents a paragraph, and its other lines further", () => {
  expect(paragraph("aaaaaaaaaa bbbbbbbbbb cccccccccc", 24, 2, 2)).toEqual([
    "  aaaaaaaaaa bbbbbbbbbb",
    "    cccccccccc",
  ]);
});

it("puts texts into one column behind their labels", () => {
  expect(
    labelled(
      [
        ["a", "first"],
        ["long", "second"],
      ],
      80,
    ),
  ).toEqual(["  a     first", "  long  second"]);
});

it("aligns a table and leaves no blanks at its ends", () => {
  expect(
    table(
      [
        ["a", "bb", ""],
        ["aaa", "b", "c"],
      ],
      80,
      0,
    ),
  ).toEqual(["a    bb", "aaa  b   c"]);
});

it("lists and counts", () => {
  expect([listOf([]), listOf(["a"]), listOf(["a", "b"]), listOf(["a", "b", "c"], "or")]).toEqual([
    "",
    "a",
    "a and b",
    "a, b or c",
  ]);
  expect([plural(1, "entry", "entries"), plural(2, "entry", "entries"), plural(0, "error")]).toEqual([
    "1 entry",
    "2 entries",
    "0 errors",
  ]);
});
