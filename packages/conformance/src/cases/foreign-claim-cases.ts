import type { GrantPath } from "@roompass/core/adapter";
import { actualMove, pathsOf } from "../moves/actual-move.js";
import { type Source, sourceOf } from "../moves/source.js";
import { compare, gains } from "../order/index.js";
import { grantWith } from "../subject/example-values.js";
import { generatedNow as now } from "../subject/generated-now.js";
import type { Subject } from "../subject/subject.js";
import { exampleClaims } from "../tokens/example-claims.js";
import type { Json } from "../vectors/vector.js";
import type { Case, Observation } from "./case.js";
import { generatedCase } from "./generated-case.js";
import { slug } from "./slug.js";

const unknownName = "x-nobody-knows";
const unknownValue = "x-nobody-knows";

/**
 * Fields that have a documented set of values, so that any other text is one that nobody knows. Visibility is not among
 * them: neither of its values is less than the other.
 */
const closed: readonly GrantPath[] = [
  "entry",
  "rights.publish.camera",
  "rights.publish.screen",
  "rights.publish.data",
  "rights.subscribe",
  "rights.moderate.media",
  "rights.moderate.permissions",
  "rights.admit",
  "rights.record",
  "rights.livestream",
  "rights.transcribe",
];

function claimOf({ adapter }: Subject, path: GrantPath): string | undefined {
  return adapter.capabilities[path]?.claim;
}

const refusedPaths = (source: Source, to: Subject, policy = {}): readonly string[] =>
  pathsOf(actualMove(source, to.adapter, now, policy).refused ?? []);

/** A member that nobody knows may be a restriction: refused, unless the caller passes over it by its name. */
function observeUnknownMember(subject: Subject, to: Subject): Observation {
  const claims = exampleClaims(subject, now);
  const source = sourceOf(subject.adapter, { ...claims, [unknownName]: 1 });
  const plain = refusedPaths(sourceOf(subject.adapter, claims), to);
  return {
    expected: { refused: [...plain, `unknown.${unknownName}`].sort(), passedOver: plain },
    actual: {
      refused: refusedPaths(source, to),
      passedOver: refusedPaths(source, to, { ignoreUnknown: [unknownName] }),
    },
  };
}

/** A value that nobody knows gives nothing, and a token that has one does not translate. */
function observeValue(subject: Subject, to: Subject, claim: string, value: unknown): Observation {
  const { adapter } = subject;
  const claims = exampleClaims(subject, now);
  const plain = sourceOf(adapter, claims);
  const source = sourceOf(adapter, grantWith(claims, claim, value));
  const [before, after] = [plain.powers, source.powers];
  const gained = gains(compare(before, { ...after, words: before.words, saysMoreOf: [] }, place));
  return {
    expected: { isRefused: true, gained: [] },
    actual: { isRefused: refusedPaths(source, to).length > 0, gained },
  };
}

const place = { now, sameVendor: true, samePlace: true } as const;

const milliseconds = (now + 60) * 1000;

/** A time in milliseconds would be the year 59000, or for ever not yet. */
function observeMilliseconds(subject: Subject, to: Subject, claim: string): Observation {
  const claims = grantWith(exampleClaims(subject, now), claim, milliseconds);
  const isRefused = refusedPaths(sourceOf(subject.adapter, claims), to).length > 0;
  return { expected: { isRefused: true }, actual: { isRefused } };
}

/** Claims that are not what they seem, in tokens of the subject that go to its first partner. */
export function foreignClaimCases(subject: Subject, partners: readonly Subject[]): readonly Case[] {
  const [to] = partners;
  if (to === undefined) return [];
  const one = (name: string, comment: string, changed: Json, observe: () => Observation): Case =>
    generatedCase({
      id: `core.widening.${name}`,
      comment,
      category: "widening",
      flag: "Trap",
      asked: () =>
        Object.entries(changed).reduce(
          (claims, [claim, value]) => grantWith(claims, claim, value),
          exampleClaims(subject, now),
        ),
      observe,
    });
  const withClaim = closed.flatMap((path) => {
    const claim = claimOf(subject, path);
    return claim === undefined ? [] : [{ path, claim }];
  });
  const times = (["expiresAt", "notBefore"] as const).flatMap((path) => {
    const claim = claimOf(subject, path);
    return claim === undefined ? [] : [{ path, claim }];
  });
  return [
    one(
      "unknown-member",
      "a claim that nobody knows is refused, and passed over only by name",
      { [unknownName]: 1 },
      () => observeUnknownMember(subject, to),
    ),
    ...withClaim.flatMap(({ path, claim }) => [
      one(
        `unknown-value.${slug(path)}`,
        `a value of ${path} that nobody knows gives nothing`,
        { [claim]: unknownValue },
        () => observeValue(subject, to, claim, unknownValue),
      ),
      one(`mistyped-value.${slug(path)}`, `a value of ${path} of another type gives nothing`, { [claim]: 7 }, () =>
        observeValue(subject, to, claim, 7),
      ),
    ]),
    ...times.map(({ path, claim }) =>
      one(
        `milliseconds.${slug(path)}`,
        `${path} in milliseconds is refused, not taken for the year 59000`,
        { [claim]: milliseconds },
        () => observeMilliseconds(subject, to, claim),
      ),
    ),
  ];
}
