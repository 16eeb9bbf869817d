import { lintRules } from "@roompass/core";
import { describe, expect, it } from "vitest";
import { now, roompass } from "../testing/fake-io.js";
import { dailyToken, meteredExample } from "../testing/tokens.js";
import { exampleToken } from "../tour/example.js";

const ids = (answer: Record<string, unknown>): string[] => (answer["findings"] as { id: string }[]).map(({ id }) => id);

describe("roompass lint", () => {
  it("lists findings for a person", async () => {
    const { code, stdout } = await roompass(["lint", meteredExample]);
    expect(code).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
      "Metered token: 2 warnings, 1 remark
        warning  lint.never-expires at expiresAt
          It never expires.
          Issue it with an expiry; whoever gets hold of it keeps it for ever.
        warning  lint.every-room at room
          It is good for every room of the account.
          Issue it for one room.
        info  metered.public-room
          A public room needs no token, so this token keeps nobody out of one.
          Make the room private.
      "
    `);
  });

  it("lists them for a script, and nothing for a good token", async () => {
    const { code, json } = await roompass(["lint", dailyToken(), "--json"]);
    expect(code).toBe(0);
    expect(json()).toEqual({ kind: "token", provider: "daily", findings: [] });
  });

  it("exits with 1 on an error, among them what the parser sees of times", async () => {
    const { code, json } = await roompass(["lint", dailyToken({ exp: 86_400 }), "--json"]);
    expect(code).toBe(1);
    expect(ids(json())).toContain("claims.relative-time");
  });

  it("exits with 1 on a redirect that is code, in the claims of a token of whatever origin", async () => {
    const { code, json, stdout } = await roompass(["lint", dailyToken({ rome: "javascript:canary()" }), "--json"]);
    expect(code).toBe(1);
    expect(ids(json())).toContain("lint.redirect-runs-code");
    expect(stdout).not.toContain("canary");
    const app = await roompass(["lint", dailyToken({ rome: "acme://left" }), "--json"]);
    expect({ code: app.code, ids: ids(app.json()) }).toEqual({ code: 0, ids: ["lint.redirect-not-web"] });
  });

  it("takes no offence at a token that has expired since", async () => {
    const { code, json } = await roompass(["lint", dailyToken({ iat: now - 7200, exp: now - 3600 }), "--json"]);
    expect(code).toBe(0);
    expect(ids(json())).toEqual([]);
  });

  it("takes another longest life", async () => {
    expect(ids((await roompass(["lint", exampleToken, "--json"])).json())).toContain("lint.long-life");
    const years = await roompass(["lint", exampleToken, "--json", "--max-hours", "100000"]);
    expect(ids(years.json())).not.toContain("lint.long-life");
    const short = await roompass(["lint", dailyToken({ exp: now + 7200 }), "--json", "--max-hours", "1"]);
    expect(ids(short.json())).toContain("lint.long-life");
  });

  it("looks at grants, and at a vendor's limits when one is named", async () => {
    const grant = `{ "room": { "any": true }, "expiresAt": null, "participant": { "metadata": "${"x".repeat(2000)}" } }`;
    const { code, json } = await roompass(["lint", grant, "--json"]);
    expect(code).toBe(0);
    expect(json()).toMatchObject({ kind: "grant" });
    expect(ids(json())).toEqual(expect.arrayContaining(["lint.never-expires", "lint.every-room"]));
    const named = await roompass(["lint", grant, "--json", "--provider", "metered"]);
    expect(named.json()).toMatchObject({ kind: "grant", provider: "metered" });
  });

  it("lists its rules", async () => {
    const { code, stdout } = await roompass(["lint", "--rules"]);
    expect(code).toBe(0);
    for (const { id } of lintRules) expect(stdout).toContain(id);
    expect((await roompass(["lint", "--rules", "--json"])).json()).toEqual({ rules: lintRules });
  });

  it("refuses a number of hours that is none", async () => {
    const { code, stderr } = await roompass(["lint", dailyToken(), "--max-hours", "1.5"]);
    expect(code).toBe(2);
    expect(stderr).toContain("`--max-hours` takes a whole number from 1 on.");
  });
});
