import { describe, expect, it } from "vitest";
import {
  dailyEverydayTokens,
  type Everyday,
  meteredEverydayTokens,
  videosdkEverydayTokens,
} from "./tables/everyday.ts";
import { attempt, inspected, unfolded, type Vendor, vendors } from "./vendors.ts";

const everyday: Readonly<Record<Vendor, readonly Everyday[]>> = {
  daily: dailyEverydayTokens,
  metered: meteredEverydayTokens,
  videosdk: videosdkEverydayTokens,
};

describe.each(vendors)("%s's everyday tokens", (from) => {
  const cases = everyday[from].flatMap((token) =>
    Object.entries(token.must).map(([to, must]) => ({ ...token, to: to as Vendor, must })),
  );

  it.each(cases.filter(({ must }) => must === true))("must become $to's: $name", ({ claims, policy, to }) => {
    const { moved, refusals } = attempt(inspected(from, claims), to, policy);
    expect(unfolded(refusals)).toEqual([]);
    expect(moved?.report.filter(({ kind }) => kind === "widened")).toEqual([]);
  });

  it.each(cases.filter(({ must }) => must !== true))("cannot become $to's: $name", ({ claims, policy, to, must }) => {
    expect(unfolded(attempt(inspected(from, claims), to, policy).refusals)[0]).toBe(must);
  });

  it("are at least twelve, say something about both other vendors, and let nothing widen", () => {
    expect(everyday[from].length).toBeGreaterThanOrEqual(12);
    for (const { must, policy = {} } of everyday[from]) {
      expect(Object.keys(must).sort()).toEqual(vendors.filter((to) => to !== from));
      expect(Object.keys(policy).filter((member) => member !== "narrow" && member !== "rooms")).toEqual([]);
    }
  });
});
