import { expect, it } from "vitest";
import { printable, printableJson } from "./printable.js";

it.each([
  ["an escape sequence", "\u001b[31mred", "\\u001b[31mred"],
  ["a line break", "two\nlines", "two\\u000alines"],
  ["a C1 control", "\u009b2J", "\\u009b2J"],
  ["text that runs backwards", "safe\u202eelif", "safe\\u202eelif"],
  ["an isolate", "\u2066x\u2069", "\\u2066x\\u2069"],
  ["a zero-width space", "a\u200bb", "a\\u200bb"],
])("shows %s instead of obeying it", (_name, text, expected) => {
  expect(printable(text)).toBe(expected);
});

it("leaves ordinary text alone, whatever its script", () => {
  const text = "Zoë 井上 مريم 🙂 100 %";
  expect(printable(text)).toBe(text);
});

it("keeps JSON the same value", () => {
  const value = { "na\u202eme": "a\u2028b\u009b\u001b", list: [1, null, "ok"] };
  const json = printableJson(value, 2);
  expect(JSON.parse(json)).toEqual(value);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be there
  expect(json).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u202e]/);
});

it("has something to print for what JSON does not have", () => {
  expect(printableJson(undefined)).toBe("null");
});
