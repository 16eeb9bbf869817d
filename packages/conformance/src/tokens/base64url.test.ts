import { describe, expect, it } from "vitest";
import { decodeJson, encodeJson, fromBase64url, toBase64url } from "./base64url.js";

describe("base64url of the suite", () => {
  it("agrees with the platform's for every length", () => {
    for (let length = 0; length < 70; length++) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 37 + length * 11) % 256);
      const text = Buffer.from(bytes).toString("base64url");
      expect(toBase64url(bytes)).toBe(text);
      expect(fromBase64url(text)).toEqual(bytes);
    }
  });

  it.each(["A", "AB=", "A+BC", "A/BC", "AA AA", "AAAA\n", "AR", "AAB", "Ａ", "😀AA"])("reads %j as nothing", (text) => {
    expect(fromBase64url(text)).toBeUndefined();
  });

  it("takes each of the last characters' unused bits for another spelling", () => {
    expect(fromBase64url("AQ")).toEqual(Uint8Array.of(1));
    for (const other of ["AR", "AS", "AT", "AZ", "Af"]) expect(fromBase64url(other)).toBeUndefined();
  });

  it("reads JSON, and refuses what is none", () => {
    expect(decodeJson(encodeJson({ room: "ü" }))).toEqual({ room: "ü" });
    expect(() => decodeJson("AR")).toThrow("canonical");
    expect(() => decodeJson(toBase64url(Uint8Array.of(0xff)))).toThrow();
    expect(() => decodeJson(undefined)).toThrow();
  });
});
