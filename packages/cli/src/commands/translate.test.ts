import { createDaily } from "@roompass/daily";
import { createVideoSDK } from "@roompass/videosdk";
import { describe, expect, it } from "vitest";
import { answering } from "../testing/answers.js";
import { now, roompass } from "../testing/fake-io.js";
import {
  dailyEnv,
  dailyKey,
  dailyToken,
  domainId,
  meteredEnv,
  meteredToken,
  sign,
  videosdkEnv,
  videosdkKey,
  videosdkSecret,
  videosdkToken,
} from "../testing/tokens.js";

const env = { ...dailyEnv, ...videosdkEnv, ...meteredEnv };
const toVideosdk = ["--to", "videosdk", "--room-map", "standup=2kyv-gzay-64pg"];

describe("roompass translate, for a person", () => {
  it("shows the new claims, the report as a table, and what client and room need", async () => {
    const { code, stdout, stderr } = await roompass(["translate", dailyToken(), ...toVideosdk], { env });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain(
      "Daily token -> VideoSDK token\n  The source was verified: its signature was made with your key.",
    );
    expect(stdout).toContain('"permissions": ["allow_join"],');
    const report = stdout.slice(stdout.indexOf("What became"), stdout.indexOf("Pass to the client"));
    expect(report).toContain(`  assumed   rights.publish          rests on documents
  assumed   rights.subscribe        rests on documents
  assumed   rights.visible          rests on documents
            The Daily token is silent and allows it by default; the VideoSDK
            token cannot withhold it from anybody who joins.
`);
    expect(report).toContain("  moved     participant.name        decided outside the token\n");
    expect(report).toMatch(/\d+ assumed, \d+ advisory, 2 moved\. \d+ entries \(assumed and advisory\)/);
    expect(stdout).toContain('  name           "Alice"\n  participantId  "u_1"\n');
    expect(stdout).toContain('The room needs\n  roomId = "2kyv-gzay-64pg"\n');
  });

  it("works without the target's credentials, and then shows properties", async () => {
    const { code, stdout } = await roompass(["translate", dailyToken(), "--to", "metered"], { env: dailyEnv });
    expect(code).toBe(0);
    expect(stdout).toContain("Properties of the new token");
    expect(stdout).toContain('"roomName": "standup"');
  });

  it("writes the remedy of a narrowing as an option", async () => {
    const argv = ["translate", meteredToken({ isAdmin: true }), "--to", "daily", "--trust-unverified"];
    const { stdout } = await roompass(argv);
    expect(stdout).toContain("narrowed  rights.moderate");
    expect(stdout).toContain("To keep it: --vouch moderate");
    const vouched = await roompass([...argv, "--vouch", "moderate", "--json"]);
    expect(vouched.json()["properties"]).toMatchObject({ permissions: { canAdmin: ["participants"] } });
  });
});

describe("roompass translate --json", () => {
  it("has a stable shape", async () => {
    const { code, json } = await roompass(["translate", dailyToken(), ...toVideosdk, "--json"], { env });
    expect(code).toBe(0);
    const answer = json();
    expect(Object.keys(answer)).toEqual([
      "from",
      "to",
      "verified",
      "checkedBy",
      "properties",
      "claims",
      "grant",
      "report",
      "counts",
      "join",
      "roomRequirements",
      "warnings",
      "failedOn",
    ]);
    expect(answer).toMatchObject({
      from: "daily",
      to: "videosdk",
      verified: true,
      checkedBy: "signature",
      claims: { apikey: videosdkKey, roomId: "2kyv-gzay-64pg", iat: now },
      join: { name: "Alice", participantId: "u_1" },
      failedOn: [],
    });
    const { counts, report } = answer as { counts: Record<string, number>; report: { kind: string }[] };
    for (const [kind, count] of Object.entries(counts)) {
      expect(report.filter((entry) => entry.kind === kind)).toHaveLength(count);
    }
  });

  it("lists what is kept only when asked", async () => {
    const argv = ["translate", dailyToken(), ...toVideosdk, "--json"];
    const plain = await roompass(argv, { env });
    const full = await roompass([...argv, "--include-exact"], { env });
    expect(plain.json()["counts"]).toMatchObject({ exact: 0 });
    expect((full.json()["counts"] as { exact: number }).exact).toBeGreaterThan(0);
  });

  it("gives the same answer for the same --now", async () => {
    const argv = ["translate", dailyToken(), ...toVideosdk, "--json", "--now", String(now + 60)];
    const [first, second] = [await roompass(argv, { env }), await roompass(argv, { env })];
    expect(first.stdout).toBe(second.stdout);
    expect(first.json()["claims"]).toMatchObject({ iat: now + 60 });
  });
});

it("shows what is wrong with the source, which a translation may take along", async () => {
  const argv = ["translate", dailyToken({ r: "2kyv-gzay-64pg", rome: "file:///etc/hosts" }), "--to", "videosdk"];
  const text = await roompass(argv, { env });
  expect(text.stdout).toContain("Wrong with the source\n  error  lint.redirect-runs-code at client.redirectUrl");
  expect((await roompass([...argv, "--json"], { env })).json()["warnings"]).toMatchObject([
    { id: "lint.redirect-runs-code", severity: "error" },
  ]);
});

describe("roompass translate --issue", () => {
  it("gives a token that the new vendor verifies, alone on standard output", async () => {
    const { code, stdout, stderr } = await roompass(["translate", dailyToken(), ...toVideosdk, "--issue"], { env });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect(stderr).toContain("What became of the old one");
    expect(stderr).toContain("It is good until Sat 21 Nov 2026, 13:00:00 UTC (in 1 hour).");
    const provider = createVideoSDK({ apiKey: videosdkKey, secret: videosdkSecret, clock: () => now });
    const verified = await provider.verify(stdout.trim(), { room: "2kyv-gzay-64pg", participantId: "u_1" });
    expect(verified.properties.permissions).toEqual(["allow_join"]);
  });

  it("works in the other direction, too, with the token in the JSON", async () => {
    const argv = ["translate", videosdkToken(), "--to", "daily", "--issue", "--json"];
    const { code, json } = await roompass(argv, { env });
    expect(code).toBe(0);
    expect(json()).toMatchObject({ to: "daily", expiresAt: now + 3600 });
    const daily = createDaily({ apiKey: dailyKey, domainId, clock: () => now });
    expect((await daily.verify(String(json()["token"]))).grant.room).toBe("2kyv-gzay-64pg");
  });

  it("asks the vendor that mints by request", async () => {
    const minted = meteredToken({ name: "Alice", externalUserId: "u_1" });
    const { fetch, sent } = answering(200, { token: minted });
    const result = await roompass(["translate", dailyToken(), "--to", "metered", "--issue"], { env, fetch });
    expect(result.code).toBe(0);
    expect(result.stdout).toBe(`${minted}\n`);
    expect(JSON.parse(sent[0]?.body ?? "")).toMatchObject({ roomName: "standup", isAdmin: false });
  });

  it("needs the target's credentials", async () => {
    const { code, stderr } = await roompass(["translate", dailyToken(), ...toVideosdk, "--issue"], { env: dailyEnv });
    expect(code).toBe(2);
    expect(stderr).toContain("VideoSDK needs VIDEOSDK_API_KEY and VIDEOSDK_SECRET.");
  });
});

describe("the source of a translation", () => {
  it("is verified first", async () => {
    const forged = sign(
      { r: "standup", d: domainId, iat: now, exp: now + 60, o: true },
      "TEST-ONLY-forged-0123456789abcdef012",
    );
    const { code, json } = await roompass(["translate", forged, ...toVideosdk, "--json"], { env });
    expect(code).toBe(1);
    expect(json()["error"]).toMatchObject({ code: "signature.mismatch" });
  });

  it("is taken without a key only when somebody says so", async () => {
    const argv = ["translate", dailyToken(), ...toVideosdk, "--json"];
    const refused = await roompass(argv, { env: videosdkEnv });
    expect(refused.code).toBe(1);
    expect(refused.json()["error"]).toMatchObject({
      code: "translate.unverified",
      details: { missing: ["DAILY_API_KEY"] },
      cure: expect.stringContaining("--trust-unverified"),
    });
    const trusted = await roompass([...argv, "--trust-unverified"], { env: videosdkEnv });
    expect(trusted.json()).toMatchObject({ verified: false, checkedBy: "nobody" });
  });

  it("may be for the server API, and may never expire where the policy says so", async () => {
    const api = await roompass(["translate", videosdkToken({ roles: ["crawler"] }), "--to", "videosdk"], { env });
    expect(api.code).toBe(0);
    const endless = ["translate", dailyToken({ exp: undefined }), "--to", "metered"];
    const refused = await roompass(endless, { env });
    expect(refused.stderr.replace(/\s+/g, " ")).toContain("Give an expiry, or say --allow-no-expiry. --expires-in 1h");
    expect((await roompass([...endless, "--allow-no-expiry"], { env })).code).toBe(0);
    expect((await roompass([...endless, "--expires-in", "1h"], { env })).code).toBe(0);
  });

  it("is a token: a grant is issued, not translated", async () => {
    const { code, stderr } = await roompass(["translate", '{ "room": "a" }', "--to", "daily"]);
    expect(code).toBe(2);
    expect(stderr.replace(/\s+/g, " ")).toContain("roompass issue --provider daily");
  });
});
