import { expect, it } from "vitest";
import { type IsReadable, unreadableMembers } from "./unreadable-members.js";

const isFlag: IsReadable = (value) => typeof value === "boolean";

it("names what is there and cannot be read, in the order of the readers", () => {
  const readers = { first: isFlag, second: isFlag, third: isFlag };
  expect(unreadableMembers({ third: 1, second: true, first: "yes" }, readers)).toEqual(["first", "third"]);
});

it("takes what is absent, null or inherited for unset, and leaves what it does not know alone", () => {
  const members = { __proto__: { inherited: "yes" }, empty: null, gone: undefined, other: "yes" };
  expect(unreadableMembers(members, { inherited: isFlag, empty: isFlag, gone: isFlag, absent: isFlag })).toEqual([]);
});
