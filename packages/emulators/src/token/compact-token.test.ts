import { describe, expect, it } from "vitest";
import { peekClaims, readToken, signToken, TokenKey } from "./compact-token.js";

const key = new TokenKey("TEST-ONLY-key-0123456789-0123456789");
const short = new TokenKey("TEST-ONLY-k");
const claims = { r: "hello", exp: 1_800_000_000 };
const token = await signToken(claims, key);
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const [header = "", payload = "", signature = ""] = token.split(".");
const read = (text: string, ...keys: readonly TokenKey[]) => readToken(text, keys.length === 0 ? [key] : keys, 1000);

describe("a token", () => {
  it("is read with the key that signed it, one of several, short or long", async () => {
    expect(await read(token)).toEqual(claims);
    expect(await read(token, short, key)).toEqual(claims);
    expect(await read(await signToken(claims, short), short)).toEqual(claims);
    expect(await read(token, short)).toBeUndefined();
    expect(await readToken(token, [], 1000)).toBeUndefined();
  });

  it.each([
    "",
    "a.b",
    `${header}.${payload}.`,
    `${header}.${payload}.${signature}.`,
    `${header}.${payload}.${signature.slice(1)}`,
    `${header}.${encode({ ...claims, o: true })}.${signature}`,
    `${encode({ alg: "none" })}.${payload}.${signature}`,
    `${encode({ alg: "HS512" })}.${payload}.${signature}`,
    `${token}\n`,
    ` ${token}`,
    `${header}.${payload}.${signature}=`,
  ])("is not %j", async (text) => {
    expect(await read(text)).toBeUndefined();
  });

  it("is no longer than the limit, and holds an object", async () => {
    expect(await readToken(token, [key], token.length)).toEqual(claims);
    expect(await readToken(token, [key], token.length - 1)).toBeUndefined();
    expect(await read(await signToken([] as never, key))).toBeUndefined();
    expect(await read(await signToken("text" as never, key))).toBeUndefined();
  });

  it("can be looked into without a key", () => {
    expect(peekClaims(token, 1000)).toEqual(claims);
    expect(peekClaims(token, 10)).toBeUndefined();
    expect(peekClaims("a.b.c", 1000)).toBeUndefined();
  });
});
