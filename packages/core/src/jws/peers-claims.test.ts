import { describe, expect, it } from "vitest";
import { EXP, mintClaims, NOW, type Written } from "./testing/mint.js";
import { ourVerdict, peerVerdicts } from "./testing/verdicts.js";

/**
 * What a payload can do to a reader, and what the common libraries make of it: jose, jose with `exp` required,
 * jsonwebtoken, fast-jwt. Measured with jose 6.2.17, jsonwebtoken 9.0.3 and fast-jwt 6.3.6; when an upgrade changes a
 * letter, the row says where we still differ.
 */
const rows: readonly (readonly [name: string, payload: Written, peers: string, ours: "A" | readonly string[]])[] = [
  ["a sound token", { exp: EXP }, "AAAA", "A"],
  ["no exp", { room: "r" }, "ArAA", ["claims.missing-expiry"]],
  ["exp twice, past then future", `{"exp":1,"exp":${EXP}}`, "AAAA", ["token.duplicate-name"]],
  ["a name twice, once escaped", `{"r":"a","\\u0072":"b","exp":${EXP}}`, "AAAA", ["token.duplicate-name"]],
  ["own __proto__", `{"__proto__":{"owner":true},"exp":${EXP}}`, "AAAA", ["token.forbidden-name"]],
  ["own constructor", `{"constructor":1,"exp":${EXP}}`, "AAAA", "A"],
  ["own toString", `{"toString":1,"exp":${EXP}}`, "AAAA", "A"],
  ["exp with a half second", { exp: EXP + 0.5 }, "AAAA", ["claims.fractional"]],
  ["exp a string", { exp: String(EXP) }, "rrrr", ["claims.not-a-date"]],
  ["exp true", { exp: true }, "rrrr", ["claims.not-a-date"]],
  ["exp an array", { exp: [EXP] }, "rrrr", ["claims.not-a-date"]],
  ["exp null", { exp: null }, "rrrr", ["claims.not-a-date"]],
  ["exp negative", { exp: -EXP }, "rrrr", ["claims.not-a-date"]],
  ["exp 0", { exp: 0 }, "rrrr", ["claims.not-a-date"]],
  ["exp -0", '{"exp":-0}', "rrrr", ["claims.not-a-date"]],
  ["exp in milliseconds", { exp: EXP * 1000 }, "AAAA", ["claims.milliseconds"]],
  ["exp a duration", { exp: 86400 }, "rrrr", ["claims.relative-time"]],
  ["exp 1e300", '{"exp":1e300}', "AAAA", ["token.bad-number"]],
  ["exp beyond every date", { exp: 8.64e12 + 1 }, "AAAA", ["claims.not-a-date"]],
  ["exp 1e400", '{"exp":1e400}', "AAAA", ["token.bad-number"]],
  ["exp 2^53+1", '{"exp":9007199254740993}', "AAAA", ["token.bad-number"]],
  // fast-jwt lets a token live through the second of its expiry.
  ["exp now", { exp: NOW }, "rrrA", ["token.expired"]],
  ["nbf a string", { exp: EXP, nbf: String(NOW) }, "rrrr", ["claims.not-a-date"]],
  ["nbf null", { exp: EXP, nbf: null }, "rrrr", ["claims.not-a-date"]],
  ["nbf 0", { exp: EXP, nbf: 0 }, "AAAA", "A"],
  // They never compare the two; what refuses here is that the not-before lies ahead.
  ["nbf after exp", { exp: EXP, nbf: EXP + 1 }, "rrrr", ["claims.empty-window", "token.not-yet-valid"]],
  ["iat far in the future", { exp: EXP, iat: NOW + 86400 }, "AAAA", ["claims.issued-in-future"]],
  ["iat a string", { exp: EXP, iat: String(NOW) }, "rrAA", ["claims.not-a-date"]],
  ["payload an array", [{ exp: EXP }], "rrAr", ["token.not-an-object"]],
  ["payload a string", '"room"', "rrAr", ["token.not-an-object"]],
  ["payload a number", "7", "rrAr", ["token.not-an-object"]],
  ["payload null", "null", "rrrr", ["token.not-an-object"]],
  ["payload with a byte order mark", `\ufeff{"exp":${EXP}}`, "AArr", ["token.byte-order-mark"]],
  ["payload with an invalid byte", bytesAround(0xff), "rrAA", ["token.not-utf8"]],
  ["payload with an overlong slash", bytesAround(0xc0, 0xaf), "rrAA", ["token.not-utf8"]],
  ["payload in UTF-16", Buffer.from(`\ufeff{"exp":${EXP}}`, "utf16le"), "rrrr", ["token.not-utf8"]],
  ["payload in UTF-16 without mark", Buffer.from(`{"exp":${EXP}}`, "utf16le"), "rrrr", ["token.not-json"]],
  ["lone surrogate escape", `{"r":"\\ud800","exp":${EXP}}`, "AAAA", "A"],
  ["NUL in a string", `{"r":"a\\u0000b","exp":${EXP}}`, "AAAA", "A"],
  ["blanks behind the JSON", `{"exp":${EXP}} \n`, "AAAA", "A"],
  ["text behind the JSON", `{"exp":${EXP}}x`, "rrrr", ["token.not-json"]],
];

function bytesAround(...inner: number[]): Uint8Array {
  return Buffer.concat([Buffer.from('{"r":"'), Buffer.from(inner), Buffer.from(`","exp":${EXP}}`)]);
}

describe("payloads: our verdict and that of the common libraries", () => {
  it.each(rows)("%s", async (_name, payload, peers, ours) => {
    const token = mintClaims(payload);
    expect(await ourVerdict(token)).toEqual(ours);
    expect(await peerVerdicts(token)).toBe(peers);
  });

  it("refuses ten thousand levels, which all of them read", async () => {
    const token = mintClaims(`{"a":${"[".repeat(10_000)}${"]".repeat(10_000)},"exp":${EXP}}`);
    // The default size limit stands in front; either one is enough.
    expect(await ourVerdict(token)).toEqual(["token.too-large"]);
    expect(await peerVerdicts(token)).toBe("AAAA");
    const smaller = mintClaims(`{"a":${"[".repeat(4000)}${"]".repeat(4000)},"exp":${EXP}}`);
    expect(await ourVerdict(smaller)).toEqual(["token.too-deep"]);
    expect(await peerVerdicts(smaller)).toBe("AAAA");
  });

  it("refuses a nested token", async () => {
    const inner = mintClaims({ exp: EXP });
    expect(await ourVerdict(mintClaims(inner))).toEqual(["token.not-json"]);
  });
});
