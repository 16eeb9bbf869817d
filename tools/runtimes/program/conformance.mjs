// The whole conformance suite on one adapter, on any platform that the suite's own few needs of Node are met on.
import { runSuite } from "@roompass/conformance";
import { subject as daily } from "@roompass/daily/conformance";
import { subject as livekit } from "@roompass/livekit/conformance";
import { subject as metered } from "@roompass/metered/conformance";
import { subject as videosdk } from "@roompass/videosdk/conformance";

const subjects = { daily, livekit, metered, videosdk };

export const vendors = Object.keys(subjects);

/** Counts, and the first cases that do not hold, with all that there is to know about them. */
export async function runConformance(vendor) {
  // Slow machines are not what is examined.
  const { results } = await runSuite(subjects[vendor], { timeoutMilliseconds: 60_000 });
  const counts = { pass: 0, fail: 0, skip: 0 };
  const failures = [];
  const digest = [];
  for (const { id, level, outcome, note, expected, actual, code } of results) {
    const kind = outcome === "pass" ? "pass" : outcome === "not-applicable" || level !== "MUST" ? "skip" : "fail";
    counts[kind] += 1;
    digest.push(`${id} ${outcome}`);
    if (kind === "fail" && failures.length < 20) failures.push({ id, outcome, note, code, expected, actual });
  }
  return { vendor, counts, failures, outcomes: digest };
}
