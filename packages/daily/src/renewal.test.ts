import { compare, translate } from "@roompass/core";
import { describe, expect, it } from "vitest";
import { errorOf, outcomeOf } from "../../core/src/errors/testing/error-of.ts";
import { now, signing, tokenOf } from "./testing/provider.js";

const provider = signing();

/** What somebody holds: tokens of every everyday shape, with the same expiry. */
const everyday: readonly (readonly [string, string])[] = [
  ["a guest", tokenOf()],
  ["somebody", tokenOf({ u: "Ann", ud: "u_1" })],
  ["an owner", tokenOf({ o: true, ud: "u_1" })],
  ["somebody who asks", tokenOf({ k: true })],
  ["a listener", tokenOf({ p: { cs: false, hp: true } })],
  ["one with a microphone", tokenOf({ p: { cs: "a" } })],
  ["one who leaves at the end", tokenOf({ ejt: true, eje: 600 })],
  ["one with hints", tokenOf({ vo: true, rome: "https://example.com/bye", uil: "de" })],
  ["one with what only this vendor has", tokenOf({ erui: true })],
  ["every room", tokenOf({ r: undefined })],
];

describe("renewing a token", () => {
  const read = (token: string) => provider.inspect(token);

  it.each(everyday)("%s: by writing over the expiry of its grant", async (_what, token) => {
    const old = read(token);
    const expiresAt = new Date((now + 7200) * 1000);
    const fresh = await provider.issue({ ...old.grant, expiresAt });
    expect(fresh.grant.expiresAt).toBe(now + 7200);
    const changes = compare({ reading: old, adapter: provider }, { reading: fresh, adapter: provider }, { now });
    expect(changes.entries.filter(({ kind }) => kind === "gained").map(({ path }) => path)).toEqual(["expiresAt"]);
    expect(changes.entries.filter(({ kind }) => kind === "lost")).toEqual([]);
  });

  it("for a shorter time gains nothing", async () => {
    const old = read(everyday[0]?.[1] as string);
    const fresh = await provider.issue({ ...old.grant, expiresAt: now + 60 });
    const changes = compare({ reading: old, adapter: provider }, { reading: fresh, adapter: provider }, { now });
    expect(changes).toMatchObject({ gains: false });
  });

  it("does not guess which of two expiries is meant", async () => {
    const { grant } = read(everyday[0]?.[1] as string);
    const error = await errorOf(() => provider.issue({ ...grant, expiresIn: "1h" }));
    expect(error).toMatchObject({ code: "grant.invalid", path: "expiresIn" });
    expect(error.cure).toContain("{ ...grant, expiresAt: new Date(…) }");
    expect(await outcomeOf(() => provider.issue({ ...grant, expiresAt: now - 1 }))).toBe(
      "grant.empty-window expiresAt",
    );
  });

  it.each([[["cloud"]], [["cloud", "cloud"]]])("writes the one way of recording in %j as text when it signs", (er) => {
    const moved = translate(read(tokenOf({ er })), { from: provider, to: provider, now, trustUnverified: true });
    expect(moved.claims).toHaveProperty("er", "cloud");
    expect(moved.report).toEqual([]);
  });
});
