import { describe, expect, it } from "vitest";
import { now, roompass } from "../testing/fake-io.js";
import { dailyToken, domainId, guestClaims, meteredExample, sign, videosdkToken } from "../testing/tokens.js";
import { exampleToken } from "../tour/example.js";

describe("roompass inspect, for a person", () => {
  it("says what a token grants in sentences, with local and relative times", async () => {
    const { code, stdout, stderr } = await roompass(["inspect", dailyToken()], { timeZone: "Europe/Berlin" });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatchInlineSnapshot(`
      "Daily token (certain), not verified
        It has a domain id (\`d\`, a UUID) beside Daily's other claims.
        Nothing here is verified: anybody can write such a token. \`roompass verify\`
        checks it.

      Participant "u_1" can walk into "standup" until Sat 21 Nov 2026, 14:00:00 GMT+1
      (in 1 hour).

      What it grants
        Who      participant "u_1", shown as "Alice"
        Room     "standup"
        Until    Sat 21 Nov 2026, 14:00:00 GMT+1 (in 1 hour)
        Enters   the holder walks in (nothing is said, and that is the vendor's
                 default)
        Account  25df5057-ef0d-4d97-bde6-0cf287276cbb
        Issued   Sat 21 Nov 2026, 12:59:00 GMT+1 (1 minute ago)

      What the holder may do
        Yes, by default      send microphone, camera, screen, screen audio, custom
                             tracks; receive others; appear in the roster
        Not the token's say  send data
        Nobody says          record
        No, by default       mute others; remove others; change others' rights; let in
                             those who ask; live stream; transcribe

      Warnings: nothing to remark

      Claims
        {
          "r": "standup",
          "d": "25df5057-ef0d-4d97-bde6-0cf287276cbb",
          "iat": 1795262340,
          "exp": 1795266000,
          "u": "Alice",
          "ud": "u_1"
        }
      "
    `);
  });

  it("gives the published Metered example the warnings that it deserves, each with its cure", async () => {
    const { code, stdout } = await roompass(["inspect", meteredExample]);
    expect(code).toBe(0);
    expect(stdout).toContain("Whoever holds it can walk into every room of the account for ever.");
    expect(stdout).toContain("Until    for ever: it never expires");
    expect(stdout).toContain("warning  lint.never-expires at expiresAt");
    expect(stdout).toContain("Issue it for one room.");
  });

  it("tells modes, limits, starts and hints", async () => {
    const claims = {
      er: "local",
      ejt: true,
      eje: 600,
      vo: true,
      ctoe: true,
      nbf: now + 60,
      p: { cs: "a", cr: { b: false } },
    };
    const { stdout } = await roompass(["inspect", dailyToken(claims)], { columns: 100 });
    expect(stdout).toContain("record locally");
    expect(stdout).toContain("at most 10 minutes after joining and removed from the call at the expiry");
    expect(stdout).toContain("camera off");
    expect(stdout).toContain("closes its tab");
    expect(stdout).toContain("From         Sat 21 Nov 2026, 12:01:00 UTC (in 1 minute)");
    expect(stdout).toMatch(/No {2,}send camera, screen, screen audio, custom tracks/);
  });

  it("tells a lobby guest, a server token and an expired token apart", async () => {
    const ask = await roompass(["inspect", videosdkToken({ permissions: ["ask_join"] })]);
    expect(ask.stdout).toContain("can ask to enter");
    const api = await roompass(["inspect", videosdkToken({ roles: ["crawler"] })]);
    expect(api.stdout).toContain("can call the vendor's server API");
    const expired = await roompass(["inspect", dailyToken({ exp: now - 7200 })]);
    expect(expired.stdout).toContain("(2 hours ago): expired");
    expect(expired.code).toBe(1);
  });

  it("exits with 1 when a warning is an error", async () => {
    const { code, stdout } = await roompass(["inspect", dailyToken({ exp: guestClaims.exp * 1000 })]);
    expect(code).toBe(1);
    expect(stdout).toContain("error  claims.milliseconds");
    expect(stdout).toContain("Divide by 1000");
  });

  it("shows control characters instead of obeying them", async () => {
    const { stdout } = await roompass(["inspect", dailyToken({ u: "\u001b[2JEvil\u202e", r: "a\u009bb" })]);
    expect(stdout).toContain("\\u001b[2JEvil\\u202e");
    expect(stdout).not.toContain("\u001b");
    expect(stdout).not.toContain("\u009b");
  });

  it("says what a grant says, too, and that it is no token", async () => {
    const grant =
      '{ "room": { "anyOf": ["a", "b"] }, "expiresIn": "1h", "entry": "ask", "rights": { "publish": ["camera"] } }';
    const { code, stdout } = await roompass(["inspect", grant]);
    expect(code).toBe(0);
    expect(stdout).toContain("Grant, not a token");
    expect(stdout).toContain('can ask to enter "a" or "b" until');
    expect(stdout).toMatch(/Yes {2,}send camera/);
  });
});

describe("roompass inspect --json", () => {
  it("has a stable shape", async () => {
    const result = await roompass(["inspect", exampleToken, "--json"]);
    const answer = result.json();
    expect(Object.keys(answer)).toEqual([
      "kind",
      "confidence",
      "reason",
      "provider",
      "verified",
      "grant",
      "expiresAt",
      "readings",
      "issuance",
      "properties",
      "unknown",
      "claims",
      "header",
      "warnings",
    ]);
    expect(answer).toMatchObject({
      kind: "token",
      provider: "daily",
      confidence: "certain",
      verified: false,
      expiresAt: 1_864_081_538,
      header: { alg: "HS256", typ: "JWT" },
      issuance: { tenant: domainId, issuedAt: 1_548_721_831 },
      claims: { nbf: 1_548_721_569, r: "hello", o: true, ss: true, er: "local" },
      properties: { room_name: "hello", is_owner: true },
      grant: { room: "hello", rights: { record: ["local"] } },
      readings: { "rights.moderate.media": "allow", "rights.publish.camera": "default(allow)" },
    });
    const warnings = answer["warnings"] as Record<string, unknown>[];
    expect(warnings.map(({ id }) => id)).toContain("lint.moderator-without-identity");
    for (const warning of warnings) expect(Object.keys(warning)).toEqual(["id", "severity", "path", "message", "cure"]);
  });

  it("says null for a token that never expires, and nothing where that is not known", async () => {
    expect((await roompass(["inspect", meteredExample, "--json"])).json()["expiresAt"]).toBeNull();
    const silent = await roompass(["inspect", videosdkToken({ exp: undefined }), "--json"]);
    expect(silent.json()).not.toHaveProperty("expiresAt");
  });

  it("tells a grant as a grant", async () => {
    const { code, json } = await roompass(["inspect", '{ "room": "a", "expiresAt": null }', "--json"]);
    expect(code).toBe(0);
    expect(json()).toMatchObject({ kind: "grant", verified: false, expiresAt: null, grant: { room: "a" } });
    expect(json()["readings"]).toMatchObject({ "rights.record": "unknown" });
  });
});

describe("whose token it is", () => {
  const someKey = "TEST-ONLY-some-key-0123456789abcdef0";

  it("is asked for when it cannot be told", async () => {
    const { code, stderr } = await roompass(["inspect", sign({ sub: "x", exp: now + 60 }, someKey)]);
    expect(code).toBe(1);
    expect(stderr).toContain("Name the vendor with `--provider`: daily, livekit, metered or videosdk.");
  });

  it("comes with the candidates where there are some", async () => {
    const { code, json } = await roompass(["inspect", sign({ apikey: "x" }, someKey), "--json"]);
    expect(code).toBe(1);
    expect(json()["error"]).toMatchObject({
      code: "command.unknown-vendor",
      details: { candidates: [{ vendor: "videosdk", confidence: "possible" }] },
      cure: expect.stringContaining("Candidates: videosdk (possible)."),
    });
  });

  it("can be given", async () => {
    const token = sign({ r: "a", exp: now + 60 }, someKey);
    const { code, json } = await roompass(["inspect", token, "--provider", "Daily", "--json"]);
    expect(code).toBe(0);
    expect(json()).toMatchObject({ provider: "daily", confidence: "given", reason: "Given with `--provider`." });
    const doubtful = await roompass(["inspect", videosdkToken(), "--provider", "daily"]);
    expect(doubtful.stdout).toContain("it looks like a videosdk token, though");
  });

  it("is not guessed from a misspelt name", async () => {
    const { code, stderr } = await roompass(["inspect", dailyToken(), "--provider", "dayly"]);
    expect(code).toBe(2);
    expect(stderr).toContain("Did you mean `daily`?");
  });
});
