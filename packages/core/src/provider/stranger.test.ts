import { describe, expect, it } from "vitest";
import { errorOf } from "../errors/testing/error-of.js";
import { mint } from "../jws/testing/mint.js";
import { goodClaims, now, toyProvider } from "./testing/toy-provider.js";

const other = Buffer.from("TEST-ONLY-another-secret-of-many-characters");
const refusal = (claims: object) =>
  errorOf(() => toyProvider().verify(mint({ alg: "HS256", typ: "JWT" }, claims as never, other)));

describe("a token that was signed with another key", () => {
  it("may be another vendor's: then the error says so, and nothing of the token", async () => {
    const error = await refusal({ sub: "TEST-ONLY-person", exp: now + 60 });
    expect(error).toMatchObject({
      code: "signature.mismatch",
      message: expect.stringContaining("no Toy token looks so"),
    });
    expect(error.cure).toContain("`detect`");
    expect(JSON.stringify(error)).not.toContain("TEST-ONLY");
  });

  it("is not said to be another's where it looks like the vendor's own", async () => {
    const error = await refusal(goodClaims());
    expect(error.code).toBe("signature.mismatch");
    expect(error.message).not.toContain("looks so");
  });
});
