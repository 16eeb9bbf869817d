import { describe, expect, it } from "vitest";
import { parseGrant, safeParseGrant } from "./parse-grant.js";

const now = 1_800_000_000;
const secret = "TEST-ONLY-what-was-thrown";

function fail(): never {
  throw new Error(secret);
}

function revoked(target: object): unknown {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

const plain = { room: "standup", expiresIn: "1h" };
const throwing = (name: string, members: object = {}): object =>
  Object.defineProperty({ ...members }, name, { get: fail, enumerable: true });

describe("a grant that cannot be read", () => {
  it.each<[string, unknown]>([
    ["a getter", { ...plain, participant: throwing("id") }],
    ["a getter in free data", { ...plain, participant: { metadata: [throwing("any")] } }],
    ["a getter of the grant itself", throwing("entry", plain)],
    ["a proxy that tells no names", { ...plain, rights: new Proxy({}, { ownKeys: fail }) }],
    ["a proxy that gives nothing", { ...plain, rights: { record: new Proxy([], { get: fail }) } }],
    ["a proxy without a prototype to ask for", new Proxy(plain, { getPrototypeOf: fail })],
    ["a revoked object", { ...plain, stay: revoked({}) }],
    ["a revoked list", { ...plain, room: { anyOf: revoked([]) } }],
  ])("because of %s is refused as every other, without what was thrown", (_what, grant) => {
    const result = safeParseGrant(grant, { now });
    expect(result).toMatchObject({ ok: false, issues: [{ code: "grant.invalid", path: "" }] });
    expect(JSON.stringify(result)).not.toContain(secret);
    expect(() => parseGrant(grant, { now })).toThrow("The grant cannot be read: one of its members throws.");
  });
});
