import { plainGrant, tokenFor } from "../moves/make-source.js";
import { claimAt, claimPlaces, withClaim } from "../moves/odd-claims.js";
import type { Source } from "../moves/source.js";
import { generatedNow as now } from "../subject/generated-now.js";
import type { Subject } from "../subject/subject.js";
import { frozen } from "../vectors/freeze.js";
import type { Json } from "../vectors/vector.js";
import type { Case, Observation } from "./case.js";
import { generatedCase } from "./generated-case.js";
import { type MadeSource, madeSources } from "./made-sources.js";

const rank = { no: 0, possible: 1, likely: 2, certain: 3 } as const;
type Sureness = keyof typeof rank;

/** How sure the adapter is of a token with these claims; what is none of the documented words is no answer. */
function surenessOf({ adapter }: Subject, claims: Json): Sureness | "unclear" {
  const header = { alg: adapter.header.algorithms[0], typ: "JWT" };
  const answer = adapter.recognize({ header, claims: frozen(claims) }) ?? undefined;
  if (answer === undefined) return "no";
  const { confidence, reason } = answer;
  if (!Object.hasOwn(rank, confidence) || confidence === ("no" as string)) return "unclear";
  return typeof reason === "string" && reason.trim() !== "" ? confidence : "unclear";
}

const isSurer = (one: Sureness | "unclear", other: Sureness | "unclear"): boolean =>
  one === "unclear" || (other !== "unclear" && rank[one] > rank[other]);

/** A value of another kind in place of one: names alone are no evidence. */
const ofAnotherKind = (value: unknown): unknown => {
  if (Array.isArray(value)) return 7;
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, ofAnotherKind(member)]));
  }
  return typeof value === "number" ? "x-odd" : 7;
};

/** Claims that RFC 7519 and OpenID Connect register: anybody's tokens have them. */
const registered: Json = {
  iss: "https://example.com",
  sub: "u-1",
  aud: "somebody",
  exp: now + 3600,
  nbf: now,
  iat: now,
  jti: "5f0c",
  name: "Ada",
  email: "ada@example.com",
};

const plainSource = (subject: Subject): Source => tokenFor(subject, plainGrant(subject, now) as never, now).source;

function observeLess(subject: Subject): Observation {
  const { claims } = plainSource(subject);
  const whole = surenessOf(subject, claims);
  const surer = claimPlaces([plainSource(subject)]).flatMap(({ names }) => {
    const without = surenessOf(subject, withClaim(claims, names, undefined));
    const bent = surenessOf(subject, withClaim(claims, names, ofAnotherKind(claimAt(claims, names))));
    return [
      ...(isSurer(without, whole) ? [`without ${names.join(".")}`] : []),
      ...(isSurer(bent, whole) ? [`with another ${names.join(".")}`] : []),
    ];
  });
  return { expected: { surer: [] }, actual: { surer } };
}

function observeNothing(subject: Subject): Observation {
  const certain = (claims: Json): boolean => ["certain", "unclear"].includes(surenessOf(subject, claims));
  return {
    expected: { ofNothing: "no", isSureOfAnybody: false, isSureOfNames: false },
    actual: {
      ofNothing: surenessOf(subject, {}),
      isSureOfAnybody: certain(registered),
      isSureOfNames: certain(ofAnotherKind(plainSource(subject).claims) as Json),
    },
  };
}

/** Whatever one's own tokens say beyond the plain one, they are one's own, and no less than that one. */
function observeOwn(subject: Subject, sources: readonly MadeSource[]): Observation {
  const isMarked = surenessOf(subject, plainSource(subject).claims) === "certain";
  const strange = sources.filter(({ source }) => {
    const { claims } = source();
    if (Object.keys(claims).length === 0) return false;
    const sureness = surenessOf(subject, claims);
    return isMarked ? sureness !== "certain" : sureness === "no" || sureness === "unclear";
  });
  return { expected: { strange: [] }, actual: { strange: strange.map(({ said }) => `${said.path} ${said.name}`) } };
}

const oddMembers: readonly unknown[] = [null, 7, true, "", ["x-odd"], { "x-odd": "x-odd" }];
const headerNames = ["alg", "typ", "kid", "cty", "iss", "x-odd"];

/** Header and claims are whatever somebody wrote: an answer comes all the same, since the others still have to be asked. */
function observeThrown(subject: Subject): Observation {
  const { claims } = plainSource(subject);
  const evidence = oddMembers.flatMap((odd) => [
    ...headerNames.map((name) => ({ at: `header ${name}`, header: { [name]: odd }, claims })),
    ...Object.keys(claims).map((name) => ({ at: `claim ${name}`, header: {}, claims: withClaim(claims, [name], odd) })),
  ]);
  const threw = evidence.flatMap(({ at, header, claims: given }) => {
    try {
      subject.adapter.recognize(frozen({ header, claims: given }));
      return [];
    } catch {
      return [at];
    }
  });
  return { expected: { threw: [] }, actual: { threw: [...new Set(threw)] } };
}

/** What an adapter takes for evidence. */
export function recognitionCases(subject: Subject): readonly Case[] {
  const one = (id: string, comment: string, asked: () => unknown, observe: () => Observation): Case =>
    generatedCase({ id: `core.decode.${id}`, comment, category: "decode", flag: "Recognized", asked, observe });
  const claims = () => plainSource(subject).claims;
  return [
    one("less-evidence", "a token with a claim less, or with another value in it, is known no better", claims, () =>
      observeLess(subject),
    ),
    one("no-evidence", "no claims, anybody's claims, and one's own names with other values prove nothing", claims, () =>
      observeNothing(subject),
    ),
    one(
      "any-evidence",
      "a header and claims with values of any kind are an answer's matter, and never thrown at",
      claims,
      () => observeThrown(subject),
    ),
    one("all-its-own", "every token of the vendor's is recognized, as surely as a plain one", claims, () =>
      observeOwn(subject, madeSources(subject)),
    ),
  ];
}
