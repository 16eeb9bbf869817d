import { createDaily } from "@roompass/daily";
import { createLiveKit } from "@roompass/livekit";
import { createMetered } from "@roompass/metered";
import { describe, expect, it } from "vitest";
import type { MigrationSetup } from "../setup.js";
import { answering } from "../testing/answers.js";
import { jobOf } from "../testing/job.js";
import {
  dailyAt,
  dailyKey,
  dailyToken,
  domainId,
  now,
  sign,
  videosdkAt,
  videosdkKey,
  videosdkSecret,
} from "../testing/tokens.js";
import { processChunk } from "./process-chunk.js";

const clock = () => now;
const livekitSecret = "TEST-ONLY-livekit-secret-0123456789";
const livekit = createLiveKit({ apiKey: "TEST-ONLY-key", apiSecret: livekitSecret, clock });
const signing = { daily: dailyAt(now), livekit, videosdk: videosdkAt(now) };
type Name = keyof typeof signing;
const names = Object.keys(signing) as Name[];
const times = { iat: now - 60, exp: now + 3600 };
const tokens: Readonly<Record<Name, string>> = {
  daily: dailyToken(1, { r: "a" }),
  livekit: sign({ iss: "TEST-ONLY-key", sub: "u_1", video: { roomJoin: true, room: "a" }, ...times }, livekitSecret),
  videosdk: sign(
    {
      apikey: videosdkKey,
      permissions: ["allow_join"],
      version: 2,
      roomId: "a",
      participantId: "u_1",
      roles: ["rtc"],
      ...times,
    },
    videosdkSecret,
  ),
};

async function moved(token: string, setup: MigrationSetup) {
  const { output, counts, rejects } = await processChunk(Buffer.from(token), 1, await jobOf({}, () => setup));
  return {
    token: counts.moved === 1 ? (JSON.parse(output.toString()) as { token: string }).token : "",
    counts,
    rejects: rejects.toString(),
  };
}

describe("every vendor that signs", () => {
  it.each(names.flatMap((from) => names.map((to) => [from, to] as const)))("%s to %s", async (from, to) => {
    const result = await moved(tokens[from], { from: signing[from], to: signing[to] });
    expect(result.rejects).toBe("");
    const verified = await signing[to].verify(result.token);
    expect(verified.grant).toMatchObject({ room: "a", participant: { id: "u_1" }, expiresAt: now + 3600 });
  });
});

describe("a vendor that mints by request", () => {
  const minted = (data: Record<string, unknown>) =>
    sign({ data: { roomName: "a", appName: "test-app", externalUserId: "u_1", ...data }, iat: now }, "TEST-ONLY-x");
  const to = (fetch: ReturnType<typeof answering>["fetch"]) =>
    createMetered({ appName: "test-app", secretKey: "TEST-ONLY-metered-secret-0123456789", clock, fetch });
  const source = dailyToken(1, { r: "a", ud: "u_1" });

  it("is asked for each token, again where that helps, and its answer is no wider than what was asked", async () => {
    const token = minted({ expireUnixSec: now + 3600, isAdmin: false });
    const { fetch, urls } = answering([503, {}], [200, { token }]);
    const setup = { from: dailyAt(now), to: to(fetch), requestsPerSecond: 1000 };
    expect((await moved(source, setup)).token).toBe(token);
    expect(urls).toHaveLength(2);
    const wider = answering([200, { token: minted({ isAdmin: true }) }]);
    const { counts } = await moved(source, { ...setup, to: to(wider.fetch) });
    expect(counts.refused).toEqual({ "request.wider-than-asked": 1 });
  });

  it("costs one line where it refuses one", async () => {
    const { fetch } = answering([400, { message: "no" }]);
    const { counts, rejects } = await moved(source, { from: dailyAt(now), to: to(fetch), requestsPerSecond: 1000 });
    expect(counts.refused).toEqual({ "request.rejected": 1 });
    expect(rejects).not.toContain("TEST-ONLY");
  });

  it("that signs and mints is asked to mint where that is how it was made", async () => {
    const { fetch, urls } = answering([401, {}]);
    const requesting = createDaily({ apiKey: dailyKey, domainId, method: "request", clock, fetch });
    await expect(moved(source, { from: dailyAt(now), to: requesting, requestsPerSecond: 1000 })).rejects.toMatchObject({
      code: "migrate.vendor",
    });
    expect(urls).toHaveLength(1);
  });
});
