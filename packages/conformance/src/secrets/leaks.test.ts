import { describe, expect, it } from "vitest";
import { canaryMarker } from "./canaries.js";
import { leaksOf } from "./leaks.js";
import { withWritten } from "./written.js";

const key = "TEST-ONLY-signer-q7Zr3VbX9mTn5LcK2wYh8";
const token = "eyJhbGciOiJIUzI1NiJ9.eyJyb29tIjoic3RhbmR1cCJ9.Q2h1cm5zQW5kQ3VyZHM";
const [, claims = "", signature = ""] = token.split(".");

class Refusal extends Error {
  readonly code = "token.expired";
}

class Secretive extends Refusal {
  get secret(): string {
    return key;
  }
}

const withMember = (name: string, value: unknown, enumerable: boolean): Error =>
  Object.defineProperty(new Refusal("The token has expired."), name, { value, enumerable });

const base64 = Buffer.from(key).toString("base64");

describe("what an error shows", () => {
  it.each([
    ["the key in its message", new Refusal(`Not signed with ${key}.`), "key"],
    ["the end of the key", new Refusal(`The key ending in ${key.slice(-9)} does not match.`), "key"],
    ["the key in base64", new Refusal(base64), "key"],
    ["the key in hexadecimal digits", new Refusal(Buffer.from(key).toString("hex")), "key"],
    ["the key in Basic credentials", new Refusal(Buffer.from(`acme:${key}`).toString("base64")), "key"],
    ["the key behind two letters", new Refusal(Buffer.from(`ab${key}`).toString("base64")), "key"],
    ["the key's bytes", withMember("secret", Buffer.from(key), true), "key"],
    ["the key as a list of numbers", withMember("secret", [...Buffer.from(key)], true), "key"],
    ["the key behind a getter", Object.defineProperty(new Refusal(), "secret", { get: () => key }), "key"],
    ["the key behind a getter of its class", new Secretive(), "key"],
    ["the key in a member", withMember("secret", key, true), "key"],
    ["the key in a hidden member", withMember("secret", key, false), "key"],
    ["the key in a cause", new Refusal("The token has expired.", { cause: new Error(key) }), "key"],
    ["the key deep inside", withMember("details", { keys: [{ text: key }] }, true), "key"],
    ["the token in its message", new Refusal(`Cannot read ${token}.`), "token"],
    ["nine characters of the claims", new Refusal(`It begins with ${claims.slice(3, 12)}.`), "token"],
    ["nine characters of the signature", new Refusal(`It ends with ${signature.slice(-9)}.`), "token"],
    ["the value of a claim", withMember("claims", { "x-canary": canaryMarker }, true), "claim"],
  ])("is found: %s", (_what, error, leak) => {
    expect(leaksOf(error, [key], token)).toEqual([leak]);
  });

  it.each([
    ["a message in words", new Refusal("The signature part is not canonical base64url.")],
    ["eight characters of the claims", new Refusal(`It begins with ${claims.slice(3, 11)}.`)],
    ["a thrown text", "header.payload.signature"],
    ["nothing at all", undefined],
  ])("may be %s", (_what, error) => {
    expect(leaksOf(error, [key], token)).toEqual([]);
  });

  it("is told apart from what was written meanwhile", async () => {
    const { value, written } = await withWritten(async () => {
      process.stderr.write(`signing with ${key}\n`);
      return new Refusal(`Cannot read ${token}.`);
    });
    expect(leaksOf(value, [key], token, written)).toEqual(["token", "key, written out"]);
    expect(await withWritten(async () => 5)).toEqual({ value: 5, written: "" });
  });

  it("is held against a token that is a text only", () => {
    expect(leaksOf(new Refusal("[object Object]"), [], { token })).toEqual([]);
  });
});
