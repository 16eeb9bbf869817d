import { describe, expect, it } from "vitest";
import {
  dailyEverydayTokens,
  type Everyday,
  meteredEverydayTokens,
  videosdkEverydayTokens,
} from "./tables/everyday.ts";
import { livekitEverydayTokens } from "./tables/livekit-everyday.ts";
import { attempt, inspected, unfolded, type Vendor, vendors } from "./vendors.ts";

const everyday: Readonly<Record<Vendor, readonly Everyday[]>> = {
  daily: dailyEverydayTokens,
  livekit: livekitEverydayTokens,
  metered: meteredEverydayTokens,
  videosdk: videosdkEverydayTokens,
};

/** At LiveKit nobody joins without an identity, and it is never made up: where the token has none the caller gives it. */
function translated(from: Vendor, to: Vendor, { claims, policy = {} }: Omit<Everyday, "must">) {
  const source = inspected(from, claims);
  const isNamed = to !== "livekit" || source.grant.participant?.id !== undefined;
  const narrow = { ...policy.narrow, ...(isNamed ? {} : { participant: { id: "u_1" } }) };
  return attempt(source, to, { ...policy, narrow });
}

describe.each(vendors)("%s's everyday tokens", (from) => {
  const cases = everyday[from].flatMap((token) =>
    Object.entries(token.must).map(([to, must]) => ({ ...token, to: to as Vendor, must })),
  );

  it.each(cases.filter(({ must }) => must === true))("must become $to's: $name", ({ to, must: _must, ...token }) => {
    const { moved, refusals } = translated(from, to, token);
    expect(unfolded(refusals)).toEqual([]);
    expect(moved?.report.filter(({ kind }) => kind === "widened")).toEqual([]);
  });

  it.each(cases.filter(({ must }) => must !== true))("cannot become $to's: $name", ({ to, must, ...token }) => {
    expect(unfolded(translated(from, to, token).refusals)[0]).toBe(must);
  });

  it("are at least twelve, say something about every other vendor, and let nothing widen", () => {
    expect(everyday[from].length).toBeGreaterThanOrEqual(12);
    for (const { must, policy = {} } of everyday[from]) {
      expect(Object.keys(must).sort()).toEqual(vendors.filter((to) => to !== from));
      expect(Object.keys(policy).filter((member) => member !== "narrow" && member !== "rooms")).toEqual([]);
    }
  });
});
