import { compare } from "@roompass/core";
import { describe, expect, it } from "vitest";
import { errorOf, outcomeOf } from "../../core/src/errors/testing/error-of.ts";
import { answering, provider as make, now, tokenOf } from "./testing/provider.js";

const provider = make();
/** A provider to whom Metered answers with this token. */
const answered = (token: string) => make({ fetch: answering({ token }).fetch });

/** What somebody holds: tokens of every everyday shape, with the same expiry. */
const everyday: readonly (readonly [string, string])[] = [
  ["a guest", tokenOf()],
  ["somebody", tokenOf({ name: "Ann", externalUserId: "u_1", email: "ann@example.com", meta: "x" })],
  ["no admin", tokenOf({ isAdmin: false })],
  ["one who leaves", tokenOf({ ejectAfterElapsedTimeInSec: 600 })],
  ["every room", tokenOf({ roomName: undefined, globalToken: true })],
];

describe("renewing a token", () => {
  const read = (token: string) => provider.inspect(token);

  it.each(everyday)("%s: by writing over the expiry of its grant", async (_what, token) => {
    const old = read(token);
    const expiresAt = new Date((now + 7200) * 1000);
    const { body } = provider.plan({ ...old.grant, expiresAt });
    const fresh = await answered(tokenOf({ roomName: undefined, ...(body as object) })).issue({
      ...old.grant,
      expiresAt,
    });
    expect(fresh.grant.expiresAt).toBe(now + 7200);
    const changes = compare({ reading: old, adapter: provider }, { reading: fresh, adapter: provider }, { now });
    expect(changes.entries.filter(({ kind }) => kind === "gained").map(({ path }) => path)).toEqual(["expiresAt"]);
    expect(changes.entries.filter(({ kind }) => kind === "lost")).toEqual([]);
  });

  it("that gives a role asks for the rest of it to be said: what the role only may give is not in the grant", async () => {
    const { grant } = read(tokenOf({ isAdmin: true, externalUserId: "u_1" }));
    const expiresAt = now + 7200;
    const error = await errorOf(() => provider.issue({ ...grant, expiresAt }));
    expect(error).toMatchObject({ path: "rights.admit" });
    expect(error.message).toMatch(/rights\.(moderate|admit)/);
    const rights = { ...grant.rights, moderate: { media: true, remove: true, permissions: true } };
    expect(provider.plan({ ...grant, rights, expiresAt }).body).toMatchObject({ isAdmin: true });
  });

  it("for a shorter time gains nothing", async () => {
    const old = read(everyday[0]?.[1] as string);
    const { body } = provider.plan({ ...old.grant, expiresAt: now + 60 });
    const fresh = await answered(tokenOf({ ...(body as object) })).issue({ ...old.grant, expiresAt: now + 60 });
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
