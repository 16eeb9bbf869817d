import { describe, expect, it } from "vitest";
import { NotPlainError, plain } from "./freeze.js";

class Grant {
  readonly room = "a";
}

describe("plain data", () => {
  it("is copied as JSON has it, and frozen", () => {
    const given = { a: undefined, b: [undefined, 1], c: { d: null }, n: Number.NaN };
    const copy = plain(given);
    expect(copy).toEqual({ b: [null, 1], c: { d: null }, n: null });
    expect(Object.keys(copy as object)).toEqual(["b", "c", "n"]);
    expect(Object.isFrozen((copy as typeof given).c)).toBe(true);
    expect(plain(undefined)).toBeUndefined();
  });

  it("may have a member `__proto__`, and no prototype", () => {
    expect(Object.keys(plain(JSON.parse('{"__proto__":1}')) as object)).toEqual(["__proto__"]);
    expect(plain({ __proto__: null, a: 1 })).toEqual({ a: 1 });
    expect(plain({ toJSON: "a claim" })).toEqual({ toJSON: "a claim" });
  });

  it.each([
    ["`toJSON`", { room: "a", toJSON: () => ({ room: "b" }) }],
    ["a hidden member", Object.defineProperty({}, "toJSON", { value: () => ({}) })],
    ["a hidden member", Object.defineProperty({}, "room", { value: "a" })],
    ["a member that is computed", Object.defineProperty({}, "room", { get: () => "a", enumerable: true })],
    ["a member named by a symbol", { [Symbol("room")]: "a" }],
    ["a prototype of its own", new Grant()],
    ["a prototype of its own", Object.setPrototypeOf(["a"], { map: () => [] })],
    ["a list with a member of its own", Object.defineProperty(["a"], "length2", { value: 1, enumerable: true })],
    ["a list with a member of its own", [Object.defineProperty(["none"], "includes", { value: () => true })]],
    ["a function", { rooms: [() => "a"] }],
    ["a bigint", { expiresAt: 5n }],
  ])("has not %s", (what, value) => {
    expect(() => plain({ grant: value })).toThrow(NotPlainError);
    expect(() => plain({ grant: value })).toThrow(what);
  });
});
