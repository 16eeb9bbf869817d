import { detect } from "@roompass/core";
import { describe, expect, it } from "vitest";
import { answering, provider, silentNetwork } from "./testing/provider.js";

const silence = silentNetwork();

/** 2026-11-01T00:00:00Z. The token never expires; "now" stands still so that nothing else moves. */
const now = 1_793_491_200;

/** https://metered.ca/docs/rest-api and the guide on private rooms; made of the body `{"globalToken":true}`. */
const example = [
  "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9",
  "eyJkYXRhIjp7Imdsb2JhbFRva2VuIjp0cnVlLCJhcHBOYW1lIjoiaHlwcmhvc3QifSwiaWF0IjoxNjI3NzcwNDI2fQ",
  "mVkFCexiE9UFHN8ujvsEVmXLllu2dXmF--4PzBFYjDY",
].join(".");

const inspected = provider({ clock: () => now }).inspect(example);

describe("the token of Metered's guide", () => {
  it("decodes to the payload that the guide prints", () => {
    expect(inspected.verified).toBe(false);
    expect(inspected.header).toEqual({ alg: "HS256", typ: "JWT" });
    expect(JSON.stringify(inspected.claims)).toBe(
      '{"data":{"globalToken":true,"appName":"hyprhost"},"iat":1627770426}',
    );
    expect(inspected.properties).toEqual({ globalToken: true, appName: "hyprhost", iat: 1627770426 });
    expect(inspected.unknown).toEqual({});
    expect(new Date(1627770426_000).toISOString()).toBe("2021-07-31T22:27:06.000Z");
  });

  it("opens every room of the app for ever, and gives no admin's rights", () => {
    expect(inspected.grant).toEqual({ purpose: ["participant"], room: { any: true }, expiresAt: null });
    expect(inspected.issuance).toEqual({ issuedAt: 1627770426, tenant: "hyprhost" });
  });

  it("gets the two warnings that it deserves, beside a remark on rooms that need no token", () => {
    expect(inspected.warnings.map(({ id, severity }) => [id, severity]).sort()).toEqual([
      ["lint.every-room", "warning"],
      ["lint.never-expires", "warning"],
      ["metered.public-room", "info"],
    ]);
  });

  it("is Metered's for certain", async () => {
    const { adapter } = provider();
    expect(detect(example, [adapter])).toMatchObject({ vendor: "metered", confidence: "certain" });
  });

  it("is verified by asking Metered, for its own app, and where a token for ever is accepted", async () => {
    const body = { data: { globalToken: true, appName: "hyprhost" }, iat: 1627770426 };
    const settings = { appName: "hyprhost", clock: () => now, fetch: answering(body).fetch };
    const verified = await provider(settings).verify(example, { allowNoExpiry: true, room: "any-room-of-theirs" });
    expect(verified.verified).toBe(true);
    await expect(provider(settings).verify(example)).rejects.toMatchObject({ code: "claims.missing-expiry" });
    const other = provider({ clock: () => now, fetch: silence.fetch });
    await expect(other.verify(example, { allowNoExpiry: true })).rejects.toMatchObject({ code: "policy.tenant" });
  });
});
