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
  const cases = goldenCases(subject, category).map((test) => [test.id, test.comment, test] as const);
  it.each(cases)("%s – %s", async (_id, _comment, { run }) => {
    const { actual, expected } = await run();
    expect(actual).toEqual(expected);
  });
});
