import { afterAll, describe, expect, it, vi } from "vitest";
import { EXP, mintClaims, SECRET } from "./testing/mint.js";

// What an import condition does in browsers and workers. The modules are loaded anew with it, and again without it for the
// files that follow in the same worker.
vi.resetModules();
vi.doMock("#hmac", () => import("./hmac.web.js"));
const { createKeyRing } = await import("./keys.js");
const { importSecret } = await import("./secret.js");
const { signCompact } = await import("./sign-compact.js");
const { verifySigned } = await import("./testing/verify-signed.js");

const options = { header: { algorithms: ["HS256"] } };

describe("on crypto.subtle", () => {
  afterAll(() => {
    vi.doUnmock("#hmac");
    vi.resetModules();
  });

  it("signs and verifies the same tokens, also several at once with a key that is not yet imported", async () => {
    const key = importSecret(SECRET, { algorithm: "HS256" });
    expect(key.sign("HS256", new Uint8Array(1))).toBeInstanceOf(Promise);
    const fresh = importSecret(SECRET, { algorithm: "HS256" });
    const claims = { exp: EXP, room: "standup" };
    const texts = await Promise.all([1, 2, 3].map(() => signCompact(claims, fresh)));
    expect(new Set([...texts, mintClaims(claims)]).size).toBe(1);
    const keys = createKeyRing(fresh);
    expect((await verifySigned(texts[0], { ...options, keys })).claims.room).toBe("standup");
    const foreign = createKeyRing(
      importSecret(
        SECRET.map((byte) => byte ^ 1),
        { algorithm: "HS256" },
      ),
    );
    await expect(verifySigned(texts[0], { ...options, keys: foreign })).rejects.toMatchObject({
      code: "signature.mismatch",
    });
  });
});
