import { describe, expect, it } from "vitest";
import { now, roompass } from "../testing/fake-io.js";
import { dailyToken, meteredToken, sign, videosdkToken } from "../testing/tokens.js";

describe("roompass compare", () => {
  it("says no and exits with 0 when nothing is gained", async () => {
    const { code, stdout } = await roompass(["compare", dailyToken(), dailyToken({ exp: now + 600 })]);
    expect(code).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
      "No: the new one lets its holder do nothing that the old one could not.
        The new one lets its holder do less.
        Nothing here is verified.

        lost       expiresAt
                   The new one ends earlier.
      "
    `);
  });

  it("says yes, why, and exits with 1 when something is gained", async () => {
    const { code, stdout } = await roompass(["compare", dailyToken(), dailyToken({ o: true, exp: now + 7200 })]);
    expect(code).toBe(1);
    expect(stdout).toContain("Yes: the new one may let its holder do something that the old one could not.");
    expect(stdout).toContain("gained     expiresAt\n             The new one ends later than the old one");
    expect(stdout).toContain("gained     rights.moderate.media");
  });

  it("says that two equal tokens are equal, and lists what is equal when asked", async () => {
    const { code, stdout } = await roompass(["compare", dailyToken(), dailyToken()]);
    expect(code).toBe(0);
    expect(stdout).toContain("Both let their holders do the same.");
    const full = await roompass(["compare", dailyToken(), dailyToken(), "--include-equal", "--json"]);
    expect((full.json()["entries"] as unknown[]).length).toBeGreaterThan(20);
  });

  it("names the option of the side whose vendor is not known", async () => {
    const nobodys = sign({ sub: "a" }, "TEST-ONLY-key-of-nobody");
    const told = async (...argv: string[]) => JSON.stringify((await roompass(["compare", ...argv, "--json"])).json());
    expect(await told(nobodys, dailyToken())).toContain("Name the vendor with `--old-provider`");
    expect(await told(dailyToken(), nobodys)).toContain("Name the vendor with `--new-provider`");
    expect(await told(dailyToken(), dailyToken(), "--new-provider", "dayly")).toContain(
      "`--new-provider` names no vendor",
    );
  });

  it("compares tokens of different vendors, and says what documents do not settle", async () => {
    const { code, stdout, json } = await roompass([
      "compare",
      dailyToken({ r: "2kyv-gzay-64pg" }),
      videosdkToken({ participantId: "u_1" }),
      "--json",
    ]);
    expect(json()).toMatchObject({ old: "daily", new: "videosdk", gains: false, verdict: "different" });
    expect(code).toBe(1);
    expect(stdout).toContain('"uncertain"');
    const text = await roompass([
      "compare",
      dailyToken({ r: "2kyv-gzay-64pg" }),
      videosdkToken({ participantId: "u_1" }),
    ]);
    expect(text.stdout).toContain("check the settings of the");
    expect(text.stdout).toContain("--fail-on gained lets it pass");
  });

  it("fails on what is uncertain unless it is told to fail on gains alone", async () => {
    const argv = ["compare", dailyToken({ r: "2kyv-gzay-64pg" }), videosdkToken({ participantId: "u_1" }), "--json"];
    const strict = await roompass([...argv, "--fail-on", "uncertain"]);
    expect(strict.code).toBe(1);
    expect(strict.json()["failedOn"]).toContain("rights.record");
    const soft = await roompass([...argv, "--fail-on", "gained"]);
    expect(soft.code).toBe(0);
    expect(soft.json()).toMatchObject({ gains: false, failedOn: [] });
    expect(soft.json()["entries"]).toEqual(strict.json()["entries"]);
    const gained = await roompass(["compare", dailyToken(), dailyToken({ o: true }), "--fail-on", "gained", "--json"]);
    expect(gained.code).toBe(1);
    expect(gained.json()["failedOn"]).toContain("rights.moderate.media");
  });

  it("compares grants, from files, arguments and standard input", async () => {
    const files = { "old.json": '{ "room": "a", "expiresAt": 1900000000, "rights": { "record": false } }' };
    const fresh = '{ "room": "a", "expiresAt": 1900000000, "rights": { "record": true } }';
    const { code, json } = await roompass(["compare", "@old.json", "-", "--json"], { files, stdin: fresh });
    expect(code).toBe(1);
    expect(json()).toMatchObject({
      old: "grant",
      new: "grant",
      gains: true,
      entries: [{ path: "rights.record", kind: "gained", reason: expect.any(String) }],
    });
    expect((await roompass(["compare", fresh, "@old.json"], { files })).code).toBe(0);
  });

  it("takes the vendors when they are not to be recognized", async () => {
    const argv = ["compare", meteredToken(), meteredToken(), "--old-provider", "metered", "--new-provider", "metered"];
    expect((await roompass(argv)).code).toBe(0);
  });

  it("needs both", async () => {
    const { code, stderr } = await roompass(["compare", dailyToken()]);
    expect(code).toBe(2);
    expect(stderr).toContain("Missing required argument `new`.");
  });
});
