import { describe, expect, it } from "vitest";
import { toyProvider } from "../provider/testing/toy-provider.js";
import { describeGiven, isPromise, wrongKind } from "./given.js";
import { outcomeOf } from "./testing/error-of.js";

const secret = "TEST-ONLY-what-was-thrown";
const fail = (): never => {
  throw new Error(secret);
};

function throwingAt(name: string): object {
  return Object.defineProperty({}, name, { get: fail });
}

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

const unreadable: readonly [string, object][] = [
  ["a proxy that throws", new Proxy({}, { get: fail, has: fail })],
  ["a getter that throws", throwingAt("then")],
  ["a revoked proxy", revoked()],
];

describe("something that cannot even be looked at", () => {
  it.each(unreadable)("is an object to whoever asks what it is: %s", async (_what, value) => {
    expect(isPromise(value)).toBe(false);
    expect(describeGiven(value)).toBe("an object");
    expect(wrongKind("token", value, "a text", "Pass a text.").message).toBe("`token` is an object, not a text.");
    expect(await outcomeOf(() => toyProvider().verify(value as unknown as string))).toMatch(/^token\.not-a-string/);
    expect(await outcomeOf(() => toyProvider().inspect(value as unknown as string))).toMatch(/^token\.not-a-string/);
  });
});
