import { grantPaths } from "@roompass/core";
import { describe, expect, it } from "vitest";
import { roompass } from "../testing/fake-io.js";

interface PairRow {
  readonly path: string;
  readonly outcome: string;
  readonly to: { readonly source: string; readonly asOf: string };
}

describe("roompass matrix --from --to", () => {
  it("says for every path what is kept, narrowed, moved and lost", async () => {
    const { code, stdout } = await roompass(["matrix", "--from", "daily", "--to", "metered"]);
    expect(code).toBe(0);
    const lines = stdout.split("\n");
    expect(lines[0]).toBe("Daily -> Metered");
    for (const path of grantPaths) expect(stdout).toContain(`  ${path} `);
    expect(stdout).toMatch(/participant\.id +kept +user_id +externalUserId/);
    expect(stdout).toMatch(/stay\.endsAtExpiry +moved +eject_at_token_exp +room: ejectAtRoomExp/);
    expect(stdout).toMatch(/client\.closeTabOnExit +lost +close_tab_on_exit/);
    expect(stdout).toMatch(/rights\.moderate\.media +narrowed +permissions\.canAdmin +isAdmin/);
  });

  it("has notes, sources and their dates in JSON", async () => {
    const { json } = await roompass(["matrix", "--from", "daily", "--to", "videosdk", "--json"]);
    const answer = json() as { from: string; to: string; counts: Record<string, number>; rows: PairRow[] };
    expect(answer).toMatchObject({ from: "daily", to: "videosdk" });
    expect(answer.rows.map(({ path }) => path)).toEqual(grantPaths);
    expect(Object.values(answer.counts).reduce((sum, count) => sum + count)).toBe(grantPaths.length);
    for (const { to } of answer.rows) {
      expect(to.source).toMatch(/\S/);
      expect(to.asOf).toMatch(/^\d{4}-\d{2}$/);
    }
  });

  it("keeps everything that a vendor's token says within that vendor", async () => {
    const { json } = await roompass(["matrix", "--from", "daily", "--to", "daily", "--json"]);
    const { rows } = json() as unknown as { rows: PairRow[] };
    expect(new Set(rows.map(({ outcome }) => outcome))).toEqual(new Set(["kept", "absent"]));
  });

  it("prints Markdown", async () => {
    const { stdout } = await roompass(["matrix", "--from", "metered", "--to", "daily", "--markdown"]);
    const [header, rule, ...rows] = stdout.split("\n");
    expect(header).toBe("| field | outcome | Metered | Daily | note |");
    expect(rule).toBe("| --- | --- | --- | --- | --- |");
    expect(rows.filter((row) => row.startsWith("| `"))).toHaveLength(grantPaths.length);
  });
});

describe("roompass matrix", () => {
  it("shows all vendors side by side", async () => {
    const { code, stdout } = await roompass(["matrix"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ {2}field +Daily +LiveKit +Metered +VideoSDK\n/);
    expect(stdout).toMatch(/expiresAt +exact +partly +exact +exact/);
    expect(stdout).toMatch(/rights\.visible +exact +exact +- +-/);
    expect(stdout.split("\n").every((line) => line.length <= 80)).toBe(true);
  });

  it("in JSON and Markdown as well", async () => {
    const { json } = await roompass(["matrix", "--json"]);
    expect(json()).toMatchObject({ vendors: ["daily", "livekit", "metered", "videosdk"] });
    expect(json()["rows"]).toHaveLength(grantPaths.length);
    expect((await roompass(["matrix", "--markdown"])).stdout).toMatch(
      /^\| field \| Daily \| LiveKit \| Metered \| VideoSDK \|\n/,
    );
  });

  it.each([
    [["--from", "daily"], "`--to` is missing."],
    [["--to", "daily"], "`--from` is missing."],
    [["--from", "daily", "--to", "zoom"], "`--to` names no vendor"],
    [["--json", "--markdown"], "Both `--json` and `--markdown`"],
  ])("refuses %j", async (argv, text) => {
    const { code, stdout, stderr } = await roompass(["matrix", ...argv]);
    expect(code).toBe(2);
    expect(stdout + stderr).toContain(text);
  });
});
