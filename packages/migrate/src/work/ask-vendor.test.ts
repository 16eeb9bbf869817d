import { RoompassError } from "@roompass/core";
import { describe, expect, it } from "vitest";
import { askVendor } from "./ask-vendor.js";
import { RateLimit, StoppedWaiting, type Waiting } from "./rate-limit.js";

/** Time that passes only when somebody sleeps. */
function fakeWaiting(): Waiting & { readonly slept: number[] } {
  let now = 0;
  const slept: number[] = [];
  return {
    slept,
    milliseconds: () => now,
    async sleep(milliseconds) {
      slept.push(Math.round(milliseconds));
      now += milliseconds;
    },
  };
}

const rejected = (status: number, details = {}) =>
  new RoompassError("request.rejected", `daily answered ${status}.`, { details: { status, ...details } });

function failing(...errors: readonly unknown[]) {
  let calls = 0;
  return async () => {
    const error = errors[calls];
    calls += 1;
    if (error !== undefined) throw error;
    return calls;
  };
}

describe("requests to a vendor", () => {
  it("go out evenly, so many a second", async () => {
    const waiting = fakeWaiting();
    const limit = new RateLimit(20, waiting);
    for (let turn = 0; turn < 5; turn += 1) await limit.turn();
    expect(waiting.slept).toEqual([50, 50, 50, 50]);
  });

  it("are sent again when another attempt may help, ever later", async () => {
    const waiting = fakeWaiting();
    const busy = new RoompassError("request.rate-limited", "429", { details: { retryAfterSeconds: 7 } });
    const request = failing(rejected(503), new RoompassError("request.failed", "no"), busy);
    expect(await askVendor(new RateLimit(1000, waiting), request)).toBe(4);
    expect(waiting.slept.filter((time) => time > 1)).toEqual([500, 1000, 7000]);
  });

  it("stop the run when the vendor does not recover, and say how to go on", async () => {
    const request = failing(...Array.from({ length: 20 }, () => rejected(500)));
    await expect(askVendor(new RateLimit(1000, fakeWaiting()), request)).rejects.toMatchObject({
      code: "migrate.vendor",
      message: "daily answered 500, 8 times in a row.",
      cure: expect.stringContaining("same command again"),
    });
  });

  it.each([401, 403])("stop the run at %i, which is about the account", async (status) => {
    await expect(askVendor(new RateLimit(1000, fakeWaiting()), failing(rejected(status)))).rejects.toMatchObject({
      code: "migrate.vendor",
    });
  });

  it("leave to the line what is wrong with the line", async () => {
    const error = rejected(400);
    await expect(askVendor(new RateLimit(1000, fakeWaiting()), failing(error))).rejects.toBe(error);
  });

  it("end when the run does, the one that waits too", async () => {
    const limit = new RateLimit(0.001);
    await limit.turn();
    const waits = limit.turn();
    limit.stop();
    await expect(waits).rejects.toBeInstanceOf(StoppedWaiting);
    await expect(limit.turn()).rejects.toBeInstanceOf(StoppedWaiting);
  });

  it.each([0, -1, Number.NaN, 10_001])("are not sent at a rate of %d", (rate) => {
    expect(() => new RateLimit(rate)).toThrow("requestsPerSecond");
  });
});
