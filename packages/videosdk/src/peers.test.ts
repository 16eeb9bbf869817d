import { decodeToken, verifyToken } from "@videosdk.live/server-sdk";
import { createSigner, createVerifier } from "fast-jwt";
import { jwtVerify, SignJWT } from "jose";
import jsonwebtoken from "jsonwebtoken";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { outcomeOf } from "../../core/src/errors/testing/error-of.ts";
import type { VideosdkGrantInput } from "./properties.js";
import { apiKey, grant, guestClaims, now, oldSecret, provider, roomId, secret, tokenOf } from "./testing/provider.js";

type Claims = Readonly<Record<string, unknown>>;

// The vendor's package and some signers look at the machine's clock.
beforeEach(() => {
  vi.useFakeTimers({ now: now * 1000, toFake: ["Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** What others make of a token; each throws where it finds fault. */
const verifiers: readonly (readonly [string, (token: string, key?: string, at?: number) => Promise<unknown>])[] = [
  [
    "jsonwebtoken",
    async (token, key = secret, at = now) =>
      jsonwebtoken.verify(token, key, { algorithms: ["HS256"], clockTimestamp: at }),
  ],
  [
    "jose",
    async (token, key = secret, at = now) =>
      (await jwtVerify(token, Buffer.from(key), { algorithms: ["HS256"], currentDate: new Date(at * 1000) })).payload,
  ],
  [
    "fast-jwt",
    async (token, key = secret, at = now) =>
      createVerifier({ key, algorithms: ["HS256"], clockTimestamp: at * 1000 })(token),
  ],
  [
    "VideoSDK's own package",
    async (token, key = secret, at = now) => {
      vi.setSystemTime(at * 1000);
      return verifyToken(token, key);
    },
  ],
];

const usual = { apikey: apiKey, version: 2, roomId, iat: now, exp: now + 3600 };

const issuedRows: readonly (readonly [string, VideosdkGrantInput, Claims])[] = [
  ["a guest", grant(), { ...usual, permissions: ["allow_join"], roles: ["rtc"] }],
  ["a guest who has to ask", grant({ entry: "ask" }), { ...usual, permissions: ["ask_join"], roles: ["rtc"] }],
  [
    "a moderator with an id",
    grant({ participant: { id: "lxvdplwt" }, rights: { moderate: { media: true, remove: true } } }),
    { ...usual, permissions: ["allow_join", "allow_mod"], roles: ["rtc"], participantId: "lxvdplwt" },
  ],
  ["a server", grant({ purpose: "api" }), { ...usual, permissions: ["allow_join"], roles: ["crawler"] }],
  [
    "a server that joins everywhere and for ever",
    { room: { any: true }, expiresAt: null, entry: "direct", purpose: ["api", "participant"] },
    { apikey: apiKey, version: 2, iat: now, permissions: ["allow_join"], roles: ["crawler", "rtc"] },
  ],
];

describe.each(verifiers)("%s takes what is signed here", (name, verify) => {
  it.each(issuedRows)("%s, with exactly these claims", async (_who, input, claims) => {
    const { token } = await provider().issue(input);
    expect(await verify(token)).toEqual(claims);
    expect(decodeToken(token)).toEqual(claims);
  });

  it("and refuses it with another secret, changed, or after its time", async () => {
    const { token } = await provider().issue(grant());
    await expect(verify(token, oldSecret)).rejects.toThrow();
    const [header, , signature] = token.split(".");
    const changed = Buffer.from(JSON.stringify({ ...usual, permissions: ["allow_mod"] })).toString("base64url");
    await expect(verify(`${header}.${changed}.${signature}`)).rejects.toThrow();
    // One of them lets a token live through the second of its expiry.
    await expect(verify(token, secret, now + 3600 + (name === "fast-jwt" ? 1 : 0))).rejects.toThrow();
  });
});

/** Without members that are `undefined`, which some signers take for values. */
const stated = (claims: Claims): Record<string, unknown> => JSON.parse(JSON.stringify(claims));

const signers: readonly (readonly [string, (claims: Claims, key?: string) => Promise<string>])[] = [
  ["jsonwebtoken", async (claims, key = secret) => jsonwebtoken.sign(stated(claims), key, { algorithm: "HS256" })],
  [
    "jsonwebtoken from a text",
    async (claims, key = secret) => jsonwebtoken.sign(JSON.stringify(claims), key, { algorithm: "HS256" }),
  ],
  [
    "jose",
    (claims, key = secret) =>
      new SignJWT(stated(claims)).setProtectedHeader({ alg: "HS256", typ: "JWT" }).sign(Buffer.from(key)),
  ],
  ["fast-jwt", async (claims, key = secret) => createSigner({ key, algorithm: "HS256" })(stated(claims))],
];

describe.each(signers)("a token of %s", (_name, sign) => {
  it("is verified here with its claims as they are", async () => {
    const token = await sign(guestClaims({ participantId: "Zoë" }));
    const { properties } = await provider().verify(token);
    const { apikey, ...rest } = guestClaims({ participantId: "Zoë" });
    expect(properties).toEqual({ apikey, ...rest });
    expect(provider().inspect(token).claims).toEqual({ apikey, ...rest });
  });

  it("is held to the same rules as ours", async () => {
    const verdict = async (changes: Claims, key?: string): Promise<string> => {
      const token = await sign(guestClaims(changes), key);
      return outcomeOf(() => provider().verify(token));
    };
    expect(await verdict({}, oldSecret)).toBe("signature.mismatch");
    expect(await verdict({ exp: undefined })).toBe("claims.missing-expiry expiresAt");
    expect(await verdict({ apikey: "another" })).toBe("policy.tenant issuance.tenant");
    expect(await verdict({ permissions: ["allow_record"] })).toBe("claims.unknown-value permissions[0]");
    expect(await verdict({ permissions: "allow_join" })).toBe("ok");
  });
});

describe("a token signed from a text by jsonwebtoken", () => {
  it("has neither a type nor a time of issue, and is verified all the same", async () => {
    const token = jsonwebtoken.sign(JSON.stringify(guestClaims({ iat: undefined })), secret);
    expect(Buffer.from(token.split(".")[0]!, "base64url").toString()).toBe('{"alg":"HS256"}');
    expect((await provider().verify(token)).issuance).toEqual({ tenant: apiKey });
  });
});

describe("VideoSDK's own package verifies less than we do", () => {
  it.each<[string, Claims, Claims | undefined, string]>([
    ["another algorithm in the header", {}, { alg: "none", typ: "JWT" }, "header.algorithm header.alg"],
    ["a not-before that lies ahead", { nbf: now + 900 }, undefined, "token.not-yet-valid claims.nbf"],
    ["no expiry", { exp: undefined }, undefined, "claims.missing-expiry expiresAt"],
    ["an expiry that is a text", { exp: "1" }, undefined, "claims.not-a-date claims.exp"],
    ["an expiry in milliseconds", { exp: (now + 60) * 1000 }, undefined, "claims.milliseconds claims.exp"],
    ["another project", { apikey: "another" }, undefined, "policy.tenant issuance.tenant"],
    ["no permission", { permissions: undefined }, undefined, "claims.invalid permissions"],
  ])("%s", async (_what, changes, header, outcome) => {
    const token = tokenOf(changes, secret, header);
    expect(verifyToken(token, secret)).toEqual(stated(guestClaims(changes)));
    expect(await outcomeOf(() => provider().verify(token))).toBe(outcome);
  });
});
