import { isDeepStrictEqual } from "node:util";
import { compare, gains } from "@roompass/conformance/order";
import type { AnyAdapter } from "@roompass/core/adapter";
import { describe, expect, it } from "vitest";
import { isFull } from "../../../../tools/enumerations.ts";
import { claimsOfMoved } from "./laws.ts";
import { type Claims, wholeSpace } from "./spaces/combine.ts";
import { claimsOf, powersOf } from "./spaces/spaces.ts";
import { adapters, attempt, now, readingOf, type Vendor, vendors } from "./vendors.ts";

const place = { now, sameVendor: true, samePlace: true } as const;

/** Whether the adapter itself may mint such a token; what it reads beyond that comes out in its own spelling. */
const isCanonical: Readonly<Record<Vendor, (claims: Claims) => boolean>> = {
  daily: (claims) => {
    const { ca } = (claims["p"] ?? {}) as Claims;
    const isOwnerWithPermissions = claims["o"] === true && Object.keys((claims["p"] ?? {}) as Claims).length > 0;
    return !isOwnerWithPermissions && !Array.isArray(ca);
  },
  livekit: (claims) => {
    const { roomJoin, room, roomAdmin, canPublish, canPublishSources } = (claims["video"] ?? {}) as Claims;
    const list = canPublishSources as readonly unknown[] | undefined;
    // An empty list is none, and a list beside a false means nobody knows what.
    const isSaidOnce = list === undefined || (list.length > 0 && canPublish !== false);
    const givesSomething = powersOf("livekit", claims).purposes.most.length > 0;
    const isWhole = roomJoin === true ? claims["sub"] !== undefined && room !== undefined : room !== undefined;
    return isSaidOnce && givesSomething && (isWhole || (roomJoin !== true && roomAdmin !== true));
  },
  metered: (claims) => {
    const { roomName, globalToken } = claims["data"] as Claims;
    return (
      (roomName === undefined) === (globalToken === true) && claims["exp"] === undefined && claims["nbf"] === undefined
    );
  },
  videosdk: ({ permissions, version, roles, nbf }) => {
    const list = (permissions ?? []) as readonly string[];
    const isMinted = list.includes("ask_join") ? list.length === 1 : list.includes("allow_join");
    return isMinted && version === 2 && roles !== undefined && nbf === undefined;
  },
};

/** A token that nobody can use any more, or of which nobody knows when it ends or where it is good. */
function isUnusable(vendor: Vendor, claims: Claims): boolean {
  const { until, from, endsAtExpiry } = powersOf(vendor, claims);
  if (until.least === "not said") return true;
  if (until.least === "never") return endsAtExpiry.least;
  return until.least <= now || until.least <= from.least;
}

interface Counts {
  exact: number;
  respelt: number;
  refused: number;
}

function walk(vendor: Vendor): { readonly counts: Counts; readonly wrong: unknown[] } {
  const adapter: AnyAdapter = adapters[vendor];
  const counts: Counts = { exact: 0, respelt: 0, refused: 0 };
  const wrong: unknown[] = [];
  const isSame = (claims: Claims, becomes: unknown): boolean => isDeepStrictEqual(becomes, claims);
  for (const claims of claimsOf(vendor, vendor === "daily" || vendor === "livekit" ? 600 : 1800)) {
    const source = readingOf(vendor, claims);
    const { moved, refusals } = attempt(source, vendor, { allowNoExpiry: true });
    const canonical = isCanonical[vendor](claims);
    if (moved === undefined) {
      counts.refused += 1;
      if (canonical && !isUnusable(vendor, claims)) wrong.push({ claims, refused: refusals.map(({ path }) => path) });
      continue;
    }
    const becomes = claimsOfMoved(vendor, moved);
    counts[canonical ? "exact" : "respelt"] += 1;
    const isExact =
      isSame(claims, becomes) &&
      moved.report.length === 0 &&
      isDeepStrictEqual(adapter.decode(moved.native), adapter.decode(source.native));
    const gained = gains(compare(powersOf(vendor, claims), powersOf(vendor, becomes), place));
    const again = attempt(readingOf(vendor, becomes), vendor, { allowNoExpiry: true }).moved;
    const settles = again !== undefined && isDeepStrictEqual(again.properties, moved.properties);
    if ((canonical && !isExact) || gained.length > 0 || !settles) wrong.push({ claims, becomes, gained, settles });
  }
  return { counts, wrong };
}

/** What a sampled run counts, so that refusing everything, or respelling it, does not go unseen. */
const sampled: Readonly<Record<Vendor, Counts>> = {
  daily: { exact: 321, respelt: 175, refused: 90 },
  livekit: { exact: 237, respelt: 33, refused: 298 },
  metered: { exact: 67, respelt: 492, refused: 502 },
  videosdk: { exact: 11, respelt: 187, refused: 509 },
};

describe("within one account a token comes out as it went in", () => {
  it.each(vendors)(
    "%s",
    (vendor) => {
      const { counts, wrong } = walk(vendor);
      expect(wrong.slice(0, 3)).toEqual([]);
      expect(wrong.length).toBe(0);
      console.log(
        `${vendor} -> ${vendor}: ${counts.exact} exact, ${counts.respelt} respelt, ${counts.refused} refused`,
      );
      if (!isFull) expect(counts).toEqual(sampled[vendor]);
    },
    wholeSpace,
  );
});
