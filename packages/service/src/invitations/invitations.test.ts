import { importSecret, signCompact } from "@roompass/core/kit";
import { describe, expect, it } from "vitest";
import type { CallerPolicy, TokenServiceSettings } from "../index.js";
import { createMemoryStore, digestSecret } from "../index.js";
import { guestGrant, guestPolicy, makeWorld, now, secret, type World } from "../testing/world.js";

const signing = "TEST-ONLY-invitation-secret-0123456789abcdef";
const policy: Partial<CallerPolicy> = { operations: ["issue", "verify", "invite"] };
const settings: Partial<TokenServiceSettings> = {
  invitations: { secrets: [signing], maxSeconds: 86_400 },
  limits: { anonymous: { requests: 500, seconds: 60 } },
};
const request = { provider: "livekit", grant: guestGrant };

async function invited(world: World, body: object = request): Promise<string> {
  const answer = await world.post("/v1/invitations", body);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { readonly invitation: string }).invitation;
}

const redeem = (world: World, invitation: string) => world.ask("POST", "/v1/invitations/redeem", { invitation });
const codeOf = async (answer: Response) => ((await answer.json()) as { readonly code: string }).code;

describe("R17: an invitation lets somebody in once", () => {
  it("who has it gets a token without a key, with a life that begins then", async () => {
    const world = await makeWorld({ policy, settings });
    const invitation = await invited(world);
    world.time = now + 3600;
    const answer = await redeem(world, invitation);
    expect(await answer.json()).toMatchObject({ expiresAt: now + 3600 + 900, grant: { room: "team-standup" } });
    expect(world.audit.records.at(-1)).toMatchObject({ operation: "redeem", caller: "alice", decision: "granted" });
  });

  it("of 64 at once exactly one gets in", async () => {
    const world = await makeWorld({ policy, settings });
    const invitation = await invited(world);
    const answers = await Promise.all(Array.from({ length: 64 }, () => redeem(world, invitation)));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...Array(63).fill(410)]);
    expect(world.minted()).toBe(1);
  });

  it("a store that is full or down lets nobody in", async () => {
    const world = await makeWorld({
      policy,
      settings: { ...settings, store: createMemoryStore({ clock: () => now, maxOnce: 1 }) },
    });
    expect((await redeem(world, await invited(world))).status).toBe(200);
    expect((await redeem(world, await invited(world))).status).toBe(503);
    const useOnce = async (): Promise<never> => {
      throw new Error("down");
    };
    const down = await makeWorld({ policy, settings: { ...settings, store: { ...createMemoryStore(), useOnce } } });
    expect((await redeem(down, await invited(down))).status).toBe(503);
    expect([world.minted(), down.minted()]).toEqual([1, 0]);
  });

  it("made before a restart that forgot who was let in lets nobody in", async () => {
    const world = await makeWorld({ policy, settings });
    const [used, unused] = [await invited(world), await invited(world)];
    expect((await redeem(world, used)).status).toBe(200);
    // Another process with the same settings, whose store knows nothing of the first one.
    const after = await makeWorld({ policy, settings });
    after.time = now + 1;
    expect((await redeem(after, used)).status).toBe(410);
    expect((await redeem(after, unused)).status).toBe(410);
    expect((await redeem(after, await invited(after))).status).toBe(200);
    expect(after.minted()).toBe(1);
  });

  it("is remembered as used until it is over anyway", async () => {
    const world = await makeWorld({ policy, settings });
    const invitation = await invited(world, { ...request, validForSeconds: 100 });
    expect((await redeem(world, invitation)).status).toBe(200);
    world.time = now + 99;
    expect((await redeem(world, invitation)).status).toBe(410);
    world.time = now + 100;
    expect((await redeem(world, invitation)).status).toBe(403);
  });

  it("changed, cut, of another service or of another kind is one and the same problem", async () => {
    const world = await makeWorld({ policy, settings });
    const invitation = await invited(world);
    const [header, payload, signature] = invitation.split(".") as [string, string, string];
    const key = importSecret(signing, { algorithm: "HS256" });
    const other = importSecret("TEST-ONLY-another-secret-0123456789abcdef", { algorithm: "HS256" });
    const claims = JSON.parse(Buffer.from(payload, "base64url").toString()) as object;
    const type = { header: { typ: "roompass-invitation+jwt" } };
    const token = ((await (await world.post("/v1/tokens", request)).json()) as { readonly token: string }).token;
    const bad = [
      "x",
      invitation.slice(0, -1),
      `${invitation}=`,
      ` ${invitation}`,
      `${header}.${payload}.`,
      `${header}.${payload.slice(0, -4)}.${signature}`,
      token,
      await signCompact(claims, other, type),
      await signCompact(claims, key),
      await signCompact({ ...claims, aud: "x" }, key, type),
      await signCompact({ ...claims, exp: now }, key, type),
      await signCompact({ ...claims, iat: now + 31 }, key, type),
      await signCompact({ ...claims, exp: "never" }, key, type),
      await signCompact({ ...claims, jti: "" }, key, type),
      await signCompact({ ...claims, grant: null }, key, type),
      await signCompact({ ...claims, caller: "nobody" }, key, type),
      await signCompact({ ...claims, provider: "nobody" }, key, type),
    ];
    const before = world.minted();
    for (const text of bad) {
      const answer = await redeem(world, text);
      expect([answer.status, await codeOf(answer)], text.slice(0, 30)).toEqual([403, "http.invitation"]);
    }
    expect(world.minted()).toBe(before);
    expect((await redeem(world, invitation)).status).toBe(200);
  });

  it("is no vendor's token", async () => {
    const world = await makeWorld({ policy, settings });
    const token = await invited(world);
    for (const provider of ["daily", "videosdk", "livekit", "metered"]) {
      expect((await world.post("/v1/tokens/verify", { provider, token })).status).toBe(422);
    }
  });

  it("goes as far as the policy of who invited, then and now", async () => {
    const world = await makeWorld({ policy, settings });
    const beyond = await world.post("/v1/invitations", { ...request, grant: { ...guestGrant, room: "other" } });
    expect([beyond.status, await codeOf(beyond)]).toEqual([403, "http.beyond-policy"]);
    let current: Partial<CallerPolicy> = policy;
    const digests = [{ sha256: await digestSecret(secret) }];
    const callers = { find: () => ({ secretDigests: digests, policy: { ...guestPolicy, ...current } }) };
    const changing = await makeWorld({ settings: { ...settings, callers } });
    const invitation = await invited(changing);
    for (const lost of [
      { operations: ["issue"] },
      { providers: ["daily"] },
      { rooms: [{ name: "lobby" }] },
      { maxSeconds: 60 },
    ]) {
      current = { ...policy, ...lost } as Partial<CallerPolicy>;
      expect((await redeem(changing, invitation)).status).toBe(403);
    }
    expect(changing.minted()).toBe(0);
    current = policy;
    expect((await redeem(changing, invitation)).status).toBe(200);
  });

  it("ends with the last secret of who invited: a key that was withdrawn invites nobody any more", async () => {
    const sha256 = await digestSecret(secret);
    const other = await digestSecret("TEST-ONLY-another-caller-secret-0123");
    const ends = { sha256, notAfter: now + 60 };
    const [withdrawn, replaced] = [
      await makeWorld({ policy, settings, digests: [ends] }),
      await makeWorld({ policy, settings, digests: [ends, { sha256: other }] }),
    ];
    const invitations = [await invited(withdrawn), await invited(replaced)] as const;
    withdrawn.time = replaced.time = now + 60;
    expect((await redeem(withdrawn, invitations[0])).status).toBe(403);
    expect((await redeem(replaced, invitations[1])).status).toBe(200);
  });

  it("needs the operation in the policy, a life within the settings, and to be switched on", async () => {
    const without = await makeWorld({ settings });
    expect((await without.post("/v1/invitations", request)).status).toBe(403);
    const world = await makeWorld({ policy, settings });
    expect((await world.post("/v1/invitations", { ...request, validForSeconds: 86_401 })).status).toBe(400);
    const off = await makeWorld({ policy });
    expect((await off.post("/v1/invitations", request)).status).toBe(404);
    expect((await redeem(off, "x")).status).toBe(404);
    expect(off.service.openapi).not.toHaveProperty(["paths", "/v1/invitations"]);
  });

  it("the first secret signs and all verify, so that secrets can be replaced", async () => {
    const fresh = "TEST-ONLY-new-invitation-secret-0123456789abcdef";
    const old = await makeWorld({ policy, settings });
    const invitation = await invited(old);
    const both = await makeWorld({ policy, settings: { ...settings, invitations: { secrets: [fresh, signing] } } });
    const only = await makeWorld({ policy, settings: { ...settings, invitations: { secrets: [fresh] } } });
    expect((await redeem(both, invitation)).status).toBe(200);
    expect((await redeem(only, invitation)).status).toBe(403);
    expect((await redeem(only, await invited(both))).status).toBe(200);
  });
});
