import { describe, expect, it } from "vitest";
import { referenceAdapter } from "../reference/adapter.js";
import { completeSubject } from "../subject/complete-subject.js";
import { offeredBy } from "../subject/offered.js";
import type { TokenRecipe, VectorTest } from "../vectors/vector.js";
import { decodeJson } from "./base64url.js";
import { hasClaim, requiredClaim, tokenOf } from "./recipe.js";
import { isSignedWith } from "./signature.js";

const now = 1_800_000_000;
const keys = { signer: "TEST-ONLY-signer-of-this-test-file", other: "TEST-ONLY-other-key-of-this-test-file" };
const subject = completeSubject({ adapter: referenceAdapter });

function tokenFor(token: TokenRecipe, input: object = {}): string {
  const test = { id: "core.test.recipe", input: { op: "verify", now, key: "signer", token, ...input }, keys };
  return tokenOf(subject, test as unknown as VectorTest) as string;
}

const claimsFor = (token: TokenRecipe, input?: object): Record<string, unknown> =>
  decodeJson(tokenFor(token, input).split(".")[1]) as Record<string, unknown>;

describe("the token of a recipe", () => {
  it("is the example's, signed with the key, where the recipe says nothing", () => {
    const token = tokenFor({});
    expect(isSignedWith(token, keys.signer)).toBe(true);
    expect(decodeJson(token.split(".")[0])).toEqual({ alg: "HS256", typ: "JWT" });
  });

  it("has the signature of the example where that is asked for", () => {
    const token = tokenFor({ claims: { members: { x: 1 } }, sign: { over: "example" } });
    expect(decodeJson(token.split(".")[1])).toMatchObject({ x: 1 });
    expect(token.split(".")[2]).toBe(tokenFor({}).split(".")[2]);
    expect(isSignedWith(token, keys.signer)).toBe(false);
  });

  it.each([16_384, 16_385, 1000])("has exactly %i characters where that is asked for", (tokenCharacters) => {
    const token = tokenFor({ claims: { large: [{ name: "x", tokenCharacters }] } });
    expect(token.length).toBe(tokenCharacters);
    expect(isSignedWith(token, keys.signer)).toBe(true);
  });

  it("says so where no token can be so long", () => {
    const fill = (tokenCharacters: number) => tokenFor({ claims: { large: [{ name: "x", tokenCharacters }] } });
    expect(() => fill(1002)).toThrow(/1002/);
    expect(() => fill(100)).toThrow(/100/);
  });

  it("counts the members of all objects in it", () => {
    const claims = claimsFor({ claims: { large: [{ prefix: "x", namesInAll: 100 }] } });
    const count = (value: unknown): number =>
      typeof value !== "object" || value === null
        ? 0
        : Object.values(value).reduce((sum: number, member) => sum + count(member), 0) +
          (Array.isArray(value) ? 0 : Object.keys(value).length);
    expect(count(claims)).toBe(100);
  });

  it("names another account, or none", () => {
    const tenantOf = (recipe: TokenRecipe) =>
      referenceAdapter.authority(referenceAdapter.fromClaims(claimsFor(recipe)), {}).tenant;
    expect(tenantOf({})).toBe("acme");
    expect(tenantOf({ tenant: "other" })).toBe("other");
    expect(tenantOf({ tenant: null })).toBeUndefined();
  });

  it("puts bytes that are no text right behind the brace", () => {
    const [, claims = ""] = tokenFor({ claims: { firstBytes: "Ingi_yI6MSw" } }).split(".");
    const bytes = Buffer.from(claims, "base64url");
    expect(bytes.subarray(0, 4)).toEqual(Buffer.from([0x7b, 0x22, 0x78, 0x22]));
  });

  it("is made of the example grant as the vector changes it", () => {
    const expiryOf = (input: object) =>
      referenceAdapter.decode(referenceAdapter.fromClaims(claimsFor({}, input))).grant.expiresAt;
    expect(expiryOf({})).toBe(now + 3600);
    expect(expiryOf({ grant: { expiresIn: 60 } })).toBe(now + 60);
  });
});

describe("the claim of a path", () => {
  it("is the first one of those that the table names", () => {
    const claim = requiredClaim(referenceAdapter, "expiresAt");
    const adapter = {
      ...referenceAdapter,
      capabilities: {
        ...referenceAdapter.capabilities,
        expiresAt: { ...referenceAdapter.capabilities.expiresAt, claim: "data.end, data.stop" },
      },
    };
    expect(claim.length).toBeGreaterThan(0);
    expect(requiredClaim(adapter, "expiresAt")).toEqual(["data", "end"]);
  });

  it("is offered where there is one, and named where it is missing", () => {
    expect(hasClaim(referenceAdapter, "notAPath")).toBe(false);
    expect(() => requiredClaim(referenceAdapter, "notAPath")).toThrow(/notAPath/);
    expect(offeredBy(subject)).toContain("claim.expiresAt");
    expect(offeredBy(subject)).not.toContain("claim.notAPath");
  });
});
