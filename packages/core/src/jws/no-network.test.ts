import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createKeyRing } from "./keys.js";
import { importSecret } from "./secret.js";
import { EXP, mint, SECRET } from "./testing/mint.js";
import { verifySigned } from "./testing/verify-signed.js";

let connections = 0;
const canary = createServer((_request, response) => response.end("{}"));
canary.on("connection", () => {
  connections += 1;
});

beforeAll(() => new Promise<void>((resolve) => canary.listen(0, "127.0.0.1", resolve)));
afterAll(() => new Promise<void>((resolve) => canary.close(() => resolve())));

describe("a token never makes anything be fetched", () => {
  it("wherever it points", async () => {
    const url = `http://127.0.0.1:${(canary.address() as AddressInfo).port}/keys.json`;
    const keys = createKeyRing(importSecret(SECRET, { algorithm: "HS256" }));
    const headers: Record<string, unknown>[] = [
      { jku: url },
      { x5u: url },
      { jwk: { kty: "oct", k: "AAAA", x5u: url } },
      { x5c: [url] },
      { kid: url },
      { typ: url },
      { cty: url },
      { alg: url },
    ];
    for (const extra of headers) {
      const members = ["jku", "x5u", "jwk", "x5c", "kid", "cty"];
      const text = mint({ alg: "HS256", ...extra }, { exp: EXP, iss: url, jku: url });
      const refusal = verifySigned(text, { header: { algorithms: ["HS256"] }, keys });
      await expect(refusal).rejects.toMatchObject({ code: expect.stringMatching(/^header\./) });
      await verifySigned(text, { header: { algorithms: ["HS256", url], members }, keys }).catch(() => undefined);
    }
    await verifySigned(mint({ alg: "HS256" }, { iss: url }), { header: { algorithms: ["HS256"] }, keys });
    // Give a stray request the time to arrive.
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(connections).toBe(0);
  });
});
