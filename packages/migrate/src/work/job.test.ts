import { describe, expect, it } from "vitest";
import { jobOf } from "../testing/job.js";
import { dailyAt, setup, videosdkAt } from "../testing/tokens.js";

describe("a job", () => {
  it("reads a table of rooms once, and then only looks names up", async () => {
    const map = { a: "x", b: "y" };
    const job = await jobOf({}, (context) => ({ ...setup(context), policy: { rooms: { map } } }) as never);
    const look = job.policy.rooms?.map;
    expect(typeof look === "function" && [look("a"), look("b"), look("c"), look("toString")]).toEqual([
      "x",
      "y",
      undefined,
      undefined,
    ]);
  });

  it.each([
    ["turns two rooms into one", { a: "x", b: "x" }],
    ["has a room whose new name is not a text", { a: "" }],
  ])("refuses a table that %s", async (words, map) => {
    const own = ({ now }: { now: number }) => ({ from: dailyAt(now), to: videosdkAt(now), policy: { rooms: { map } } });
    await expect(jobOf({}, own)).rejects.toThrow(words);
  });

  it.each([
    ["no `from` and `to`", () => ({}) as never],
    [
      "no `validate`",
      ({ now }: { now: number }) => ({ from: dailyAt(now), to: videosdkAt(now), unverifiable: "ask" as const }),
    ],
  ])("refuses a setup with %s", async (words, own) => {
    await expect(jobOf({}, own)).rejects.toThrow(words);
  });
});
