import type { PathOrParent, TranslationPolicy } from "@roompass/core";
import type { Remedy } from "@roompass/core/adapter";
import { describe, expect, it } from "vitest";
import { dailyLimitsToLivekit } from "./tables/daily-limits-to-livekit-rows.ts";
import { dailyToLivekit } from "./tables/daily-to-livekit-rows.ts";
import { livekitBounds } from "./tables/livekit-bounds-rows.ts";
import { livekitRights } from "./tables/livekit-rights-rows.ts";
import { livekitSending } from "./tables/livekit-sending-rows.ts";
import { meteredToLivekit } from "./tables/metered-to-livekit-rows.ts";
import {
  dailyBounds,
  dailyEveryday,
  dailyPolicies,
  dailyRights,
  meteredRows,
  videosdkRows,
  workedExamples,
} from "./tables/vector-rows.ts";
import { videosdkToLivekit } from "./tables/videosdk-to-livekit-rows.ts";
import { attempt, inspected, now, unfolded, type Vendor } from "./vendors.ts";

const rows = [
  ...workedExamples,
  ...dailyBounds,
  ...dailyEveryday,
  ...dailyRights,
  ...dailyPolicies,
  ...meteredRows,
  ...videosdkRows,
  ...livekitSending,
  ...livekitRights,
  ...livekitBounds,
  ...dailyToLivekit,
  ...dailyLimitsToLivekit,
  ...meteredToLivekit,
  ...videosdkToLivekit,
];
const cases = rows.flatMap((row) => Object.keys(row.becomes).map((to) => ({ ...row, to: to as Vendor })));

/** The policy of a caller who does what a remedy says, and knows a room and an expiry. */
function follow(policy: TranslationPolicy, { where, setting, value }: Remedy): TranslationPolicy {
  if (where === "room") {
    return { ...policy, rooms: { ...policy.rooms, target: { ...policy.rooms?.target, [setting]: value } } };
  }
  if (setting === "narrow.expiresAt") return { ...policy, narrow: { ...policy.narrow, expiresAt: now + 600 } };
  if (setting === "narrow.participant.id")
    return { ...policy, narrow: { ...policy.narrow, participant: { id: "u_1" } } };
  if (setting === "narrow.room") return { ...policy, narrow: { ...policy.narrow, room: "standup" } };
  if (setting === "strict") return { ...policy, strict: false };
  if (setting === "vouch") return { ...policy, vouch: { ...policy.vouch, ...(value as object) } };
  if (setting === "allowWidening") {
    return { ...policy, allowWidening: [...(policy.allowWidening ?? []), ...(value as PathOrParent[])] };
  }
  if (setting === "ignoreUnknown") {
    return { ...policy, ignoreUnknown: [...(policy.ignoreUnknown ?? []), ...(value as string[])] };
  }
  throw new Error(`Nobody knows how to follow ${setting}.`);
}

/** Metered's guests of the lobby have no token: the room's setting is the way for them, not for this token. */
const leadsElsewhere = ({ where, vendor }: Remedy): boolean => where === "room" && vendor === "metered";

/**
 * What nothing changes: a claim of the wrong type, who is meant, what is over, what the vendor has no tokens for, what
 * starts in a way that it does not have, what the caller insists on.
 */
const isFinal = (path: string): boolean =>
  path.startsWith("claims.") ||
  ["participant.id", "expiresAt", "purpose", "automation.record", "rights.moderate.permissions"].includes(path);

describe("the remedies of a refusal", () => {
  const refused = cases.filter(
    ({ from, to, claims, policy }) => attempt(inspected(from, claims), to, policy).refusals.length > 0,
  );

  it.each(refused)(
    "let it pass where there is one for each: $from to $to, $name",
    ({ from, to, claims, policy = {} }) => {
      const source = inspected(from, claims);
      let { moved, refusals } = attempt(source, to, policy);
      let followed = policy;
      // Passing over a claim may show what it had hidden: two steps are as far as it goes.
      for (let step = 0; moved === undefined && step < 2; step += 1) {
        const remedies = refusals.flatMap(({ remedy }) => remedy ?? []);
        const without = refusals.filter(({ remedy }) => remedy === undefined);
        expect(without.map(({ path }) => path).filter((path) => !isFinal(path))).toEqual([]);
        if (without.length > 0 || remedies.some(leadsElsewhere)) return;
        followed = remedies.reduce(follow, followed);
        ({ moved, refusals } = attempt(source, to, followed));
      }
      expect(unfolded(refusals)).toEqual([]);
    },
  );
});

describe("the remedy of a narrowing", () => {
  const narrowed = cases.flatMap((one) => {
    const { moved } = attempt(inspected(one.from, one.claims), one.to, one.policy);
    const entries = moved?.report.filter(({ kind, remedy }) => kind === "narrowed" && remedy !== undefined) ?? [];
    return entries.map((entry) => ({
      ...one,
      path: entry.path,
      remedy: entry.remedy as Remedy,
      paths: unfolded([entry]),
    }));
  });

  it.each(narrowed)("keeps $path: $from to $to, $name", ({ from, to, claims, policy = {}, remedy, paths }) => {
    const { moved } = attempt(inspected(from, claims), to, follow(policy, remedy));
    const stillNarrowed = unfolded(moved?.report.filter(({ kind }) => kind === "narrowed") ?? []);
    expect(moved).toBeDefined();
    expect(paths.filter((path) => stillNarrowed.includes(path))).toEqual([]);
  });
});
