import { describe, expect, it } from "vitest";
import { dailyBaseUrl, planCreateToken, planReadDomain, planValidateToken } from "./rest.js";

const secret = { in: "header", name: "authorization", prefix: "Bearer " };

describe("Daily's requests", () => {
  it("go to version 1 of its interface, and leave out who asks", () => {
    expect(dailyBaseUrl).toBe("https://api.daily.co/v1");
    expect(planCreateToken(dailyBaseUrl, { room_name: "standup" })).toEqual({
      vendor: "daily",
      method: "POST",
      url: `${dailyBaseUrl}/meeting-tokens`,
      headers: {},
      body: { properties: { room_name: "standup" } },
      secret,
    });
    expect(planReadDomain(dailyBaseUrl)).toEqual({
      vendor: "daily",
      method: "GET",
      url: `${dailyBaseUrl}/`,
      headers: {},
      secret,
    });
  });

  it("ask about a token by its path, with Daily's own not-before check left out on request", () => {
    const plan = planValidateToken(dailyBaseUrl, "a.b.c");
    expect(plan).toEqual({
      vendor: "daily",
      method: "GET",
      url: `${dailyBaseUrl}/meeting-tokens/a.b.c`,
      headers: {},
      secret,
    });
    expect(planValidateToken(dailyBaseUrl, "a.b.c", false)).toEqual(plan);
    expect(planValidateToken(dailyBaseUrl, "a.b.c", true).url).toBe(`${plan.url}?ignoreNbf=true`);
  });

  it("let no text of a token out of its place in the address", () => {
    for (const text of ["../rooms", "a/b", "a?ignoreNbf=true", "a#b", "a b", "%2e%2e", "\u00e9"]) {
      const { pathname, search, hash } = new URL(planValidateToken(dailyBaseUrl, text).url);
      expect(pathname).toBe(`/v1/meeting-tokens/${encodeURIComponent(text)}`);
      expect(search + hash).toBe("");
    }
  });
});
