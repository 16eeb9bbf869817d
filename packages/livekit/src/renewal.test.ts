import { compare } from "@roompass/core";
import { describe, expect, it } from "vitest";
import { errorOf, outcomeOf } from "../../core/src/errors/testing/error-of.ts";
import { provider as make, now, tokenOf } from "./testing/provider.js";

const provider = make();
const video = (changes: object) => tokenOf({ video: { roomJoin: true, room: "standup", ...changes } });

/** What somebody holds: tokens of every everyday shape, with the same expiry. */
const everyday: readonly (readonly [string, string])[] = [
  ["a guest", tokenOf()],
  ["somebody", tokenOf({ name: "Ann", metadata: "x" })],
  ["a listener", video({ canPublish: false, canPublishData: false })],
  ["one with a microphone", video({ canPublish: true, canPublishSources: ["microphone"] })],
  ["an admin", video({ roomAdmin: true, canPublish: true, canSubscribe: true, canPublishData: true })],
  ["one nobody sees", video({ hidden: true })],
  ["one with attributes", tokenOf({ attributes: { role: "host" } })],
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
});
