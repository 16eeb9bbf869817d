import { describe, expect, it } from "vitest";
import { now, roompass } from "../testing/fake-io.js";
import {
  dailyEnv,
  dailyToken,
  livekitEnv,
  livekitSecret,
  livekitToken,
  sign,
  videosdkToken,
} from "../testing/tokens.js";

const grant = JSON.stringify({
  room: "standup",
  participant: { id: "u_1" },
  expiresIn: "1h",
  rights: { publish: false },
});

describe("LiveKit on the command line", () => {
  it("is recognized and shown", async () => {
    const { code, stdout } = await roompass(["inspect", livekitToken()]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^LiveKit token \(certain\), not verified\n/);
    const { json } = await roompass(["inspect", livekitToken({ video: { roomCreate: true } }), "--json"]);
    expect(json()).toMatchObject({ provider: "livekit", grant: { purpose: ["api"], room: { any: true } } });
  });

  it("is verified with the key of the environment, and not with another", async () => {
    const { code, json } = await roompass(["verify", livekitToken(), "--json"], { env: livekitEnv });
    expect(code).toBe(0);
    expect(json()).toMatchObject({ provider: "livekit", checkedBy: "signature", grant: { room: "standup" } });
    const forged = sign({ video: { roomJoin: true, room: "standup" } }, "TEST-ONLY-another-key-0123456789abcdef");
    expect((await roompass(["verify", forged, "--provider", "livekit"], { env: livekitEnv })).code).toBe(1);
    const without = await roompass(["verify", livekitToken()]);
    expect(without.code).toBe(2);
    expect(without.stderr).toContain("LIVEKIT_API_KEY and LIVEKIT_API_SECRET");
  });

  it("takes several secrets from a file, for rotation, and shows none", async () => {
    const keys = { ...livekitEnv, LIVEKIT_API_SECRET: ["TEST-ONLY-newer-secret-0123456789abcdef", livekitSecret] };
    const options = { files: { "keys.json": JSON.stringify(keys) } };
    const { code, stdout } = await roompass(["verify", livekitToken(), "--credentials", "keys.json"], options);
    expect(code).toBe(0);
    expect(stdout).not.toContain(livekitSecret);
  });

  it("is issued, and denies by a switch rather than by an empty list", async () => {
    const files = { "grant.json": grant };
    const argv = ["issue", "grant.json", "--provider", "livekit", "--json"];
    const { code, json } = await roompass(argv, { env: livekitEnv, files });
    expect(code).toBe(0);
    expect(json()["claims"]).toEqual({
      iss: livekitEnv.LIVEKIT_API_KEY,
      sub: "u_1",
      video: { roomJoin: true, room: "standup", canPublish: false },
      iat: now,
      exp: now + 3600,
    });
  });

  it("receives a token of Daily's with its limits", async () => {
    const env = { ...dailyEnv, ...livekitEnv };
    const token = dailyToken({ p: { cs: "a" } });
    const { code, json } = await roompass(["translate", token, "--to", "livekit", "--json"], { env });
    expect(code).toBe(0);
    expect(json()["properties"]).toMatchObject({
      sub: "u_1",
      name: "Alice",
      video: { roomJoin: true, room: "standup", canPublishSources: ["microphone"] },
    });
  });

  it("sends one to Daily with its limits, and refuses where they would be lost", async () => {
    const video = { roomJoin: true, room: "standup", canPublishSources: ["camera"], canPublishData: true };
    const argv = ["translate", livekitToken({ video }), "--trust-unverified", "--json", "--to"];
    const daily = await roompass([...argv, "daily"]);
    expect(daily.code).toBe(0);
    expect(daily.json()["properties"]).toMatchObject({ permissions: { canSend: ["video"] } });
    const videosdk = await roompass([...argv, "videosdk"]);
    expect(videosdk.code).toBe(1);
    expect(videosdk.stderr + videosdk.stdout).toContain("rights.publish.microphone");
  });

  it("asks for an identity that the source does not have", async () => {
    const argv = ["translate", videosdkToken(), "--trust-unverified", "--to", "livekit"];
    const { code, stderr, stdout } = await roompass(argv);
    expect(code).toBe(1);
    expect(stderr + stdout).toContain("participant.id");
  });
});
