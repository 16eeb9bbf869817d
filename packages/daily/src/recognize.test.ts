import { describe, expect, it } from "vitest";
import { recognize } from "./recognize.js";

const d = "25df5057-ef0d-4d97-bde6-0cf287276cbb";
const header = { alg: "HS256", typ: "JWT" };
const sure = (claims: Record<string, unknown>, head: Record<string, unknown> = header): string | undefined =>
  recognize({ header: head, claims })?.confidence;

describe("recognize", () => {
  it.each([
    [{ d, r: "hello", iat: 1 }],
    [{ d, o: true }],
    [{ d, p: {} }],
    [{ d, iat: 1 }],
    [{ d: d.toUpperCase(), r: "hello" }],
  ])("is certain of %j", (claims) => {
    expect(sure(claims)).toBe("certain");
    expect(sure(claims, { alg: "HS256" })).toBe("certain");
    expect(sure(claims, {})).toBe("certain");
  });

  it.each([[{ r: "hello", iat: 1, ud: "u_1" }], [{ r: "hello", ejt: true }], [{ ctoe: true, rome: "x" }]])(
    "finds %j likely",
    (claims) => {
      expect(sure(claims)).toBe("likely");
    },
  );

  it.each([[{ r: "hello", iat: 1 }], [{ d: "hello", r: "hello" }], [{ eje: 60 }]])("finds %j possible", (claims) => {
    expect(sure(claims)).toBe("possible");
  });

  it.each([
    [{}],
    [{ u: "Alice" }],
    [{ ud: "u_1", u: "Alice" }],
    [{ d }],
    [{ d: "hello" }],
    [{ r: "hello" }],
    [{ o: true, iat: 1 }],
    [{ d, r: 7, o: "yes" }],
  ])("makes nothing of %j", (claims) => {
    expect(sure(claims)).toBeUndefined();
  });

  it.each([
    ["Digital Samba", header, { td: d, rd: d, ud: "u_1", u: "Alice", iat: 1 }],
    ["SignalWire by its type", { alg: "HS512", typ: "VRT" }, { r: "hello", iat: 1, u: "Alice" }],
    ["SignalWire by its scopes", header, { r: "hello", u: "Alice", s: ["room.self.audio_mute"], iat: 1 }],
    ["SignalWire by its flags", header, { r: "hello", jf: true, iat: 1 }],
    ["Stream", header, { call_cids: ["default:hello"], iat: 1, r: "x" }],
    ["LiveKit", header, { video: { roomJoin: true }, d, iat: 1 }],
    ["VideoSDK", header, { apikey: d, permissions: ["allow_join"], iat: 1, r: "x" }],
    ["another algorithm", { alg: "RS256", typ: "JWT" }, { d, r: "hello", iat: 1 }],
    ["a type that is no text", { alg: "HS256", typ: 5 }, { d, r: "hello", iat: 1 }],
  ])("leaves %s alone", (_name, head, claims) => {
    expect(sure(claims, head)).toBeUndefined();
  });

  it("says why, without values", () => {
    const recognition = recognize({ header, claims: { d, r: "hidden-room", iat: 1 } });
    expect(recognition?.reason).not.toContain("hidden");
    expect(recognition?.reason).not.toContain(d);
  });
});
