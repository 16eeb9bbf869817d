import { describe, expect, it } from "vitest";
import { type AddressKind, addressKind } from "./address.js";
import { parseGrant, safeParseGrant } from "./parse-grant.js";

const now = 1_800_000_000;

const cases: readonly (readonly [string, AddressKind])[] = [
  ["https://example.com/bye", "web"],
  ["HTTP://example.com", "web"],
  ["myapp://left?room=1", "app"],
  ["mailto:someone@example.com", "app"],
  ["/bye", "relative"],
  ["bye.html?to=javascript:x", "relative"],
  ["", "relative"],
  ["javascript:alert(1)", "script"],
  ["JavaScript:alert(1)", "script"],
  ["  javascript:alert(1)", "script"],
  ["\u0001java\nscript:alert(1)", "script"],
  ["data:text/html,x", "script"],
  ["vbscript:x", "script"],
  ["blob:https://example.com/1", "script"],
  ["file:///etc/hosts", "script"],
  ["view-source:https://example.com", "script"],
];

describe("where an address leads", () => {
  it.each(cases)("%j is %s", (address, kind) => {
    expect(addressKind(address)).toBe(kind);
  });
});

describe("an address in a grant", () => {
  const grant = (redirectUrl: string) => ({ room: "r", expiresIn: "1h", client: { redirectUrl } });

  it.each(["https://example.com/bye", "myapp://left", "/bye"])("takes %j", (redirectUrl) => {
    expect(parseGrant(grant(redirectUrl), { now }).client).toEqual({ redirectUrl });
  });

  it.each(cases.filter(([, kind]) => kind === "script"))("refuses %j", (redirectUrl) => {
    const result = safeParseGrant(grant(redirectUrl), { now });
    const issues = result.ok ? [] : result.issues;
    expect(issues).toMatchObject([{ code: "grant.invalid", path: "client.redirectUrl" }]);
  });
});
