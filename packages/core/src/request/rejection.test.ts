import { describe, expect, it } from "vitest";
import { Credential } from "./credential.js";
import { rejection } from "./rejection.js";
import type { RequestPlan } from "./request-plan.js";
import { plan, textAnswer } from "./testing/fake-fetch.js";

const credential = new Credential("TEST-ONLY-api-key-of-a-vendor", "apiKey");
const token = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJyb29tIjoic3RhbmR1cCIsInVzZXIiOiJ1XzEifQ.c2lnbmF0dXJlLW9mLXRlc3Q";

function details(said: unknown, change: Partial<RequestPlan> = {}): Record<string, unknown> {
  const text = typeof said === "string" ? said : JSON.stringify(said);
  return { ...rejection({ ...plan, ...change }, textAnswer(text, 400), text, credential).details };
}

describe("what a vendor says", () => {
  it.each([
    [{ error: "invalid-request", info: "room is missing" }, "invalid-request", "room is missing"],
    [{ code: "E1", message: "room is missing" }, "E1", "room is missing"],
    [{ eventCode: "E1" }, "E1", undefined],
    [{ error: { nested: true }, code: "E1" }, "E1", undefined],
    [{ error: "", code: 7, message: null, info: [] }, undefined, undefined],
  ])("is passed on: %j", (said, vendorCode, vendorMessage) => {
    const expected = {
      vendor: "toy",
      status: 400,
      ...(vendorCode === undefined ? {} : { vendorCode }),
      ...(vendorMessage === undefined ? {} : { vendorMessage }),
    };
    expect(details(said)).toEqual(expected);
  });

  it.each(["", "<html>502</html>", "null", "[]", '"error"', "{", '{"__proto__":{"error":"x"}}'])(
    "is nothing where it is %j",
    (said) => {
      expect(details(said)).toEqual({ vendor: "toy", status: 400 });
    },
  );

  it("is short and printable", () => {
    const message = `line\n\u001b[31mred\u0000 ${"ä".repeat(500)}`;
    const { vendorMessage } = details({ message });
    expect(vendorMessage).toMatch(/^[\x20-\x7e]{200}$/);
    expect(vendorMessage).toMatch(/^line\?\?\[31mred\? \?+$/);
  });
});

describe("an echo", () => {
  it("of the secret is taken out, also where it would be cut", () => {
    const secret = credential.use((text) => text);
    expect(details({ error: secret, message: `bad key ${secret}` })).toMatchObject({
      vendorCode: "[secret]",
      vendorMessage: "bad key [secret]",
    });
    for (let filler = 150; filler <= 200; filler += 1) {
      const { vendorMessage } = details({ message: "x".repeat(filler) + secret });
      expect(vendorMessage).not.toContain("TEST-ONL");
    }
    const { vendorMessage } = details({ message: "y".repeat(1990) + secret });
    expect(vendorMessage).toBe("y".repeat(200));
  });

  it.each([
    ["whole", token],
    ["without its signature", token.slice(0, token.lastIndexOf("."))],
    ["its header", token.slice(0, 30)],
    ["its claims", token.split(".")[1] as string],
    ["its signature", token.split(".")[2] as string],
    ["a piece of its claims", token.slice(45, 60)],
  ])("of the token that was asked about is taken out: %s", (_what, piece) => {
    const places: readonly Partial<RequestPlan>[] = [
      { url: `https://api.example/v1/tokens/${token}` },
      { url: `https://api.example/v1/tokens/${token}?strict=true` },
      { body: { token } },
      { body: { nested: [{ token }] } },
      { headers: { "x-token": token } },
    ];
    for (const place of places) {
      expect(details({ message: `cannot read ${piece}: bad` }, place)).toMatchObject({
        vendorMessage: "cannot read [token]: bad",
      });
    }
  });

  it("of a token that was not sent is taken out as far as it can be told", () => {
    expect(details({ message: `try ${token} instead` })).toMatchObject({ vendorMessage: "try [token] instead" });
    expect(details({ message: `try ${token.slice(0, 20)}... instead` })).toMatchObject({
      vendorMessage: "try [token]... instead",
    });
  });

  it("is not seen in ordinary words", () => {
    const message = "The limit was exceeded: existing room standup, everything else is authentication-required.";
    expect(details({ message }, { body: { token } })).toMatchObject({ vendorMessage: message });
  });
});

describe("too many requests", () => {
  const rateLimited = (header: string | undefined) => {
    const answer = textAnswer("{}", 429, header === undefined ? {} : { "retry-after": header });
    const { code, details: told } = rejection(plan, answer, '{"error":"slow"}', undefined);
    expect(code).toBe("request.rate-limited");
    return told?.["retryAfterSeconds"];
  };

  it.each([
    ["0", 0],
    ["7", 7],
    [" 120 ", 120],
    ["86400", 86_400],
    [undefined, undefined],
    ["", undefined],
    [" ", undefined],
    ["-1", undefined],
    ["1.5", undefined],
    ["1e3", undefined],
    ["0x10", undefined],
    ["Infinity", undefined],
    ["NaN", undefined],
    ["9999999999", undefined],
    ["Wed, 21 Oct 2026 07:28:00 GMT", undefined],
  ])("come back after the seconds of Retry-After: %j is %s", (header, seconds) => {
    expect(rateLimited(header)).toBe(seconds);
  });

  it("say what the vendor says", () => {
    const { details: told, message } = rejection(plan, textAnswer("", 429), '{"error":"slow"}', credential);
    expect(told).toEqual({ vendor: "toy", status: 429, vendorCode: "slow" });
    expect(message).toBe("toy answered 429: too many requests.");
  });
});
