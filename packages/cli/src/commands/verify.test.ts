import { describe, expect, it } from "vitest";
import { answering } from "../testing/answers.js";
import { now, roompass } from "../testing/fake-io.js";
import {
  dailyEnv,
  dailyKey,
  dailyToken,
  guestClaims,
  meteredEnv,
  meteredToken,
  sign,
  videosdkEnv,
  videosdkToken,
} from "../testing/tokens.js";

const otherKey = "TEST-ONLY-another-key-0123456789abcdef";

describe("roompass verify, with a key here", () => {
  it("says that a token is genuine and what it grants", async () => {
    const { code, stdout, stderr } = await roompass(["verify", dailyToken()], { env: dailyEnv });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.split("\n").slice(0, 5)).toEqual([
      "Daily token, verified",
      "  Its signature was made with your key, and it is valid now.",
      "",
      'Participant "u_1" can walk into "standup" until Sat 21 Nov 2026, 13:00:00 UTC',
      "(in 1 hour).",
    ]);
  });

  it("warns of a credentials file that everybody can read, beside the answer", async () => {
    const files = { keys: JSON.stringify(dailyEnv) };
    const argv = ["verify", dailyToken(), "--credentials", "keys"];
    const closed = await roompass(argv, { files });
    expect({ code: closed.code, stderr: closed.stderr }).toEqual({ code: 0, stderr: "" });
    const open = await roompass(argv, { files, openFiles: ["keys"] });
    expect(open.code).toBe(0);
    expect(open.stderr).toContain("Warning: Every user of this machine can read or change the credentials file.");
    expect(open.stdout).toBe(closed.stdout);
    const script = await roompass([...argv, "--json"], { files, openFiles: ["keys"] });
    expect({ code: script.code, stderr: script.stderr }).toEqual({ code: 0, stderr: "" });
  });

  it("has the shape of inspect in JSON, and by whom it was checked", async () => {
    const { code, json } = await roompass(["verify", videosdkToken(), "--json"], { env: videosdkEnv });
    expect(code).toBe(0);
    expect(json()).toMatchObject({
      provider: "videosdk",
      verified: true,
      checkedBy: "signature",
      expiresAt: now + 3600,
      grant: { room: "2kyv-gzay-64pg" },
      claims: { version: 2 },
      header: { alg: "HS256" },
      warnings: expect.any(Array),
    });
  });

  it("takes several keys from a file, for rotation", async () => {
    const files = { "keys.json": JSON.stringify({ ...dailyEnv, DAILY_API_KEY: [otherKey, dailyKey] }) };
    const argv = ["verify", dailyToken(), "--credentials", "keys.json"];
    expect((await roompass(argv, { files })).code).toBe(0);
  });

  it.each([
    ["a foreign signature", sign(guestClaims, otherKey), "signature.mismatch"],
    ["an expiry that has passed", dailyToken({ exp: now - 60 }), "token.expired"],
    ["a beginning that lies ahead", dailyToken({ nbf: now + 600 }), "token.not-yet-valid"],
    ["no expiry", dailyToken({ exp: undefined }), "claims.missing-expiry"],
    ["another account", dailyToken({ d: "00000000-0000-4000-8000-000000000000" }), "policy.tenant"],
    ["another algorithm", sign(guestClaims, dailyKey, { alg: "HS512", typ: "JWT" }), "header.algorithm"],
    ["noise around it", `"${dailyToken()}"`, "token.bad-character"],
  ])("refuses a token with %s", async (_name, token, code) => {
    const result = await roompass(["verify", token, "--provider", "daily", "--json"], { env: dailyEnv });
    expect(result.code).toBe(1);
    expect(result.json()).toMatchObject({ error: { code, message: expect.any(String), cure: expect.any(String) } });
  });

  it.each([
    ["--room", "other", "policy.room"],
    ["--participant", "u_2", "policy.participant"],
    ["--purpose", "api", "policy.purpose"],
  ])("refuses what %s %s does not fit", async (option, value, code) => {
    const { code: exitCode, json } = await roompass(["verify", dailyToken(), option, value, "--json"], {
      env: dailyEnv,
    });
    expect(exitCode).toBe(1);
    expect(json()["error"]).toMatchObject({ code });
  });

  it.each([
    ["the right expectations", [dailyToken(), "--room", "standup", "--participant", "u_1"]],
    ["no expiry where that is allowed", [dailyToken({ exp: undefined }), "--allow-no-expiry"]],
    ["an expiry within the tolerance", [dailyToken({ exp: now - 60 }), "--clock-tolerance-seconds", "120"]],
    ["an expiry at another time", [dailyToken({ exp: now - 60, iat: now - 600 }), "--now", String(now - 120)]],
  ])("takes a token with %s", async (_name, argv) => {
    expect((await roompass(["verify", ...argv], { env: dailyEnv })).code).toBe(0);
  });
});

describe("roompass verify, by asking the vendor", () => {
  it("asks Metered, without the secret key", async () => {
    const token = meteredToken();
    const claims = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()) as unknown;
    const { fetch, sent } = answering(200, claims);
    const { code, stdout } = await roompass(["verify", token], { env: meteredEnv, fetch });
    expect(code).toBe(0);
    expect(stdout).toContain("Metered confirmed it, and it is valid now.");
    expect(sent).toHaveLength(1);
    expect(sent[0]?.url).toBe("https://test-app.metered.live/api/v1/token/validate");
    expect(JSON.stringify(sent)).not.toContain(meteredEnv.METERED_SECRET_KEY);
  });

  it("asks Daily with --remote, and when the domain id is not there", async () => {
    const answer = { room_name: "standup", user_name: "Alice", user_id: "u_1", exp: guestClaims.exp };
    for (const [argv, env] of [
      [["--remote"], dailyEnv],
      [[], { DAILY_API_KEY: dailyKey }],
    ] as const) {
      const { fetch, sent } = answering(200, answer);
      const result = await roompass(["verify", sign(guestClaims, otherKey), ...argv, "--json"], { env, fetch });
      expect(result.json()).toMatchObject({ verified: true, checkedBy: "vendor" });
      expect(sent).toHaveLength(1);
    }
  });

  it.each([
    ["metered", 400, 1, "command.not-confirmed"],
    ["metered", 401, 1, "command.not-confirmed"],
    ["metered", 429, 3, "request.rate-limited"],
    ["metered", 500, 3, "request.rejected"],
    ["daily", 400, 1, "command.not-confirmed"],
    ["daily", 401, 3, "request.rejected"],
  ])("takes %s's %i for exit code %i", async (vendor, status, exitCode, code) => {
    const { fetch } = answering(status, { error: "some-error" });
    const token = vendor === "daily" ? dailyToken() : meteredToken();
    const env = { ...dailyEnv, ...meteredEnv };
    const argv = ["verify", token, ...(vendor === "daily" ? ["--remote"] : []), "--json"];
    const result = await roompass(argv, { env, fetch });
    expect(result.code).toBe(exitCode);
    expect(result.json()["error"]).toMatchObject({ code });
  });

  it("exits with 3 when there is no network", async () => {
    const { code, stderr } = await roompass(["verify", meteredToken()], { env: meteredEnv });
    expect(code).toBe(3);
    expect(stderr).toContain("request.failed");
  });
});

describe("roompass verify, called wrongly", () => {
  it.each([
    ["without a key", [dailyToken()], "Daily needs DAILY_API_KEY."],
    ["with a grant", ['{ "room": "a" }'], "only a token can be verified"],
    ["with an unknown purpose", [dailyToken(), "--purpose", "guest"], "`--purpose` takes participant or api."],
    ["with a tolerance of words", [dailyToken(), "--clock-tolerance-seconds", "few"], "whole number from 0 on"],
  ])("%s exits with 2", async (_name, argv, text) => {
    const { code, stderr } = await roompass(["verify", ...argv]);
    expect(code).toBe(2);
    expect(stderr.replace(/\s+/g, " ")).toContain(text);
  });

  it("and with --remote for a vendor that cannot be asked", async () => {
    const { code, stderr } = await roompass(["verify", videosdkToken(), "--remote"], { env: videosdkEnv });
    expect(code).toBe(2);
    expect(stderr).toContain("VideoSDK has no call that checks a token.");
  });
});
