import { describe, expect, it } from "vitest";
import { safeParseGrant } from "./parse-grant.js";

const now = 1_800_000_000;

describe("a value of the wrong kind", () => {
  it.each<[object, string, string, string]>([
    [{ room: ["a", "b"] }, "room", "must be the name of one room, not a list", "one token for each room"],
    [
      { rights: { publish: "all" } },
      "rights.publish",
      "true, false, a list of kinds",
      'a list of "microphone", "camera"',
    ],
    [{ rights: { publish: null } }, "rights.publish", "not null", "Leave the field out"],
    [{ rights: { moderate: "yes" } }, "rights.moderate", "true, false or an object", "{ media, remove, permissions }"],
    [{ rights: Promise.resolve({}) }, "rights", "a promise, which needs an `await`", "Give an object"],
  ])("says where, what and what to do: %j", (part, path, message, cure) => {
    const result = safeParseGrant({ room: "standup", expiresIn: "1h", ...part }, { now });
    const [issue] = result.ok ? [] : result.issues;
    expect(issue?.path).toBe(path);
    expect(issue?.message).toContain(message);
    expect(issue?.cure).toContain(cure);
  });
});
