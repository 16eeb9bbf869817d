import { describe, expect, it } from "vitest";
import { baseUrl, confirmsClaims, planMint, planValidate } from "./rest.js";

const base = "https://my-app.metered.live/api/v1";

describe("Metered's requests", () => {
  it("go to the app's own host, by https", () => {
    expect(baseUrl("my-app")).toBe(base);
  });

  it("mint with the secret in the query, which is not in the plan", () => {
    expect(planMint(base, { roomName: "standup" })).toEqual({
      vendor: "metered",
      method: "POST",
      url: `${base}/token`,
      headers: {},
      body: { roomName: "standup" },
      secret: { in: "query", name: "secretKey" },
    });
  });

  it("validate with the token in the body, and want no secret", () => {
    expect(planValidate(base, "a.b.c")).toEqual({
      vendor: "metered",
      method: "POST",
      url: `${base}/token/validate`,
      headers: {},
      body: { token: "a.b.c" },
    });
  });
});

describe("a validate answer", () => {
  const claims = { data: { appName: "my-app", roomName: "standup" }, iat: 1_800_000_000 };

  it("confirms in either envelope", () => {
    expect(confirmsClaims(claims, claims)).toBe(true);
    expect(confirmsClaims(claims.data, claims)).toBe(true);
    expect(confirmsClaims({ data: claims.data }, claims)).toBe(true);
  });

  it("confirms only what it repeats whole", () => {
    expect(confirmsClaims({ data: { appName: "my-app" } }, claims)).toBe(false);
    expect(confirmsClaims({ appName: "my-app" }, claims)).toBe(false);
    expect(confirmsClaims({ ...claims, iat: 1 }, claims)).toBe(false);
    expect(confirmsClaims({ ...claims, success: false }, claims)).toBe(false);
    expect(confirmsClaims({}, {})).toBe(false);
  });

  it("that says of itself that the call failed confirms nothing, whatever else it repeats", () => {
    for (const success of [false, null, 0, "", "false", "true", {}]) {
      expect(confirmsClaims({ ...claims, success }, claims)).toBe(false);
    }
    for (const failure of [
      { error: "invalid" },
      { error: { details: [] } },
      { eventCode: "e", message: "error message" },
    ]) {
      expect(confirmsClaims({ ...claims, ...failure }, claims)).toBe(false);
      expect(confirmsClaims({ ...claims, success: true, ...failure }, claims)).toBe(false);
    }
    for (const quiet of [
      { error: null },
      { error: "" },
      { error: false },
      { eventCode: "" },
      { success: true, message: "x" },
    ]) {
      expect(confirmsClaims({ ...claims, ...quiet }, claims)).toBe(true);
    }
  });
});
