import type { AnyAdapter } from "@roompass/core/adapter";
import { actualMove } from "../moves/actual-move.js";
import { expectedMove } from "../moves/expected-move.js";
import { drivenBySuite, type Judgement, judgeMove } from "../moves/judge-move.js";
import { plainGrant } from "../moves/make-source.js";
import type { MovePolicy } from "../moves/target-request.js";
import { compare, gains, type Powers, type Right } from "../order/index.js";
import { counterExample } from "../random/counter-example.js";
import { type Generator, generatorFor } from "../random/generator.js";
import { grantWithout, randomGrant } from "../random/random-grant.js";
import { tokenOfGrant } from "../random/random-token.js";
import { shrunk } from "../random/shrink.js";
import { sameValue } from "../run/same-value.js";
import { grantAt, grantWith } from "../subject/example-values.js";
import { generatedNow as now } from "../subject/generated-now.js";
import { rightNames } from "../subject/grant-paths.js";
import type { Subject } from "../subject/subject.js";
import { hasOwnClaim } from "../tokens/recipe.js";
import type { Json } from "../vectors/vector.js";
import type { Case, Observation } from "./case.js";
import { generatedCase } from "./generated-case.js";
import type { GeneratedFlag } from "./notes.js";

/** How many random grants of each kind, for one ordered pair. */
export const runs = { random: 40, monotone: 8, strict: 8 } as const;

const policies: readonly [MovePolicy, ...MovePolicy[]] = [
  {},
  {},
  { allowNoExpiry: true },
  { assume: "nothing" },
  { assume: "nothing", allowNoExpiry: true },
  { strict: true },
];

const holds = ({ expected, actual }: Judgement): boolean => sameValue(expected, actual);

interface Pair {
  readonly from: Subject;
  readonly to: Subject;
  readonly seed: number;
}

const nameOf = ({ from, to }: Pair): string => `${from.adapter.vendor} to ${to.adapter.vendor}`;

/** A judgement of the token that a grant becomes; nothing where it becomes none. */
function judge({ from, to }: Pair, grant: Json, policy: MovePolicy) {
  const token = tokenOfGrant(from, grant, now);
  return token === undefined
    ? undefined
    : { ...token, judgement: judgeMove(token.source, to.adapter, now, policy, drivenBySuite) };
}

function observeRandom(pair: Pair): Observation {
  const random = generatorFor(pair.seed, nameOf(pair));
  for (let run = 1; run <= runs.random; run++) {
    const grant = randomGrant(pair.from, random, now);
    const policy = random.pick(policies);
    const found = judge(pair, grant, policy);
    if (found === undefined || holds(found.judgement)) continue;
    const fails = (smaller: Json): boolean => {
      const judged = judge(pair, smaller, policy);
      return judged !== undefined && !holds(judged.judgement);
    };
    const smallest = judge(pair, shrunk(found.grant, plainGrant(pair.from, now), fails), policy) ?? found;
    const { expected, actual } = smallest.judgement;
    const told = { seed: pair.seed, run, policy: policy as Json };
    const vector = counterExample(smallest.source, pair.to.adapter.vendor, smallest.judgement, told);
    return { expected: { ...expected, counterexample: null }, actual: { ...actual, counterexample: vector } };
  }
  return { expected: { counterexample: null }, actual: { counterexample: null } };
}

const steps = 8;

/** What one thing less makes of a grant: a right that is not given, or denied, and closer limits. Some of all. */
function lesserGrants(grant: Json, random: Generator): Json[] {
  const given = rightNames.filter((path) => ![undefined, false].includes(grantAt(grant, path) as boolean | undefined));
  const all = [
    ...given.map((path) => grantWith(grant, path, false)),
    ...given.map((path) => grantWithout(grant, path)),
    grantWith(grant, "entry", "ask"),
    grantWith(grant, "stay.maxSeconds", 60),
    grantWith(grant, "expiresAt", now + 30),
  ];
  const start = random.below(all.length);
  const stride = Math.max(1, Math.floor(all.length / steps));
  return all.slice(0, steps).map((_, step) => all[(start + step * stride) % all.length] as Json);
}

const samePlace = { now, sameVendor: true, samePlace: true } as const;

/**
 * What the lesser token has become more than the whole one. Where one claim says several rights, one that the whole token
 * had to leave out of it may hold by default where the lesser one needs no such claim at all.
 */
function gainsOfLess(to: AnyAdapter, whole: Powers, less: Powers): readonly string[] {
  const isSilence = (path: string): boolean => !["allow", "possible", undefined].includes(less.can[path as Right]);
  return gains(compare(whole, less, samePlace)).filter((path) => !isSilence(path) || hasOwnClaim(to, path));
}

/** Where the lesser token has become more than the whole one. */
function observeMonotone(pair: Pair): Observation {
  const random = generatorFor(pair.seed, `${nameOf(pair)}, monotone`);
  const { from, to } = pair;
  for (let run = 1; run <= runs.monotone; run++) {
    const whole = tokenOfGrant(from, randomGrant(from, random, now), now);
    const move = whole === undefined ? undefined : expectedMove(whole.source, to.adapter, now);
    if (whole === undefined || move === undefined || move.refused.length > 0) continue;
    const { before, after } = move;
    for (const grant of lesserGrants(whole.grant, random)) {
      const less = tokenOfGrant(from, grant, now);
      if (less === undefined || gains(compare(before, less.source.powers, samePlace)).length > 0) continue;
      const part = expectedMove(less.source, to.adapter, now);
      const gained = part.refused.length > 0 ? [] : gainsOfLess(to.adapter, after, part.after);
      if (gained.length === 0) continue;
      const shown = { whole: whole.source.claims, less: less.source.claims, becomes: part.native.properties };
      return { expected: { gained: [] }, actual: { gained, ...shown } };
    }
  }
  return { expected: { gained: [] }, actual: { gained: [] } };
}

/** `strict` lets through exactly what is certain, and that as it is without it. */
function observeStrict(pair: Pair): Observation {
  const random = generatorFor(pair.seed, `${nameOf(pair)}, strict`);
  for (let run = 1; run <= runs.strict; run++) {
    const token = tokenOfGrant(pair.from, randomGrant(pair.from, random, now), now);
    if (token === undefined) continue;
    const { refused } = expectedMove(token.source, pair.to.adapter, now, { strict: true });
    const strict = actualMove(token.source, pair.to.adapter, now, { strict: true });
    const loose = refused.length > 0 ? undefined : actualMove(token.source, pair.to.adapter, now);
    const actual = {
      isAccepted: strict.moved !== undefined,
      properties: strict.moved?.properties,
      claims: token.source.claims,
    };
    const isAccepted = refused.length === 0;
    const properties = isAccepted ? loose?.moved?.properties : undefined;
    const expected = { isAccepted, properties, claims: token.source.claims };
    if (!sameValue(expected, actual)) return { expected, actual };
  }
  return { expected: { isAsExpected: true }, actual: { isAsExpected: true } };
}

interface Kind {
  readonly name: keyof typeof runs;
  readonly flag: GeneratedFlag;
  readonly comment: string;
  readonly observe: (pair: Pair) => Observation;
}

const kinds: readonly Kind[] = [
  {
    name: "random",
    flag: "RandomGrant",
    comment: "none comes out stronger, and every law holds",
    observe: observeRandom,
  },
  { name: "monotone", flag: "Monotone", comment: "less in is never more out", observe: observeMonotone },
  { name: "strict", flag: "StrictPolicy", comment: "`strict` lets through what is certain", observe: observeStrict },
];

/** Random grants on every way between the subject and its partners. The seed is part of what a failure tells. */
export function randomCases(subject: Subject, partners: readonly Subject[], seed: number): readonly Case[] {
  return partners.flatMap((partner) =>
    (["to", "from"] as const).flatMap((direction) => {
      const [from, to] = direction === "to" ? [subject, partner] : [partner, subject];
      const way = `${from.adapter.displayName} to ${to.adapter.displayName}`;
      return kinds.map(
        ({ name, flag, comment, observe }): Case =>
          generatedCase({
            id: `core.widening.${name}.${direction}.${partner.adapter.vendor}`,
            comment: `${runs[name]} random grants of seed ${seed}, ${way}: ${comment}`,
            category: "widening",
            flag,
            asked: () => ({
              grants: `${runs[name]} of chance`,
              seed,
              from: from.adapter.vendor,
              to: to.adapter.vendor,
            }),
            observe: () => observe({ from, to, seed }),
          }),
      );
    }),
  );
}
