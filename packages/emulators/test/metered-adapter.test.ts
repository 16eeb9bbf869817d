import { createMetered, type MeteredSettings } from "@roompass/metered";
import { describe, expect, it } from "vitest";
import { createMeteredEmulator } from "../src/index.js";
import { codeOf } from "./code-of.js";
import { countingBytes, now, onTheWire } from "./over-http.js";

const secretKey = "TEST-ONLY-metered-secret-0123456789-abcdef";
const wire = await onTheWire(
  createMeteredEmulator({
    appName: "test-app",
    secretKey,
    clock: () => now,
    randomBytes: countingBytes(),
    rooms: { standup: { privacy: "private" } },
  }),
);
const create = (settings: MeteredSettings = {}) =>
  createMetered({ appName: "test-app", secretKey, clock: () => now, fetch: wire.fetch, ...settings });
const metered = create();
const grant = { room: "standup", expiresIn: "1h", participant: { id: "u_1", name: "Ada" } } as const;

describe("the adapter", () => {
  it("mints a token, which opens the room until it ends", async () => {
    const { token, expiresAt } = await metered.issue(grant);
    expect(expiresAt).toBe(now + 3600);
    expect(await wire.emulator.join({ token, room: "standup" })).toMatchObject({
      outcome: "joined",
      participant: { isAdmin: false, name: "Ada", externalUserId: "u_1" },
    });
    expect(await wire.emulator.join({ token, room: "standup", at: now + 3600 })).toMatchObject({
      outcome: "refused",
      code: "token-expired",
    });
    expect(await wire.emulator.join({ room: "standup" })).toMatchObject({ code: "token-required" });
  });

  it("makes an admin of a whole moderator only", async () => {
    const { token } = await metered.issue({ ...grant, rights: { moderate: true, admit: true } });
    expect(await wire.emulator.allows({ token, room: "standup", action: "admit" })).toMatchObject({ allowed: true });
    const { token: plain } = await metered.issue(grant);
    expect(await wire.emulator.allows({ token: plain, room: "standup", action: "admit" })).toMatchObject({
      allowed: false,
    });
  });

  it("has its tokens confirmed, checking the times itself, since the endpoint does not", async () => {
    const { token } = await metered.issue(grant);
    expect((await metered.verify(token, { room: "standup" })).grant).toMatchObject({ room: "standup" });
    const later = create({ clock: () => now + 7200 });
    expect(await codeOf(later.verify(token))).toBe("token.expired");
    const answer = await wire.fetch("https://test-app.metered.live/api/v1/token/validate", {
      method: "POST",
      body: JSON.stringify({ token }),
      headers: { "x-emulator-fault": "clock-skew=7200" },
    });
    expect(answer.status).toBe(200);
  });

  it("does not have the tokens of others confirmed", async () => {
    const others = createMeteredEmulator({ appName: "test-app", secretKey, clock: () => now });
    const { token } = await create({ fetch: others.fetch }).issue(grant);
    expect(await codeOf(metered.verify(token))).toBe("request.rejected");
  });

  it("hears that the secret is wrong, and does not repeat it", async () => {
    const error = await create({ secretKey: "TEST-ONLY-wrong" })
      .issue(grant)
      .catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: "request.rejected" });
    expect(JSON.stringify(error)).not.toContain("TEST-ONLY");
  });
});
