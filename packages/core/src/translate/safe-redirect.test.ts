import { describe, expect, it } from "vitest";
import { refusedPaths } from "../testing/attempt.js";
import { frankReading, makeFrankAdapter, plainAuthority } from "../testing/frank-adapter.js";
import type { TranslationPolicy } from "./policy.js";
import { translate } from "./translate.js";

const now = 1_800_000_000;
const frank = makeFrankAdapter("frank");
/** Hands every address on: to the token, and to the client that joins with it. */
const blunt = { ...makeFrankAdapter("blunt"), join: (grant: object) => ({ grant }) };

function move(redirectUrl: string, options: { to?: typeof frank | typeof blunt; policy?: TranslationPolicy } = {}) {
  const { to = blunt, policy = {} } = options;
  const reading = frankReading(frank, plainAuthority(now + 60), { grant: { client: { redirectUrl, language: "de" } } });
  return () => translate(reading, { from: frank, to: to as typeof blunt, now, policy });
}

const dropped = (redirectUrl: string, to?: typeof frank | typeof blunt) => {
  const moved = move(redirectUrl, to === undefined ? {} : { to })();
  const entries = moved.report.filter(({ path }) => path === "client.redirectUrl");
  return { moved, entries, said: JSON.stringify([moved.properties, moved.grant, moved.join, moved.report]) };
};

describe("the address for leaving", () => {
  it.each(["https://example.com/bye", "http://localhost:3000"])("%j goes along", (address) => {
    const { moved, entries } = dropped(address);
    expect(entries).toEqual([]);
    expect(moved.grant.client).toEqual({ redirectUrl: address, language: "de" });
    expect(JSON.stringify(moved.join)).toContain(address);
  });

  it.each([
    ["javascript:alert(1)", "runs code"],
    ["data:text/html,hello", "runs code"],
    [" \tJavaScript:alert(1)", "runs code"],
    ["file:///etc/hosts", "runs code"],
    ["myapp://left", "neither https nor http"],
    ["/bye", "no scheme"],
  ])("%j goes nowhere at another vendor, and the report says why", (address, why) => {
    const { moved, entries, said } = dropped(address);
    expect(entries).toMatchObject([{ kind: "dropped", effect: "same", from: "set", to: "absent" }]);
    expect(entries[0]?.reason).toContain(why);
    expect(moved.grant.client).toEqual({ language: "de" });
    expect(said).not.toContain(JSON.stringify(address).slice(1, -1));
  });

  it("stays with its own vendor, unless it runs code", () => {
    expect(dropped("myapp://left", frank).moved.grant.client?.redirectUrl).toBe("myapp://left");
    expect(dropped("/bye", frank).moved.grant.client?.redirectUrl).toBe("/bye");
    const { moved, entries } = dropped("javascript:alert(1)", frank);
    expect(moved.grant.client).toEqual({ language: "de" });
    expect(entries).toMatchObject([{ kind: "dropped" }]);
  });

  it("leaves no empty hints behind", () => {
    const reading = frankReading(frank, plainAuthority(now + 60), { grant: { client: { redirectUrl: "data:,x" } } });
    expect(translate(reading, { from: frank, to: blunt, now }).grant).not.toHaveProperty("client");
  });

  it("refuses where the policy requires it", () => {
    const policy = { require: ["client.redirectUrl"] } as const;
    expect(refusedPaths(move("javascript:alert(1)", { policy }))).toEqual(["client.redirectUrl"]);
    expect(refusedPaths(move("https://example.com", { policy }))).toEqual([]);
  });
});
