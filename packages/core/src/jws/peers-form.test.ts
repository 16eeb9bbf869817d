import { describe, expect, it } from "vitest";
import { EXP, HEADER, mint, mintClaims, part, SECRET, tagOf } from "./testing/mint.js";
import { ourVerdict, peerVerdicts } from "./testing/verdicts.js";

type Row = readonly [name: string, token: string, peers: string, ours: readonly string[]];

const payload = { exp: EXP };
const good = mintClaims(payload);
const signingInput = good.slice(0, good.lastIndexOf("."));
const signature = good.slice(signingInput.length + 1);

// 43 characters hold 258 bits, 256 of which count: the last character has three twins.
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const twin = `${signature.slice(0, 42)}${ALPHABET[ALPHABET.indexOf(signature[42] as string) ^ 1]}`;

// A payload whose spelling needs both characters that base64 and base64url write differently.
const withBoth = mintClaims({ exp: EXP, r: "???>>>~~~" });
const [, bothPayload = ""] = withBoth.split(".");
const otherAlphabet = `${part(HEADER)}.${bothPayload.replaceAll("-", "+").replaceAll("_", "/")}`;

/** Peers: jose, jose with `exp` required, jsonwebtoken, fast-jwt; see `peers-claims.test.ts`. */
const formRows: readonly Row[] = [
  ["= behind the signature", `${good}=`, "AArr", ["token.not-canonical"]],
  [
    "newline inside the signature",
    `${signingInput}.${signature.slice(0, 20)}\n${signature.slice(20)}`,
    "AArr",
    ["token.bad-character"],
  ],
  ["newline behind the token", `${good}\n`, "AArr", ["token.bad-character"]],
  ["other spare bits at the end", `${signingInput}.${twin}`, "AArA", ["token.not-canonical"]],
  [
    "signature cut to 16 bytes",
    `${signingInput}.${part(Buffer.from(signature, "base64url").subarray(0, 16))}`,
    "rrrr",
    ["signature.mismatch"],
  ],
  ["a character too many", `${good}A`, "rrrr", ["signature.mismatch"]],
  ["no signature", `${signingInput}.`, "rrrr", ["token.empty-part"]],
  ["two parts", signingInput, "rrrr", ["token.not-three-parts"]],
  ["five parts", `${good}.a.b`, "rrrr", ["token.not-a-jws"]],
  ["the + and / alphabet", `${otherAlphabet}.${tagOf(otherAlphabet)}`, "rrrr", ["token.bad-character"]],
];

const headerRows: readonly Row[] = [
  ["alg twice, none first", mint('{"alg":"none","alg":"HS256"}', payload), "AAAA", ["token.duplicate-name"]],
  [
    "crit with an unknown name",
    mint({ ...HEADER, crit: ["exp-strict"], "exp-strict": true }, payload),
    "rrAr",
    ["header.unsupported-member", "header.unsupported-member"],
  ],
  ["crit empty", mint({ ...HEADER, crit: [] }, payload), "rrAr", ["header.unsupported-member"]],
  ["crit a string", mint({ ...HEADER, crit: "b64" }, payload), "rrAr", ["header.unsupported-member"]],
  [
    "crit b64, b64 true",
    mint({ ...HEADER, crit: ["b64"], b64: true }, payload),
    "AAAr",
    ["header.unsupported-member", "header.unsupported-member"],
  ],
  ["b64 false without crit", mint({ ...HEADER, b64: false }, payload), "AAAA", ["header.unsupported-member"]],
  ["alg missing", mint({ typ: "JWT" }, payload), "rrrr", ["header.algorithm"]],
  ["alg an array", mint({ alg: ["HS256"], typ: "JWT" }, payload), "rrrr", ["header.algorithm"]],
  ["alg in lower case", mint({ alg: "hs256" }, payload), "rrrr", ["header.algorithm"]],
  ["alg none", mint({ alg: "none" }, payload), "rrrr", ["header.algorithm"]],
  ["alg nOnE", mint({ alg: "nOnE" }, payload), "rrrr", ["header.algorithm"]],
  ["alg HS512", mint({ alg: "HS512" }, payload), "rrrr", ["header.algorithm"]],
  ["typ at+jwt", mint({ alg: "HS256", typ: "at+jwt" }, payload), "AAAA", ["header.type"]],
  ["typ a number", mint({ alg: "HS256", typ: 1 }, payload), "AAAA", ["header.type"]],
  ["zip", mint({ ...HEADER, zip: "DEF" }, payload), "AAAA", ["header.unsupported-member"]],
  [
    "an attacker's jwk",
    mint({ ...HEADER, jwk: { kty: "oct", k: "AAAA" } }, payload, new Uint8Array(3)),
    "rrrr",
    ["header.unsupported-member"],
  ],
  [
    "cty JWT with a nested token",
    mint({ ...HEADER, cty: "JWT" }, good),
    "rrrr",
    ["header.unsupported-member", "token.not-json"],
  ],
  // Without `typ`, jsonwebtoken hands out a payload that is no JSON as a string.
  [
    "the same without typ",
    mint({ alg: "HS256", cty: "JWT" }, good),
    "rrAr",
    ["header.unsupported-member", "token.not-json"],
  ],
];

describe("form: our verdict and that of the common libraries", () => {
  it.each([...formRows, ...headerRows])("%s", async (_name, token, peers, ours) => {
    expect(await ourVerdict(token)).toEqual(ours);
    expect(await peerVerdicts(token)).toBe(peers);
  });

  it("starts from a token that all of them accept", async () => {
    for (const token of [good, withBoth]) {
      expect(await ourVerdict(token)).toBe("A");
      expect(await peerVerdicts(token)).toBe("AAAA");
    }
    expect(SECRET.length).toBe(32);
    expect(bothPayload).toMatch(/-.*_|_.*-/);
  });
});
