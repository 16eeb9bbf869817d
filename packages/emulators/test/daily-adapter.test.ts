import { createDaily, type DailySettings } from "@roompass/daily";
import { describe, expect, it } from "vitest";
import { createDailyEmulator } from "../src/index.js";
import { codeOf } from "./code-of.js";
import { countingBytes, now, onTheWire } from "./over-http.js";

const apiKey = "TEST-ONLY-daily-api-key-0123456789-abcdef";
const wire = await onTheWire(
  createDailyEmulator({
    apiKey,
    clock: () => now,
    randomBytes: countingBytes(),
    rooms: { standup: { privacy: "private" } },
  }),
);
const { domainId } = wire.emulator.credentials;
const clock = () => now;
const create = (settings: DailySettings = {}) =>
  createDaily({ apiKey, domainId, method: "request", clock, fetch: wire.fetch, ...settings });
const daily = create();

const grant = { room: "standup", expiresIn: "1h", participant: { id: "u_1", name: "Ada" } } as const;

describe("the adapter in request mode", () => {
  it("finds the domain of its key", async () => {
    expect(await daily.domain()).toEqual({ domainId, domainName: "emulated" });
  });

  it("mints a token, which opens the room", async () => {
    const { token, expiresAt } = await daily.issue(grant);
    expect(expiresAt).toBe(now + 3600);
    expect(await wire.emulator.join({ token, room: "standup" })).toMatchObject({
      outcome: "joined",
      participant: { owner: false, userId: "u_1", userName: "Ada" },
    });
    expect(await wire.emulator.join({ token, room: "standup", at: now + 3600 })).toMatchObject({ code: "exp-token" });
    expect(await wire.emulator.join({ room: "standup" })).toMatchObject({ outcome: "refused", code: "not-allowed" });
  });

  it("carries everything that a grant can say", async () => {
    const { token, grant: seen } = await daily.issue({
      ...grant,
      notBefore: now - 60,
      stay: { endsAtExpiry: true, maxSeconds: 600 },
      entry: "ask",
      rights: {
        publish: ["microphone"],
        subscribe: ["camera"],
        visible: true,
        moderate: true,
        record: ["cloud", "rawTracks"],
        livestream: true,
        transcribe: false,
      },
      start: { camera: "off" },
      client: { language: "de" },
    });
    expect(seen).toMatchObject({ entry: "ask", rights: { moderate: { media: true } } });
    const answers = await wire.emulator.allowsAll({ token, room: "standup", roomSettings: { enable_knocking: true } });
    const allowed = Object.entries(answers).flatMap(([action, { allowed }]) => (allowed ? [action] : []));
    expect(allowed).toEqual([
      "ask",
      "stay",
      "act as",
      "send audio",
      "send messages",
      "receive video",
      "be seen",
      "mute others",
      "remove others",
      "change rights",
      "admit",
      "record in the cloud",
      "record raw tracks",
      "stream",
    ]);
  });

  it("has its tokens, and those that it signs itself, confirmed by the vendor", async () => {
    const minted = await daily.issue(grant);
    const signed = await create({ method: "sign" }).issue(grant);
    for (const { token } of [minted, signed]) {
      expect((await daily.validate(token, { room: "standup" })).grant).toMatchObject({ room: "standup" });
    }
    expect(await codeOf(create({ method: "sign" }).verify(minted.token))).toBe("signature.mismatch");
    const elsewhere = createDaily({ apiKey: `${apiKey}-other`, domainId, method: "sign", clock });
    expect(await codeOf(daily.validate((await elsewhere.issue(grant)).token))).toBe("request.rejected");
  });

  it("hears that a key is wrong, and does not repeat it", async () => {
    const stranger = create({ apiKey: "TEST-ONLY-not-a-key-of-this-domain-0123456789" });
    const error = await stranger.issue(grant).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: "request.rejected" });
    expect(JSON.stringify(error)).not.toContain("TEST-ONLY");
  });
});
