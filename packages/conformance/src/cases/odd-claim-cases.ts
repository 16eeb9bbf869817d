import { type ClaimPlace, claimPlaces, oddClaims, placeSlug, withoutClaim } from "../moves/odd-claims.js";
import { oddProblems } from "../moves/odd-laws.js";
import { residueSource } from "../moves/residue-source.js";
import { sourceOf } from "../moves/source.js";
import { generatedNow as now } from "../subject/generated-now.js";
import type { Subject } from "../subject/subject.js";
import type { Case, Observation } from "./case.js";
import { generatedCase } from "./generated-case.js";
import { madeSources } from "./made-sources.js";

/** Asked for by many values, and the same for each. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function observe({ adapter }: Subject, place: ClaimPlace): Observation {
  const neighbours = {
    without: once(() => sourceOf(adapter, withoutClaim(place)).powers),
    before: once(() => sourceOf(adapter, place.claims).powers),
  };
  const wrong = oddClaims(place).flatMap((odd) => {
    const problems = oddProblems(adapter, odd, neighbours);
    return problems.length === 0 ? [] : [{ value: odd.name, problems: [...new Set(problems)] }];
  });
  return { expected: { wrong: [] }, actual: { wrong } };
}

/**
 * Every claim that the adapter's own tokens have, with values of every kind in its place, and without it. Whatever the
 * claim means: what is read is kept or told, what nobody can read gives nothing, and the grant is one.
 */
export function oddClaimCases(subject: Subject): readonly Case[] {
  const made = madeSources(subject).map(({ source }) => source);
  const residue = Object.keys(subject.adapter.residueRules).map((name) => () => residueSource(subject, name, now));
  const sources = [...made, ...residue].flatMap((make) => {
    try {
      return make() ?? [];
    } catch {
      // What cannot be made fails in cases of its own.
      return [];
    }
  });
  const seen = new Set<string>();
  return claimPlaces(sources).flatMap((place) => {
    const id = `core.decode.odd.${placeSlug(place)}`;
    if (seen.has(id)) return [];
    seen.add(id);
    const name = place.names.join(".");
    return [
      generatedCase({
        id,
        comment: `\`${name}\` with odd values: kept or told, and nothing is given that nobody could read`,
        category: "decode",
        flag: "OddClaim",
        asked: () => ({ claim: name, beside: place.claims }),
        observe: () => observe(subject, place),
      }),
    ];
  });
}
