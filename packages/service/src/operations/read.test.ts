import { describe, expect, it } from "vitest";
import { guestGrant, makeWorld, now, type World } from "../testing/world.js";

async function tokenOf(world: World, provider: string): Promise<string> {
  const answer = await world.post("/v1/tokens", { provider, grant: guestGrant });
  return ((await answer.json()) as { readonly token: string }).token;
}

describe("POST /v1/tokens/inspect", () => {
  it.each(["daily", "videosdk", "livekit", "metered"])(
    "reads a token of %s without a key, and trusts nothing",
    async (vendor) => {
      const world = await makeWorld();
      const token = await tokenOf(world, vendor);
      const answer = await world.ask("POST", "/v1/tokens/inspect", { token });
      expect(await answer.json()).toMatchObject({
        verified: false,
        detection: { vendor },
        token: { vendor, grant: { room: "team-standup" } },
      });
    },
  );

  it("reads a token that is not good as far as it can be read, and says what is wrong", async () => {
    const world = await makeWorld();
    const token = await tokenOf(world, "daily");
    world.time = now + 5000;
    const answer = await world.ask("POST", "/v1/tokens/inspect", { token: `"Bearer ${token}"` });
    const { token: read } = (await answer.json()) as {
      readonly token: { readonly warnings: readonly { readonly id: string }[] };
    };
    expect(read.warnings.map(({ id }) => id)).toEqual(expect.arrayContaining(["token.pasting-noise", "token.expired"]));
  });

  it("says why nobody recognizes what is none, and refuses a vendor that is none", async () => {
    const world = await makeWorld();
    const answer = await world.ask("POST", "/v1/tokens/inspect", { token: "hello" });
    expect(await answer.json()).toEqual({ verified: false, detection: expect.objectContaining({ vendor: "unknown" }) });
    expect((await world.ask("POST", "/v1/tokens/inspect", { token: "hello", vendor: "daily" })).status).toBe(422);
    expect((await world.ask("POST", "/v1/tokens/inspect", { token: "hello", vendor: "constructor" })).status).toBe(400);
  });
});

describe("POST /v1/tokens/verify", () => {
  it.each<[string, object, string]>([
    ["another room", { room: "team-other" }, "policy.room"],
    ["another person", { participantId: "u_2" }, "policy.participant"],
    ["another purpose", { purpose: "api" }, "policy.purpose"],
  ])("a token for %s than expected is a problem", async (_name, expect_, code) => {
    const world = await makeWorld();
    const token = await tokenOf(world, "daily");
    const answer = await world.post("/v1/tokens/verify", { provider: "daily", token, expect: expect_ });
    expect([answer.status, await answer.json()]).toEqual([422, expect.objectContaining({ code })]);
    expect(world.audit.records.at(-1)).toMatchObject({ operation: "verify", decision: "refused", reason: code });
  });

  it("a token of another account, of another vendor or with another signature is a problem", async () => {
    const world = await makeWorld();
    const token = await tokenOf(world, "daily");
    const forged = `${token.slice(0, -4)}${token.endsWith("AAAA") ? "BBBB" : "AAAA"}`;
    for (const [provider, given] of [
      ["daily", forged],
      ["livekit", token],
      ["videosdk", token],
    ]) {
      expect((await world.post("/v1/tokens/verify", { provider, token: given })).status).toBe(422);
    }
  });

  it("needs a key, and the operation in its policy", async () => {
    const world = await makeWorld({ policy: { operations: ["issue"] } });
    const token = await tokenOf(world, "daily");
    expect((await world.ask("POST", "/v1/tokens/verify", { provider: "daily", token })).status).toBe(401);
    expect((await world.post("/v1/tokens/verify", { provider: "daily", token })).status).toBe(403);
  });
});

describe("a provider's name", () => {
  async function curesOf(world: World, path: string, body: object): Promise<readonly unknown[]> {
    const { errors } = (await (await world.post(path, body)).json()) as {
      readonly errors: readonly { readonly path: string; readonly cure?: string }[];
    };
    return errors.map((item) => [item.path, item.cure]);
  }
  const own = "The key may use `daily`, `metered`; GET /v1/providers lists them.";

  it("that is missing, malformed or unknown is answered with those that the key may use, and no others", async () => {
    const world = await makeWorld({
      policy: { providers: ["daily", "metered", "videosdk/eu"], operations: ["verify", "translate"] },
    });
    expect(await curesOf(world, "/v1/tokens/verify", { token: "a" })).toEqual([["provider", own]]);
    expect(await curesOf(world, "/v1/tokens/verify", { token: "a", provider: "DAILY!" })).toEqual([["provider", own]]);
    expect(await curesOf(world, "/v1/tokens/verify", { token: "a", provider: "livekit" })).toEqual([["provider", own]]);
    const asked = { token: "a", to: "zoom" };
    expect(await curesOf(world, "/v1/translate", asked)).toEqual([["from", own]]);
    expect(await curesOf(world, "/v1/translate", { ...asked, from: "daily" })).toEqual([["to", own]]);
  });

  it("that is misspelt is helped with, and a key without any is told so", async () => {
    const world = await makeWorld();
    const body = { token: "a", provider: "meterd" };
    expect(await curesOf(world, "/v1/tokens/verify", body)).toEqual([["provider", "Did you mean `metered`?"]]);
    const none = await makeWorld({ policy: { providers: ["daily/eu"] } });
    expect(await curesOf(none, "/v1/tokens/verify", body)).toEqual([
      ["provider", "There is none that the key may use; have its policy changed."],
    ]);
    expect(await curesOf(world, "/v1/tokens/inspect", { token: "a", vendor: "dailly" })).toEqual([
      ["vendor", "Did you mean `daily`?"],
    ]);
    expect(await curesOf(world, "/v1/tokens/inspect", { token: "a", vendor: "zoom" })).toEqual([
      ["vendor", "It takes `daily`, `videosdk`, `livekit` or `metered`, or may be left out."],
    ]);
  });
});

describe("POST /v1/translate", () => {
  const rooms = { map: { "team-standup": "team-moved" } };

  it("translates what it verified, reports every difference, and signs only if that is asked for", async () => {
    const world = await makeWorld();
    const token = await tokenOf(world, "videosdk");
    const asked = { token, from: "videosdk", to: "metered" };
    const plain = (await (await world.post("/v1/translate", asked)).json()) as Record<string, unknown>;
    expect(plain).toMatchObject({ from: "videosdk", to: "metered", vendor: "metered", sourceVerified: true });
    expect(plain).toMatchObject({
      report: expect.any(Array),
      properties: expect.any(Object),
      join: expect.any(Object),
    });
    expect(plain).not.toHaveProperty("token");
    expect(world.minted()).toBe(1);
    const signed = await world.post("/v1/translate", { ...asked, sign: true, policy: { rooms } });
    const body = (await signed.json()) as { readonly token: string };
    expect(body).toMatchObject({ grant: { room: "team-moved", expiresAt: now + 900 }, expiresAt: now + 900 });
    expect(world.minted()).toBe(2);
    expect(world.audit.records.at(-1)).toMatchObject({
      operation: "translate",
      source: "videosdk",
      provider: "metered",
    });
    const checked = await world.post("/v1/tokens/verify", {
      provider: "metered",
      token: body.token,
      expect: { room: "team-moved" },
    });
    expect(checked.status).toBe(200);
  });

  it("R2: what is signed lies within the policy; T17: nobody launders a token into an account that is not theirs", async () => {
    const world = await makeWorld({ policy: { providers: ["videosdk", "metered"] } });
    const token = await tokenOf(world, "videosdk");
    const outside = {
      token,
      from: "videosdk",
      to: "metered",
      sign: true,
      policy: { rooms: { map: { "team-standup": "x" } } },
    };
    const answer = await world.post("/v1/translate", outside);
    expect([answer.status, await answer.json()]).toEqual([
      403,
      expect.objectContaining({ code: "http.beyond-policy", errors: [expect.objectContaining({ path: "room" })] }),
    ]);
    expect((await world.post("/v1/translate", { token, from: "videosdk", to: "daily" })).status).toBe(403);
    expect((await world.post("/v1/translate", { token, from: "daily", to: "videosdk" })).status).toBe(403);
    expect(world.minted()).toBe(1);
  });

  it("a translation that would widen is refused with every path and what would change it", async () => {
    const world = await makeWorld();
    const token = await tokenOf(world, "daily");
    const answer = await world.post("/v1/translate", {
      token,
      from: "daily",
      to: "videosdk",
      policy: { strict: true, assume: "nothing" },
    });
    const problem = (await answer.json()) as {
      readonly code: string;
      readonly errors: readonly { readonly path: string }[];
    };
    expect([answer.status, problem.code]).toEqual([422, "translate.refused"]);
    expect(problem.errors.length).toBeGreaterThan(0);
  });

  it("what was not verified is translated only if the body says so and the policy allows it", async () => {
    const strict = await makeWorld();
    const token = await tokenOf(strict, "daily");
    const forged = `${token.slice(0, token.lastIndexOf("."))}.${"A".repeat(43)}`;
    const asked = { token: forged, from: "daily", to: "livekit" };
    expect((await strict.post("/v1/translate", asked)).status).toBe(422);
    expect((await strict.post("/v1/translate", { ...asked, trustUnverified: true })).status).toBe(403);
    const free = await makeWorld({ policy: { trustUnverified: true } });
    const answer = await free.post("/v1/translate", { ...asked, trustUnverified: true });
    expect([answer.status, await answer.json()]).toEqual([200, expect.objectContaining({ sourceVerified: false })]);
    const expecting = { ...asked, trustUnverified: true, expect: { room: "team-standup" } };
    expect((await free.post("/v1/translate", expecting)).status).toBe(400);
  });

  it("a policy of the translation that does not exist is refused", async () => {
    const world = await makeWorld();
    const token = await tokenOf(world, "daily");
    const asked = { token, from: "daily", to: "livekit" };
    expect((await world.post("/v1/translate", { ...asked, policy: { widen: true } })).status).toBe(400);
    const answer = await world.post("/v1/translate", { ...asked, policy: { allowWidening: ["room"] } });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([400, "translate.policy"]);
  });

  it("a vendor without credentials here may be a target, and signs nothing", async () => {
    const { livekit } = await import("@roompass/livekit");
    const other = { ...livekit, vendor: "elsewhere" };
    const world = await makeWorld({ settings: { adapters: [other] } });
    const token = await tokenOf(world, "daily");
    expect((await world.post("/v1/translate", { token, from: "daily", to: "elsewhere" })).status).toBe(200);
    expect((await world.post("/v1/translate", { token, from: "daily", to: "elsewhere", sign: true })).status).toBe(403);
    expect((await world.post("/v1/translate", { token, from: "elsewhere", to: "daily" })).status).toBe(403);
  });
});
