import type { Grant } from "@roompass/core/adapter";
import { sameValue } from "../run/same-value.js";
import { grantAt, grantWith } from "../subject/example-values.js";
import { grantPaths } from "../subject/grant-paths.js";
import type { Subject } from "../subject/subject.js";
import { hasClaim, requiredClaim } from "../tokens/recipe.js";
import { frozen } from "../vectors/freeze.js";
import type { Json } from "../vectors/vector.js";
import { plainGrant, tokenFor } from "./make-source.js";
import { type Source, sourceOf } from "./source.js";

/** One of these is what a property often takes that only its vendor knows. */
const candidates: readonly unknown[] = ["blue", true, 1, ["blue"], { a: "blue" }];

/** The objects in which the vendor's claims stand, by the adapter's own table. */
export function bagsOf({ adapter }: Subject): readonly string[] {
  const claims = grantPaths.flatMap((path) => (hasClaim(adapter, path) ? [requiredClaim(adapter, path)] : []));
  return [...new Set(claims.map((parts) => parts.slice(0, -1).join(".")).filter((bag) => bag !== ""))];
}

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Claims with others in them, objects member by member. */
function merged(claims: Json, more: Json): Json {
  const members = Object.entries(more).map(([name, value]) => {
    const had = claims[name];
    return [name, isObject(had) && isObject(value) ? merged(had, value) : value] as const;
  });
  return { ...claims, ...Object.fromEntries(members) };
}

const isReadable = ({ native }: Source): boolean => native.findings.every(({ severity }) => severity !== "error");

/** Asked for by its name; claims that the vendor itself takes as a sample; or found by trying where its name can stand. */
function* sources(subject: Subject, name: string, now: number): Generator<Source> {
  const { adapter, example } = subject;
  const plain = plainGrant(subject, now);
  const { claims } = tokenFor(subject, plain as unknown as Grant, now).source;
  const sample = example?.residue?.[name];
  if (sample !== undefined) yield sourceOf(adapter, frozen(merged(claims, sample)));
  for (const value of candidates) {
    const grant = grantWith(plain, `extensions.${adapter.vendor}`, { [name]: value }) as unknown as Grant;
    const { source, isWhole } = tokenFor(subject, grant, now);
    if (isWhole && !sameValue(source.claims, claims)) yield source;
  }
  for (const place of [name, ...bagsOf(subject).map((bag) => `${bag}.${name}`)]) {
    if (grantAt(claims, place) !== undefined) continue;
    for (const value of candidates) yield sourceOf(adapter, frozen(grantWith(claims, place, value)));
  }
}

/** A token with a property that has no neutral name, told where one of them is; undefined where none is found. */
export function residueSource(subject: Subject, name: string, now: number): Source | undefined {
  let untold: Source | undefined;
  for (const source of sources(subject, name, now)) {
    if (!isReadable(source)) continue;
    if (Object.hasOwn(source.decoded.residue, name)) return source;
    if (Object.hasOwn(source.native.properties as object, name)) untold ??= source;
  }
  return untold;
}
