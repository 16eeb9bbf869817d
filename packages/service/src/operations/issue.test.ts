import { createKeyRing, createSigningProvider, importSecret } from "@roompass/core/kit";
import { livekit } from "@roompass/livekit";
import { describe, expect, it } from "vitest";
import { guestGrant, key, livekitSecret, makeWorld, now } from "../testing/world.js";

describe("POST /v1/tokens", () => {
  it.each(["daily", "videosdk", "livekit", "metered"])(
    "issues a token of %s that says what was asked",
    async (provider) => {
      const world = await makeWorld();
      const answer = await world.post("/v1/tokens", { provider, grant: guestGrant });
      const body = (await answer.json()) as { readonly token: string };
      expect(body).toMatchObject({
        provider,
        vendor: provider,
        expiresAt: now + 900,
        grant: { room: "team-standup", participant: { id: "u_1" }, expiresAt: now + 900 },
      });
      const verified = await world.post("/v1/tokens/verify", {
        provider,
        token: body.token,
        expect: { room: "team-standup", participantId: "u_1" },
      });
      expect([verified.status, world.minted()]).toEqual([200, 1]);
    },
  );

  it("says what an application has to pass on beside the token", async () => {
    const world = await makeWorld();
    const answer = await world.post("/v1/tokens", { provider: "videosdk", grant: guestGrant });
    expect(await answer.json()).toMatchObject({
      join: { participantId: "u_1" },
      report: expect.arrayContaining([expect.objectContaining({ path: "participant.name", kind: "moved" })]),
    });
  });

  it("what a vendor cannot hold is told with its place and a remedy", async () => {
    const world = await makeWorld({ policy: { rights: { publish: true, subscribe: true } } });
    const grant = { ...guestGrant, rights: { publish: false } };
    const answer = await world.post("/v1/tokens", { provider: "metered", grant });
    expect([answer.status, await answer.json()]).toEqual([
      422,
      expect.objectContaining({
        code: "grant.unsupported",
        errors: expect.arrayContaining([
          expect.objectContaining({ path: "rights.publish.microphone", remedy: expect.any(Object) }),
        ]),
      }),
    ]);
    expect(world.minted()).toBe(0);
  });

  it("what is minted is the very thing that was compared with the policy: nothing is encoded twice", async () => {
    let encoded = 0;
    const adapter: typeof livekit = {
      ...livekit,
      encode: (request) => {
        encoded += 1;
        return livekit.encode(request);
      },
    };
    const keys = createKeyRing([importSecret(livekitSecret, { algorithm: "HS256" })]);
    const provider = createSigningProvider({ adapter, tenant: "TEST-key", keys, clock: () => now });
    const world = await makeWorld({ settings: { providers: [{ provider }] } });
    const answer = await world.post("/v1/tokens", { provider: "livekit", grant: guestGrant });
    expect([answer.status, encoded]).toEqual([200, 1]);
  });

  it("R16: a vendor that mints more than was asked is not believed, and it is on record", async () => {
    const world = await makeWorld();
    for (const fault of ["wider-token", "other-room-token"]) {
      world.metered.setFaults([fault], 1);
      const answer = await world.post("/v1/tokens", { provider: "metered", grant: guestGrant });
      const text = await answer.text();
      expect([answer.status, text.includes("eyJ")]).toEqual([502, false]);
      expect(world.audit.records.at(-1)).toMatchObject({ decision: "failed", granted: null, tokenDigest: null });
    }
    expect(world.audit.records.map(({ reason }) => reason)).toContain("request.wider-than-asked");
  });
});

describe("GET /v1/providers", () => {
  it("lists what the key may use, and no other account", async () => {
    const world = await makeWorld({ policy: { providers: ["livekit", "metered", "daily/eu"] } });
    const answer = await world.ask("GET", "/v1/providers", undefined, { authorization: `Bearer ${key}` });
    const { providers } = (await answer.json()) as {
      readonly providers: readonly { readonly name: string; readonly method: string }[];
    };
    expect(providers.map(({ name, method }) => [name, method])).toEqual([
      ["livekit", "sign"],
      ["metered", "request"],
    ]);
    expect((await world.ask("GET", "/v1/providers")).status).toBe(401);
  });
});
