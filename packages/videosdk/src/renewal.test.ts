import { compare } from "@roompass/core";
import { describe, expect, it } from "vitest";
import { errorOf, outcomeOf } from "../../core/src/errors/testing/error-of.ts";
import { provider as make, now, tokenOf } from "./testing/provider.js";

const provider = make();

/** What somebody holds: tokens of every everyday shape, with the same expiry. */
const everyday: readonly (readonly [string, string])[] = [
  ["a guest", tokenOf()],
  ["somebody", tokenOf({ participantId: "u_1" })],
  ["somebody who asks", tokenOf({ permissions: ["ask_join"] })],
  ["every room", tokenOf({ roomId: undefined })],
  ["a server", tokenOf({ roles: ["crawler"], roomId: undefined })],
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

  it("that gives a role asks for the rest of it to be said: what the role only may give is not in the grant", async () => {
    const { grant } = read(tokenOf({ permissions: ["allow_join", "allow_mod"] }));
    const expiresAt = now + 7200;
    const error = await errorOf(() => provider.issue({ ...grant, expiresAt }));
    expect(error).toMatchObject({ path: "rights.moderate.media" });
    expect(error.message).toMatch(/rights\.(moderate|admit)/);
    const rights = { ...grant.rights, moderate: { media: true, remove: true } };
    const fresh = await provider.issue({ ...grant, rights, expiresAt });
    expect(fresh.properties.permissions).toEqual(["allow_join", "allow_mod"]);
  });

  it("for a shorter time gains nothing", async () => {
    const old = read(everyday[0]?.[1] as string);
    const fresh = await provider.issue({ ...old.grant, expiresAt: now + 60 });
    const changes = compare({ reading: old, adapter: provider }, { reading: fresh, adapter: provider }, { now });
    expect(changes).toMatchObject({ gains: false });
  });

  it("with the version as a text may be good for more: what that makes of the scopes nobody documents", () => {
    const [old, fresh] = [read(tokenOf()), read(tokenOf({ version: "2" }))];
    const changes = compare({ reading: old, adapter: provider }, { reading: fresh, adapter: provider }, { now });
    const gained = changes.entries.filter(({ kind }) => kind === "gained").map(({ path }) => path);
    expect(gained).toEqual(["purpose", "room"]);
  });

  it.each<[string, Record<string, unknown>, Record<string, unknown>, readonly string[]]>([
    ["the version as a text in place of none", { version: undefined }, { version: "2" }, ["purpose", "room"]],
    [
      "it in every room",
      { version: undefined, roomId: undefined, participantId: "u_1" },
      { version: "2", roomId: undefined, participantId: "u_1" },
      ["purpose", "participant.id"],
    ],
    ["an earlier beginning, which may hold or not", { nbf: now + 20 }, { nbf: now + 10 }, ["notBefore"]],
    ["the same words", { version: undefined, nbf: now + 20 }, { version: undefined, nbf: now + 20 }, []],
  ])("with %s says the same where its words are the same, and nowhere else", (_what, before, after, paths) => {
    const [old, fresh] = [read(tokenOf(before)), read(tokenOf(after))];
    const changes = compare({ reading: old, adapter: provider }, { reading: fresh, adapter: provider }, { now });
    const found = changes.entries.map(({ path }) => path).filter((path) => !path.startsWith("rights."));
    expect(found).toEqual(paths);
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
