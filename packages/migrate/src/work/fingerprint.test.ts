import { describe, expect, it } from "vitest";
import type { MigrationSetup } from "../setup.js";
import { jobOptions } from "../testing/job.js";
import { dailyAt, now, videosdkAt } from "../testing/tokens.js";
import { fingerprintOf } from "./fingerprint.js";

const plain: MigrationSetup = {
  from: dailyAt(now),
  to: videosdkAt(now),
  policy: { strict: false, rooms: { map: { a: "b", c: "d" } } },
  secrets: ["TEST-ONLY-secret"],
};

describe("a fingerprint", () => {
  it("is the same for what is the same, in whatever order it is written", () => {
    const turned = { ...plain, policy: { rooms: { map: { c: "d", a: "b" } }, strict: false } };
    expect(fingerprintOf(turned, jobOptions)).toBe(fingerprintOf(plain, jobOptions));
  });

  it.each<[string, Partial<MigrationSetup>, Partial<typeof jobOptions>]>([
    ["vendor", { to: dailyAt(now) }, {}],
    ["account", { from: dailyAt(now, { domainId: "11111111-2222-3333-4444-555555555555" }) }, {}],
    ["policy", { policy: { strict: true } }, {}],
    ["trust", { unverifiable: "trust" }, {}],
    ["key", { secrets: ["TEST-ONLY-secret2"] }, {}],
    ["time", {}, { now: now + 1 }],
    ["report", {}, { report: true }],
    ["longest line", {}, { lineBytes: 100 }],
    ["salt", {}, { salt: "11" }],
  ])("is another one for another %s", (_what, setup, options) => {
    expect(fingerprintOf({ ...plain, ...setup }, { ...jobOptions, ...options })).not.toBe(
      fingerprintOf(plain, jobOptions),
    );
  });
});
