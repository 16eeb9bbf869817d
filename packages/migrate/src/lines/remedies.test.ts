import type { Refusal, Remedy } from "@roompass/core";
import { expect, it } from "vitest";
import { remediesOf } from "./remedies.js";

const refused = (path: string, remedy?: Remedy): Refusal => ({
  path,
  from: "very-private",
  to: "absent",
  reason: "very-private",
  ...(remedy === undefined ? {} : { remedy }),
});
const widen = (path: string): Refusal =>
  refused(path, { where: "policy", setting: "allowWidening", value: [path, "rights.chat"] });
const room = (path: string, value: unknown): Refusal =>
  refused(path, { where: "room", vendor: "daily", setting: "enable_chat", value });

it("gives each remedy once, with its paths and all items of its lists", () => {
  expect(remediesOf([widen("a"), widen("b"), room("c", true), room("d", true), room("e", false)])).toEqual([
    { paths: ["a", "b"], where: "policy", setting: "allowWidening", value: ["a", "rights.chat", "b"] },
    { paths: ["c", "d"], vendor: "daily", where: "room", setting: "enable_chat", value: true },
    { paths: ["e"], vendor: "daily", where: "room", setting: "enable_chat", value: false },
  ]);
});

it("does not say twice what its value lists", () => {
  const value = ["unknown.x", "unknown.y"];
  const remedy: Remedy = { where: "policy", setting: "allowWidening", value };
  expect(remediesOf(value.map((path) => refused(path, remedy)))).toEqual([remedy]);
});

it("tells of a remedy without a value, and nothing of a path that has none", () => {
  const room = refused("room", { where: "policy", setting: "rooms.map" });
  expect(remediesOf([refused("unknown.x"), room])).toEqual([
    { paths: ["room"], where: "policy", setting: "rooms.map" },
  ]);
  expect(remediesOf([refused("unknown.x")])).toEqual([]);
});

it("repeats nothing of what the token says", () => {
  expect(JSON.stringify(remediesOf([widen("a"), room("b", true)]))).not.toContain("private");
});
