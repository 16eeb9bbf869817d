import { describe, expect, it } from "vitest";
import { referenceAdapter } from "../reference/adapter.js";
import { encodeJson } from "../tokens/base64url.js";
import { exampleClaims } from "../tokens/example-claims.js";
import { plain } from "../vectors/freeze.js";
import type { Json } from "../vectors/vector.js";
import { isGrantOf } from "./verified-grant.js";

const claims = exampleClaims({ adapter: referenceAdapter }, 1_800_000_000);
const token = `e30.${encodeJson(claims)}.AA`;
const decoded = referenceAdapter.decode(referenceAdapter.fromClaims(claims));
const grant = plain(decoded.grant) as Json;
const withResidue = { ...referenceAdapter, decode: () => ({ ...decoded, residue: { theme: ["dark"] } }) };

describe("the grant of a token", () => {
  it("is what the adapter reads in it", () => {
    expect(isGrantOf(referenceAdapter, token, grant)).toBe(true);
    expect(isGrantOf(withResidue, token, grant)).toBe(true);
    expect(isGrantOf(withResidue, token, { ...grant, extensions: { reference: { theme: ["dark"] } } })).toBe(true);
  });

  it.each([
    ["another room", { room: "another" }],
    ["a right more", { rights: { record: true } }],
    ["no end", { expiresAt: null }],
    ["properties that it does not have", { extensions: { reference: { owner: true } } }],
    ["properties with another value", { extensions: { reference: { theme: ["light"] } } }],
    ["properties of another vendor", { extensions: { mirror: { theme: ["dark"] } } }],
  ])("is none with %s", (_what, change) => {
    expect(isGrantOf(withResidue, token, { ...grant, ...change })).toBe(false);
  });

  it("is none with a member less", () => {
    const { participant: _, ...rest } = grant;
    expect(isGrantOf(referenceAdapter, token, rest)).toBe(false);
  });
});
