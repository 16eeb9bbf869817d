import { describe, expect, it } from "vitest";
import { type GoldenSubject, goldenCases } from "../../conformance/testing/run-golden.ts";
import { createVideoSDK, videosdk } from "./index.js";
import type { VideosdkGrantInput } from "./properties.js";

const subject: GoldenSubject = {
  adapter: videosdk,
  sign: (grant, { tenant, secret, now }) =>
    createVideoSDK({ apiKey: tenant, secret, clock: () => now }).issue(grant as VideosdkGrantInput),
};

describe.each(["decode", "encode"] as const)("golden vectors: %s", (category) => {
  it.each(goldenCases(subject, category))("$id: $comment", async ({ run }) => {
    const { actual, expected } = await run();
    expect(actual).toEqual(expected);
  });
});
