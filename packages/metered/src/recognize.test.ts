import { describe, expect, it } from "vitest";
import { recognize } from "./recognize.js";
import { frozen } from "./testing/natives.js";

const rows: readonly [string, Record<string, unknown>, string | undefined][] = [
  ["the printed example", { data: { globalToken: true, appName: "hyprhost" }, iat: 1627770426 }, "certain"],
  ["the app's name alone", { data: { appName: "example" } }, "certain"],
  ["a room and the app's name", { data: { roomName: "a", appName: "example" }, exp: 1 }, "certain"],
  ["a room without the app's name", { data: { roomName: "a" } }, "likely"],
  ["an admin without the app's name", { data: { isAdmin: true, name: "Alice" } }, "likely"],
  ["an app's name that is no text", { data: { appName: 5, globalToken: true } }, "likely"],
  ["fields that anybody may have", { data: { name: "Alice", email: "a@example.org" } }, "possible"],
  ["other data", { data: { foo: 1 } }, undefined],
  ["empty data", { data: {} }, undefined],
  ["data that is text", { data: "appName" }, undefined],
  ["data that is a list", { data: [{ appName: "example" }] }, undefined],
  ["null data", { data: null }, undefined],
  ["no data", { roomName: "a", appName: "example" }, undefined],
  ["a realtime messaging token", { peerId: "p", channels: ["c"], data: { appName: "example" } }, undefined],
  ["its fields inside data", { data: { peerId: "p", channels: [], appName: "example" } }, undefined],
  ["another vendor's token", { r: "room", d: "domain", iat: 1 }, undefined],
];

describe("recognize", () => {
  it.each(rows)("judges %s", (_name, claims, confidence) => {
    const evidence = frozen({ header: { alg: "HS256" }, claims });
    expect(recognize(evidence)?.confidence).toBe(confidence);
  });

  it("names the marks it went by, not their values", () => {
    const reason = recognize({
      header: {},
      claims: { data: { appName: "TEST-ONLY-app", meteredParticipantId: "x" } },
    })?.reason;
    expect(reason).toContain("meteredParticipantId");
    expect(reason).not.toContain("TEST-ONLY");
  });

  it("does not go by inherited members", () => {
    expect(
      recognize({ header: {}, claims: Object.create({ data: { appName: "x" } }) as Record<string, unknown> }),
    ).toBeUndefined();
    expect(recognize({ header: {}, claims: { data: Object.create({ appName: "x" }) as unknown } })).toBeUndefined();
  });
});
