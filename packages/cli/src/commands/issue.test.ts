import { createDaily } from "@roompass/daily";
import { createVideoSDK } from "@roompass/videosdk";
import { describe, expect, it } from "vitest";
import { answering } from "../testing/answers.js";
import { now, roompass } from "../testing/fake-io.js";
import {
  dailyEnv,
  dailyKey,
  domainId,
  meteredEnv,
  meteredToken,
  videosdkEnv,
  videosdkKey,
  videosdkSecret,
} from "../testing/tokens.js";

const grant = JSON.stringify({
  room: "standup",
  participant: { id: "u_1", name: "Alice", email: "alice@example.com" },
  expiresIn: "1h",
  entry: "direct",
});

describe("roompass issue", () => {
  it("prints the token alone on standard output, and everything else beside it", async () => {
    const files = { "grant.json": grant };
    const { code, stdout, stderr } = await roompass(["issue", "--provider", "daily", "grant.json"], {
      env: dailyEnv,
      files,
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect(stderr).toMatchInlineSnapshot(`
      "Daily token issued. It is good until Sat 21 Nov 2026, 13:00:00 UTC (in 1 hour).

      What the token has no place for
        dropped  participant.email  the same rights
                 A Daily token has no place for it.
      "
    `);
    const daily = createDaily({ apiKey: dailyKey, domainId, clock: () => now });
    const verified = await daily.verify(stdout.trim(), { room: "standup", participantId: "u_1" });
    expect(verified.grant.expiresAt).toBe(now + 3600);
  });

  it.each([
    ["as the argument", ["issue", grant, "--provider", "videosdk"], {}],
    ["from standard input", ["issue", "--provider", "videosdk"], { stdin: grant }],
    ["from a file", ["issue", "--provider", "videosdk", "--file", "g"], { files: { g: grant } }],
  ] as const)("takes the grant %s, and the vendor verifies what comes out", async (_name, argv, options) => {
    const { stdout } = await roompass(argv, { ...options, env: videosdkEnv });
    const provider = createVideoSDK({ apiKey: videosdkKey, secret: videosdkSecret, clock: () => now });
    expect((await provider.verify(stdout.trim())).properties).toMatchObject({
      permissions: ["allow_join"],
      roomId: "standup",
    });
  });

  it("tells what the client has to pass, and warns", async () => {
    const { stderr } = await roompass(["issue", grant, "--provider", "videosdk"], { env: videosdkEnv });
    expect(stderr).toContain("Pass to the client beside the token");
    expect(stderr).toContain('participantId  "u_1"');
    expect(stderr).toContain("videosdk.room-id-form");
  });

  it("is one document in JSON", async () => {
    const { code, stdout, stderr, json } = await roompass(["issue", grant, "--provider", "daily", "--json"], {
      env: dailyEnv,
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.endsWith("}\n")).toBe(true);
    expect(json()).toMatchObject({
      provider: "daily",
      verified: true,
      token: expect.stringMatching(/^eyJ/),
      expiresAt: now + 3600,
      grant: { room: "standup" },
      issuance: { tenant: domainId, issuedAt: now },
      claims: { r: "standup", ud: "u_1" },
      header: { alg: "HS256", typ: "JWT" },
      report: [{ path: "participant.email", kind: "dropped" }],
      warnings: [],
    });
  });

  it("can be piped into inspect", async () => {
    const { stdout } = await roompass(["issue", grant, "--provider", "daily", "--json"], { env: dailyEnv });
    const { code, json } = await roompass(["inspect", "--json"], { stdin: stdout });
    expect(code).toBe(0);
    expect(json()).toMatchObject({ provider: "daily", grant: { room: "standup" } });
  });

  it("asks Metered for a token, and throws away one that is wider", async () => {
    const asked = '{ "room": "standup", "expiresIn": "1h", "rights": { "moderate": false } }';
    const good = answering(200, { token: meteredToken() });
    const issued = await roompass(["issue", asked, "--provider", "metered"], { env: meteredEnv, fetch: good.fetch });
    expect(issued.code).toBe(0);
    expect(issued.stdout).toBe(`${meteredToken()}\n`);
    expect(good.sent[0]?.url).toContain(meteredEnv.METERED_SECRET_KEY);

    const wide = answering(200, { token: meteredToken({ roomName: undefined, globalToken: true }) });
    const refused = await roompass(["issue", asked, "--provider", "metered"], { env: meteredEnv, fetch: wide.fetch });
    expect({ code: refused.code, stdout: refused.stdout }).toEqual({ code: 3, stdout: "" });
    expect(refused.stderr).toContain("request.wider-than-asked");
  });
});

describe("roompass issue --plan", () => {
  it("prints the request without the secret and sends nothing", async () => {
    const { code, stdout, json } = await roompass(
      ["issue", '{ "room": "standup", "expiresIn": "1h" }', "--provider", "metered", "--plan", "--json"],
      { env: meteredEnv },
    );
    expect(code).toBe(0);
    expect(json()).toMatchObject({
      provider: "metered",
      plan: {
        method: "POST",
        url: "https://test-app.metered.live/api/v1/token",
        body: { roomName: "standup", expireUnixSec: now + 3600 },
        secret: { in: "query", name: "secretKey" },
      },
    });
    expect(stdout).not.toContain(meteredEnv.METERED_SECRET_KEY);
  });

  it("needs no secret key for Metered, and works for Daily, too", async () => {
    const plan = ["issue", '{ "room": "a", "expiresIn": "1h" }', "--plan", "--provider"];
    const metered = await roompass([...plan, "metered"], { env: { METERED_APP_NAME: "test-app" } });
    expect(JSON.parse(metered.stdout)).toMatchObject({ vendor: "metered" });
    const daily = await roompass([...plan, "daily"], { env: { DAILY_API_KEY: dailyKey } });
    expect(JSON.parse(daily.stdout)).toMatchObject({ url: "https://api.daily.co/v1/meeting-tokens" });
  });

  it("is refused where tokens are signed here", async () => {
    const { code, stderr } = await roompass(["issue", "{}", "--plan", "--provider", "videosdk"]);
    expect(code).toBe(2);
    expect(stderr).toContain("there is no request");
  });
});

describe("roompass issue refuses", () => {
  it.each([
    ["a grant without a room", '{ "expiresIn": "1h" }', 1, "grant.missing"],
    ["a grant without an expiry", '{ "room": "a" }', 1, "grant.missing"],
    ["a misspelt field", '{ "room": "a", "expiresIn": "1h", "moderator": true }', 1, "grant.unknown-field"],
    [
      "what VideoSDK cannot hold",
      '{ "room": "a", "expiresIn": "1h", "entry": "direct", "rights": { "publish": ["camera"] } }',
      1,
      "grant.unsupported",
    ],
    ["a token", "a.b.c", 2, "command.unreadable-file"],
  ])("%s", async (_name, argument, exitCode, code) => {
    const result = await roompass(["issue", argument, "--provider", "videosdk", "--json"], { env: videosdkEnv });
    expect(result.code).toBe(exitCode);
    expect(result.json()["error"]).toMatchObject({ code });
  });

  it.each([
    ["no vendor", ["issue", grant], "`--provider` is missing"],
    ["no key", ["issue", grant, "--provider", "videosdk"], "VIDEOSDK_API_KEY and VIDEOSDK_SECRET"],
    [
      "no domain id to sign with",
      ["issue", grant, "--provider", "daily", "--method", "sign"],
      "DAILY_API_KEY and DAILY_DOMAIN_ID",
    ],
    [
      "an unknown way",
      ["issue", grant, "--provider", "daily", "--method", "guess"],
      "`--method` takes sign or request.",
    ],
    [
      "a way that the vendor does not have",
      ["issue", grant, "--provider", "videosdk", "--method", "request"],
      "are signed here and never asked for",
    ],
    [
      "a key that signs at a vendor that mints by request",
      ["issue", grant, "--provider", "metered", "--method", "sign"],
      "minted by request",
    ],
    [
      "a request that would not be sent",
      ["issue", grant, "--provider", "daily", "--method", "sign", "--plan"],
      "`--plan` shows a request",
    ],
  ])("%s, with exit code 2", async (_name, argv, text) => {
    const { code, stderr } = await roompass(argv);
    expect(code).toBe(2);
    expect(stderr).toContain(text);
  });

  it("a token on standard input", async () => {
    const { code, stderr } = await roompass(["issue", "--provider", "daily"], { stdin: meteredToken() });
    expect(code).toBe(2);
    expect(stderr).toContain("`issue` takes a grant as JSON");
  });
});
