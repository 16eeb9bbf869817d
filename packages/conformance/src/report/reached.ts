import { type Profile, profileOf, profiles } from "../cases/case.js";
import type { CaseResult, Outcome } from "../run/result.js";

/** Outcomes that leave a claim standing; a known failure does not fail the run, and claims nothing either. */
export const fine: ReadonlySet<Outcome> = new Set(["pass", "not-applicable", "not-scored"]);

type Told = Pick<CaseResult, "id" | "category" | "level" | "outcome">;

/** The first of the generated cases: it is there where the subject issues tokens or plans requests for them. */
const issues = "core.manifest.example";

/**
 * What shows that a subject does what a profile is named for. Much of a profile can be examined without: an adapter that
 * checks no token at all refuses nothing wrongly.
 */
const shows: Readonly<Record<Profile, (one: Told) => boolean>> = {
  issue: ({ id }) => id === issues,
  decode: ({ category }) => profileOf[category] === "decode",
  verify: ({ category }) => category === "verify",
  translate: ({ category }) => profileOf[category] === "translate",
};

/**
 * The furthest profile whose MUST cases, and those of all profiles before it, pass or do not apply. A profile that nothing
 * shows ends the claim: the ones behind it include it.
 */
export function reached(results: readonly Told[]): Profile | undefined {
  let furthest: Profile | undefined;
  for (const profile of profiles) {
    const must = results.filter(
      ({ category, level, outcome }) => profileOf[category] === profile && level === "MUST" && outcome !== "not-scored",
    );
    if (must.some(({ outcome }) => !fine.has(outcome))) break;
    if (!must.some((one) => one.outcome === "pass" && shows[profile](one))) break;
    furthest = profile;
  }
  return furthest;
}
