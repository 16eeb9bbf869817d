import { createSigner, createVerifier } from "fast-jwt";
import { jwtVerify, SignJWT } from "jose";
import jsonwebtoken from "jsonwebtoken";
import { describe, expect, it } from "vitest";
import { outcomeOf } from "../../core/src/errors/testing/error-of.ts";
import type { DailyGrantInput } from "./properties.js";
import { apiKey, domainId, grant, guestClaims, now, oldKey, signing } from "./testing/provider.js";

const bytes = Buffer.from(apiKey);
const provider = signing();

/** What other libraries make of a token; each throws where it finds fault. */
const verifiers: readonly (readonly [string, (token: string, key?: Buffer, at?: number) => Promise<unknown>])[] = [
  [
    "jsonwebtoken",
    async (token, key = bytes, at = now) =>
      jsonwebtoken.verify(token, key, { algorithms: ["HS256"], clockTimestamp: at }),
  ],
  [
    "jose",
    async (token, key = bytes, at = now) =>
      (await jwtVerify(token, key, { algorithms: ["HS256"], currentDate: new Date(at * 1000) })).payload,
  ],
  [
    "fast-jwt",
    async (token, key = bytes, at = now) =>
      createVerifier({ key, algorithms: ["HS256"], clockTimestamp: at * 1000 })(token),
  ],
];

const issuedRows: readonly (readonly [string, DailyGrantInput, Record<string, unknown>])[] = [
  ["a guest", grant(), { exp: now + 3600, r: "standup", d: domainId, iat: now }],
  [
    "a host",
    {
      room: "standup",
      participant: { id: "u_1", name: "Zoë \u{1f600}" },
      expiresAt: now + 600,
      rights: { moderate: true, admit: true, livestream: true, transcribe: true },
    },
    { exp: now + 600, r: "standup", ud: "u_1", u: "Zoë \u{1f600}", o: true, d: domainId, iat: now },
  ],
  [
    "a listener who has to ask and to leave",
    grant({
      entry: "ask",
      notBefore: now + 60,
      stay: { maxSeconds: 1800, endsAtExpiry: true },
      rights: { publish: false },
      client: { language: "de" },
    }),
    {
      nbf: now + 60,
      exp: now + 3600,
      r: "standup",
      k: true,
      ss: false,
      ejt: true,
      eje: 1800,
      p: { cs: false },
      uil: "de",
      d: domainId,
      iat: now,
    },
  ],
  ["whoever holds it, everywhere and for ever", { room: { any: true }, expiresAt: null }, { d: domainId, iat: now }],
];

describe.each(verifiers)("%s takes what is signed here", (name, verify) => {
  it.each(issuedRows)("%s, with exactly these claims", async (_who, input, claims) => {
    const { token } = await provider.issue(input);
    expect(await verify(token, bytes, now + 60)).toEqual(claims);
  });

  it("and refuses it with another key, changed, or after its time", async () => {
    const { token } = await provider.issue(grant());
    await expect(verify(token, Buffer.from(oldKey))).rejects.toThrow();
    await expect(verify(token.replace(/\.[^.]*\./, `.${btoa('{"o":true}').replaceAll("=", "")}.`))).rejects.toThrow();
    // One of them lets a token live through the second of its expiry.
    await expect(verify(token, bytes, now + 3600 + (name === "fast-jwt" ? 1 : 0))).rejects.toThrow();
  });
});

type Claims = Readonly<Record<string, unknown>>;

/** Without members that are `undefined`, which some signers take for values. */
const stated = (claims: Claims): Record<string, unknown> => JSON.parse(JSON.stringify(claims));

/** How other libraries sign; `header` is what comes out as the token's. */
const signers: readonly (readonly [string, (claims: Claims, key?: Buffer) => Promise<string>, header: Claims])[] = [
  [
    "jsonwebtoken",
    async (claims, key = bytes) => jsonwebtoken.sign(stated(claims), key, { algorithm: "HS256" }),
    { alg: "HS256", typ: "JWT" },
  ],
  [
    // As Daily's own bridge for OpenTok does it.
    "jsonwebtoken from a text",
    async (claims, key = bytes) => jsonwebtoken.sign(JSON.stringify(claims), key, { algorithm: "HS256" }),
    { alg: "HS256" },
  ],
  [
    "jose",
    (claims, key = bytes) => new SignJWT({ ...claims }).setProtectedHeader({ alg: "HS256" }).sign(key),
    { alg: "HS256" },
  ],
  [
    "fast-jwt",
    async (claims, key = bytes) => createSigner({ key, algorithm: "HS256" })({ ...claims }),
    { alg: "HS256", typ: "JWT" },
  ],
];

describe.each(signers)("a token of %s", (_name, sign, header) => {
  it("is verified here with its claims and its header as they are", async () => {
    const claims = guestClaims({ u: "Zoë", o: true });
    const token = await sign(claims);
    const verified = await provider.verify(token);
    expect(verified.properties).toEqual({
      room_name: "standup",
      exp: now + 3600,
      user_name: "Zoë",
      is_owner: true,
      domain_id: domainId,
      iat: now,
    });
    expect(provider.inspect(token)).toMatchObject({ header, claims });
  });

  it("is held to the same rules as ours", async () => {
    const verdict = async (changes: Claims, key?: Buffer): Promise<string> => {
      const token = await sign(guestClaims(changes), key);
      return outcomeOf(() => provider.verify(token));
    };
    expect(await verdict({}, Buffer.from(oldKey))).toBe("signature.mismatch");
    expect(await verdict({ exp: undefined })).toBe("claims.missing-expiry expiresAt");
    expect(await verdict({ d: undefined })).toBe("policy.tenant issuance.tenant");
    expect(await verdict({ er: "off" })).toBe("claims.unknown-value er");
  });
});

describe("a token signed from a text by jsonwebtoken", () => {
  const [, sign] = signers[1]!;

  it("has neither a type nor a time of issue, which is verified, and warned of", async () => {
    const token = await sign({ r: "standup", d: domainId, o: false, exp: now + 3600, otcd: "name=Alice" });
    expect(Buffer.from(token.split(".")[0]!, "base64url").toString()).toBe('{"alg":"HS256"}');
    const verified = await provider.verify(token);
    expect(verified.issuance).toEqual({ tenant: domainId });
    expect(verified.unknown).toEqual({ otcd: "name=Alice" });
    expect(verified.warnings.map(({ id }) => id)).toContain("daily.missing-issued-at");
  });

  it("may hold an expiry in milliseconds, which they take and we refuse", async () => {
    const token = await sign(guestClaims({ exp: (now + 3600) * 1000 }));
    for (const [, verify] of verifiers) await expect(verify(token)).resolves.toMatchObject({ r: "standup" });
    expect(await outcomeOf(() => provider.verify(token))).toBe("claims.milliseconds claims.exp");
  });
});
