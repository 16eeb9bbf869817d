import { describe, expect, it } from "vitest";
import { roompass } from "../testing/fake-io.js";
import { dailyEnv, dailyToken, meteredToken, videosdkEnv, videosdkToken } from "../testing/tokens.js";

const env = { ...dailyEnv, ...videosdkEnv };
const soundOnly = dailyToken({ p: { cs: "a" } });

describe("a refused translation", () => {
  it("lists each path, the reason once, and the option that would let it pass", async () => {
    const { code, stdout, stderr } = await roompass(["translate", soundOnly, "--to", "videosdk"], { env });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatchInlineSnapshot(`
      "Error: A Daily token cannot become a VideoSDK token as it is.
        translate.refused

        refused  rights.publish.camera
        refused  rights.publish.screen
        refused  rights.publish.screenAudio
        refused  rights.publish.custom
                 The Daily token denies it; the VideoSDK token cannot withhold it from
                 anybody who joins.
                 --allow-widening rights.publish.camera,rights.publish.screen,rights.publish.screenAudio,rights.publish.custom
      "
    `);
  });

  it("passes with the options that it named, and reports what widened", async () => {
    const refused = await roompass(["translate", soundOnly, "--to", "videosdk", "--json"], { env });
    const { error } = refused.json() as { error: { code: string; refusals: { path: string; flag: string }[] } };
    expect(refused.code).toBe(1);
    expect(error.code).toBe("translate.refused");
    expect(error.refusals.map(({ flag }) => flag)).toContain("--allow-widening rights.publish.camera");
    const flags = error.refusals.flatMap(({ flag }) => flag.split(" "));
    const paths = flags.filter((flag) => !flag.startsWith("--")).join(",");
    const argv = ["translate", soundOnly, "--to", "videosdk", "--allow-widening", paths, "--json"];
    const allowed = await roompass(argv, { env });
    expect(allowed.code).toBe(0);
    expect(allowed.json()["counts"]).toMatchObject({ widened: expect.any(Number) });
  });

  it("puts different options together", async () => {
    const token = dailyToken({ zzz: 1, ejt: true });
    const { stderr } = await roompass(["translate", token, "--to", "metered", "--room-map", "a=b"], { env });
    expect(stderr.replace(/\s+/g, " ")).toContain("--room-map standup=NEW");
    expect(stderr).toContain("All together, if that is what you want:");
    const argv = ["--ignore-unknown", "zzz", "--allow-widening", "stay.endsAtExpiry", "--room-map", "standup=b"];
    expect((await roompass(["translate", token, "--to", "metered", ...argv], { env })).code).toBe(0);
  });

  it("offers a room's setting as an option only where it helps", async () => {
    const guest = videosdkToken({ permissions: ["ask_join"] });
    const daily = await roompass(["translate", guest, "--to", "daily"], { env });
    expect(daily.stderr).toContain(`--target-room '{"enable_knocking":true}'`);
    const setting = ["--target-room", '{"enable_knocking":true}'];
    expect((await roompass(["translate", guest, "--to", "daily", ...setting], { env })).code).toBe(0);

    const metered = await roompass(["translate", guest, "--to", "metered"], { env });
    expect(metered.code).toBe(1);
    expect(metered.stderr).not.toContain("--target-room");
    expect(metered.stderr).toContain("No further option lets entry pass");
  });

  it("does not blame the target for an option that asks for more than the source has", async () => {
    const { code, stderr } = await roompass(["translate", dailyToken(), "--to", "metered", "--room", "other"], { env });
    expect(code).toBe(1);
    expect(stderr).toContain("--room names rooms that the source is not good for.");
    expect(stderr).not.toContain("cannot hold it");
  });

  it("names --strict where that is what refuses", async () => {
    const { code, stderr } = await roompass(["translate", dailyToken(), "--to", "metered", "--strict"], { env });
    expect(code).toBe(1);
    expect(stderr).toContain("Refused by --strict.");
    expect(stderr).toContain("Leave out --strict.");
  });

  it("never grows a room scope or an expiry", async () => {
    const { code, json } = await roompass(
      ["translate", dailyToken(), "--to", "metered", "--allow-widening", "expiresAt", "--json"],
      { env },
    );
    expect(code).toBe(2);
    expect(json()["error"]).toMatchObject({ code: "translate.policy" });
  });

  it("asks for what is missing: a room and an expiry", async () => {
    const token = meteredToken({ roomName: undefined, globalToken: true, expireUnixSec: undefined });
    const argv = ["translate", token, "--to", "daily", "--trust-unverified"];
    const { code, stderr } = await roompass(argv);
    expect(code).toBe(1);
    expect(stderr).toContain("    --expires-in 1h --room NAME");
    expect((await roompass([...argv, "--expires-in", "1h", "--room", "standup"])).code).toBe(0);
  });
});

describe("--fail-on", () => {
  const argv = ["translate", dailyToken(), "--to", "videosdk"];

  it("warning fails on what is assumed or advisory, and issues nothing", async () => {
    const { code, stdout, stderr } = await roompass([...argv, "--fail-on", "warning", "--issue"], { env });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("--fail-on warning: rights.publish");
    expect(stderr).toContain("No token was issued.");
  });

  it("narrowed fails on what is narrowed or dropped only", async () => {
    expect((await roompass([...argv, "--fail-on", "narrowed"], { env })).code).toBe(0);
    const owner = dailyToken({ o: true });
    const { code, json } = await roompass(["translate", owner, "--to", "videosdk", "--fail-on", "narrowed", "--json"], {
      env,
    });
    expect(code).toBe(1);
    expect(json()["failedOn"]).toEqual(["rights.moderate.permissions"]);
  });

  it("takes nothing else", async () => {
    const { code, stderr } = await roompass([...argv, "--fail-on", "everything"], { env });
    expect(code).toBe(2);
    expect(stderr).toContain("`--fail-on` takes warning or narrowed.");
  });
});
