import { createDaily, daily } from "@roompass/daily";
import { metered } from "@roompass/metered";
import { describe, expect, it } from "vitest";
import type { MigrationSetup } from "../setup.js";
import { answering } from "../testing/answers.js";
import { jobOf } from "../testing/job.js";
import {
  claimsOf,
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

type Line = Record<string, unknown>;

const jobWith = (own: Partial<MigrationSetup>) =>
  jobOf({}, ({ now: time }) => ({ from: dailyAt(time), to: videosdkAt(time), ...own }));

async function outcome(text: string | Buffer, own: Partial<MigrationSetup> = {}, firstLine = 1) {
  const { output, rejects, counts } = await processChunk(Buffer.from(text), firstLine, await jobWith(own));
  const parse = (bytes: Buffer): Line[] =>
    bytes
      .toString()
      .split("\n")
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Line);
  return {
    output: output.toString(),
    moved: parse(output),
    refused: parse(rejects),
    rejects: rejects.toString(),
    counts,
  };
}

const otherKey = "TEST-ONLY-another-key-0123456789abcdef";

describe("a chunk", () => {
  it("moves what is good in its order, and one bad line costs one line", async () => {
    const lines = [
      dailyToken(1),
      "",
      "garbage",
      JSON.stringify({ id: "b", token: dailyToken(2), seat: 7 }),
      JSON.stringify({ id: "c", token: dailyToken(3, { exp: now - 100 }) }),
      JSON.stringify(dailyToken(4)),
      JSON.stringify({ id: "d", token: dailyToken(5, { p: { cs: false } }) }),
      "x".repeat(5000),
    ];
    const { moved, refused, counts, output } = await outcome(lines.join("\n"), {}, 10);
    expect(moved.map(({ token, ...rest }) => [rest, typeof token])).toEqual([
      [{ line: 10 }, "string"],
      [{ line: 13, id: "b", seat: 7 }, "string"],
      [{ line: 15 }, "string"],
    ]);
    expect(
      output
        .split("\n")
        .slice(0, 3)
        .map((line) => claimsOf(line)["participantId"]),
    ).toEqual(["u_1", "u_2", "u_4"]);
    expect(refused.map(({ message, ...rest }) => [rest, typeof message])).toEqual([
      [{ line: 12, code: "token.not-three-parts" }, "string"],
      [{ line: 14, id: "c", code: "token.expired", paths: ["claims.exp"] }, "string"],
      [
        {
          line: 16,
          id: "d",
          code: "translate.refused",
          paths: expect.arrayContaining(["rights.publish.camera"]),
          remedies: [
            { where: "policy", setting: "allowWidening", value: expect.arrayContaining(["rights.publish.camera"]) },
          ],
        },
        "string",
      ],
      [{ line: 17, code: "line.too-long" }, "string"],
    ]);
    expect(counts).toMatchObject({
      lines: 8,
      blank: 1,
      moved: 3,
      refused: { "token.not-three-parts": 1, "token.expired": 1, "translate.refused": 1, "line.too-long": 1 },
    });
  });

  it("issues the same tokens whenever and however often it is worked on", async () => {
    const text = [1, 2, 3].map((index) => dailyToken(index)).join("\n");
    expect(await outcome(text)).toEqual(await outcome(text));
  });

  it("counts report entries of each line, where asked", async () => {
    const job = await jobOf({ report: true });
    const { output, counts } = await processChunk(Buffer.from(dailyToken(1)), 1, job);
    const { report } = JSON.parse(output.toString()) as Line;
    expect(report).toMatchObject({ assumed: expect.any(Number), moved: expect.any(Number) });
    expect(counts.kinds).toEqual(report);
  });

  it("takes off a byte order mark at the beginning of the input, and nowhere else", async () => {
    const text = `\ufeff${dailyToken(1)}`;
    expect((await outcome(text)).counts.moved).toBe(1);
    expect((await outcome(text, {}, 2)).refused[0]).toMatchObject({ line: 2 });
  });

  it("takes bytes for what they are", async () => {
    const hostile = Buffer.concat([
      Buffer.from([0xff, 0xfe, 0x0a, 0xc0, 0x80, 0x0a, 0x00, 0x0a, 0xed, 0xa0, 0x80, 0x0a]),
      Buffer.from(dailyToken(1)),
    ]);
    const { refused, counts } = await outcome(hostile);
    expect(refused.map(({ code }) => code)).toEqual([
      "line.not-utf8",
      "line.not-utf8",
      expect.stringMatching(/^token\./),
      "line.not-utf8",
    ]);
    expect(counts.moved).toBe(1);
  });

  it("repeats no token among the rejects, whatever is wrong with it", async () => {
    const token = dailyToken(1, { secretClaim: "very-private" }, otherKey);
    const parts = token.split(".");
    const lines = [token, `{"id":"${token}","token":"${token}x"}`, `${token}\0`, `"${token}`, `{"token":["${token}"]}`];
    const { rejects, counts } = await outcome(lines.join("\n"));
    expect(counts.moved).toBe(0);
    for (const part of parts) expect(rejects).not.toContain(part);
    expect(rejects).not.toMatch(/private|secretClaim/);
  });

  it("moves a token that is for tomorrow, and one for a server's work", async () => {
    const api = sign(claimsForApi, videosdkSecret);
    const tomorrow = dailyToken(1, { nbf: now + 80_000, exp: now + 90_000 });
    expect((await outcome(tomorrow, { to: dailyAt(now) })).output).not.toBe("");
    const { counts, refused } = await outcome(api, { from: videosdkAt(now), to: videosdkAt(now) });
    expect(refused).toEqual([]);
    expect(counts.moved).toBe(1);
  });

  it("stops at what is wrong with the run rather than with a line", async () => {
    const policy = { require: ["rights.publsh"] } as never;
    await expect(outcome(dailyToken(1), { policy })).rejects.toMatchObject({ code: "migrate.setup" });
  });

  it("says that it is a bug, and no more, when it fails itself", async () => {
    const to = { ...videosdkAt(now), issue: () => Promise.reject(new TypeError("about very-private things")) };
    const { refused } = await outcome(dailyToken(1), { to });
    expect(refused).toEqual([{ line: 1, code: "failed", message: expect.stringContaining("TypeError") }]);
    expect(JSON.stringify(refused)).not.toContain("private");
  });
});

const claimsForApi = {
  apikey: videosdkKey,
  permissions: ["allow_join"],
  version: 2,
  roles: ["crawler"],
  iat: now - 60,
  exp: now + 3600,
};

describe("a token whose signature cannot be checked here", () => {
  const foreign = dailyToken(1, {}, otherKey);

  it("is unverifiable where its vendor may have signed it, and a forgery where it cannot have", async () => {
    const { refused } = await outcome(foreign);
    expect(refused).toMatchObject([{ line: 1, code: "unverifiable" }]);
    const forged = sign({ ...claimsForApi, roles: ["rtc"] }, otherKey);
    expect((await outcome(forged, { from: videosdkAt(now) })).refused).toMatchObject([{ code: "signature.mismatch" }]);
    expect((await outcome(forged, { from: videosdkAt(now), unverifiable: "trust" })).counts.moved).toBe(0);
  });

  it("is unverifiable without credentials", async () => {
    const token = sign({ data: { roomName: "a", appName: "b", expireUnixSec: now + 60 }, iat: now }, otherKey);
    expect((await outcome(token, { from: { adapter: metered } })).refused).toMatchObject([{ code: "unverifiable" }]);
    expect((await outcome("x.y", { from: { adapter: metered } })).refused).toMatchObject([
      { code: "token.not-three-parts" },
    ]);
  });

  it("is moved where the caller trusts it, but not when it is malformed or expired", async () => {
    const own = { from: { adapter: daily }, unverifiable: "trust" } as const;
    expect((await outcome(foreign, own)).counts.moved).toBe(1);
    expect((await outcome(`Bearer ${foreign}`, own)).counts.moved).toBe(0);
    expect((await outcome(`${foreign}=`, own)).counts.moved).toBe(0);
    expect((await outcome(dailyToken(1, { exp: now - 100 }, otherKey), own)).counts.moved).toBe(0);
  });

  it("is confirmed by its vendor, or not", async () => {
    const confirmed = { domain_id: domainId, room_name: "room-1", user_id: "u_1", iat: now - 60, exp: now + 3600 };
    const { fetch, urls } = answering([200, confirmed], [400, { error: "invalid-request-error" }]);
    const from = createDaily({ apiKey: dailyKey, domainId, clock: () => now, fetch });
    const own = { from, unverifiable: "ask", validate: from.validate, requestsPerSecond: 10_000 } as const;
    const { counts } = await outcome([foreign, dailyToken(2)].join("\n"), own);
    expect(counts.moved).toBe(2);
    // The second one is verified here, and nobody is asked about it.
    expect(urls).toHaveLength(1);
    expect((await outcome(foreign, own)).refused).toMatchObject([{ code: "unconfirmed" }]);
  });

  it("stops the run when the vendor refuses the account", async () => {
    const { fetch } = answering([401, { error: "authentication-error" }]);
    const from = createDaily({ apiKey: dailyKey, domainId, clock: () => now, fetch });
    const own = { from, unverifiable: "ask", validate: from.validate, requestsPerSecond: 10_000 } as const;
    await expect(outcome(foreign, own)).rejects.toMatchObject({ code: "migrate.vendor" });
  });
});
