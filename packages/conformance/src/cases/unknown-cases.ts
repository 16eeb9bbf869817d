import type { AnyAdapter } from "@roompass/core/adapter";
import { type ClaimPlace, claimAt, claimPlaces, placeSlug, withClaim } from "../moves/odd-claims.js";
import { bagsOf } from "../moves/residue-source.js";
import { sourceOf } from "../moves/source.js";
import { targetRequest } from "../moves/target-request.js";
import { sameValue } from "../run/same-value.js";
import { grantAt, grantWith } from "../subject/example-values.js";
import { generatedNow as now } from "../subject/generated-now.js";
import type { Subject } from "../subject/subject.js";
import { exampleClaims } from "../tokens/example-claims.js";
import { plain } from "../vectors/freeze.js";
import type { Json } from "../vectors/vector.js";
import type { Case, Observation } from "./case.js";
import { generatedCase } from "./generated-case.js";
import { type MadeSource, madeSources } from "./made-sources.js";

const name = "x-nobody-knows";

/** Values of every JSON type, since each of them gets lost in its own way. */
const values: Readonly<Record<string, unknown>> = {
  text: "blue",
  empty: "",
  zero: 0,
  false: false,
  null: null,
  list: [1, [], { a: null }],
  object: { a: { b: [true, { c: "" }] }, toString: "own", constructor: 1 },
};

/** The member is kept where it stood, told as unknown, written again, and changes nothing of what the token grants. */
function observeKept(adapter: AnyAdapter, before: Json, path: string, value: unknown): Observation {
  const claims = grantWith(before, path, value);
  const [without, { native, decoded, authority }] = [sourceOf(adapter, before), sourceOf(adapter, claims)];
  const written = adapter.encode(targetRequest(decoded, authority, true, {})).native;
  return {
    expected: plain({ claims, unknown: value, writtenAnew: value, grant: without.decoded.grant }),
    actual: plain({
      claims: adapter.toClaims(native),
      unknown: grantAt(decoded.unknown, path),
      writtenAnew: grantAt(adapter.toClaims(written), path),
      grant: decoded.grant,
    }),
  };
}

const isBag = (value: unknown): boolean => typeof value === "object" && value !== null && !Array.isArray(value);

/** One member in claims that are known but for it. */
function oneCase(adapter: AnyAdapter, id: string, comment: string, member: Member): Case {
  const { claims, path, value } = member;
  return generatedCase({
    id: `core.unknown.${id}`,
    comment,
    category: "unknown",
    flag: "UnknownKept",
    asked: () => grantWith(claims(), path, value),
    observe: () => observeKept(adapter, claims(), path, value),
  });
}

interface Member {
  readonly claims: () => Json;
  readonly path: string;
  readonly value: unknown;
}

/** In an object whose names are the callers', it may be one of theirs: it is kept all the same, or told to be unreadable. */
function observeInside({ adapter }: Subject, { names, claims }: ClaimPlace): Observation {
  const place = [...names, name];
  const lost = Object.entries(values).flatMap(([kind, value]) => {
    const { native, decoded, authority, claims: read } = sourceOf(adapter, withClaim(claims, place, value));
    if (native.findings.some(({ severity }) => severity === "error")) return [];
    const written = adapter.encode(targetRequest(decoded, authority, true, {})).native;
    const ways = { "read and written": native, "written anew": written };
    return Object.entries(ways)
      .filter(
        ([, content]) => !sameValue(claimAt(plain(adapter.toClaims(content)) as Json, place), claimAt(read, place)),
      )
      .map(([way]) => `${kind}, ${way}`);
  });
  return { expected: { lost: [] }, actual: { lost } };
}

/** One case for each object in the vendor's claims, however deep. */
function insideCases(subject: Subject, sources: readonly MadeSource[]): readonly Case[] {
  const made = sources.flatMap(({ source }) => {
    try {
      return [source()];
    } catch {
      // What cannot be made fails in cases of its own.
      return [];
    }
  });
  const { claim } = subject.adapter.capabilities["participant.metadata"] ?? {};
  return claimPlaces(made, isBag)
    .filter((place) => place.names.join(".") !== claim)
    .map((place) =>
      generatedCase({
        id: `core.unknown.inside.${placeSlug(place)}`,
        comment: `an unknown member of ${place.names.join(".")} is kept where it stood, or told to be unreadable`,
        category: "unknown",
        flag: "UnknownKept",
        asked: () => withClaim(place.claims, [...place.names, name], "blue"),
        observe: () => observeInside(subject, place),
      }),
    );
}

/** Members that nobody knows: beside the claims, and in each object that the vendor's claims stand in. */
export function unknownCases(subject: Subject): readonly Case[] {
  const { adapter } = subject;
  const sources = madeSources(subject);
  const beside = Object.entries(values).map(([kind, value]) =>
    oneCase(adapter, `beside.${kind}`, `an unknown claim is kept as it is: ${kind}`, {
      claims: () => exampleClaims(subject, now),
      path: name,
      value,
    }),
  );
  const inside = bagsOf(subject).flatMap((bag) => {
    const claims = (): Json => {
      const made = sources.map(({ source }) => source()).find((one) => isBag(grantAt(one.claims, bag)));
      if (made === undefined) throw new Error(`No token of ${adapter.vendor} has ${bag}.`);
      return made.claims;
    };
    return Object.entries(values).map(([kind, value]) =>
      oneCase(adapter, `in-${bag.toLowerCase()}.${kind}`, `an unknown member of ${bag} is kept as it is: ${kind}`, {
        claims,
        path: `${bag}.${name}`,
        value,
      }),
    );
  });
  return [...beside, ...inside, ...insideCases(subject, sources)];
}
