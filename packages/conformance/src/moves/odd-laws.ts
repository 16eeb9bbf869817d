import type { AnyAdapter } from "@roompass/core/adapter";
import { compare, gains, type Powers } from "../order/index.js";
import { refusalOf } from "../run/refusal.js";
import { sameValue } from "../run/same-value.js";
import { generatedNow as now } from "../subject/generated-now.js";
import { grant as grantForm } from "../vectors/format/grant.js";
import { plain } from "../vectors/freeze.js";
import type { Json } from "../vectors/vector.js";
import { findingProblems } from "./forms.js";
import type { OddClaims } from "./odd-claims.js";
import { type Source, sourceOf } from "./source.js";
import { contradictions } from "./stated-powers.js";
import { undefinedMembers } from "./undefined-members.js";

const place = { now, sameVendor: true, samePlace: true } as const;

const isError = ({ severity }: Source["native"]["findings"][number]): boolean => severity === "error";

/** Paths at which the one may do more than the other. Neither way of being seen is less; what nobody says is the same. */
function gainsOver(before: Powers, after: Powers): readonly string[] {
  const unsaid = { ...after, words: before.words, saysMoreOf: [] };
  const isUnsaid = after.until.least === "not said" || after.until.most === "not said";
  const anyhow = new Set(["rights.visible", ...(isUnsaid ? ["expiresAt"] : [])]);
  return gains(compare(before, unsaid, place)).filter((path) => !anyhow.has(path));
}

/** What the same token gives without the odd claim, and what it gave before the claim was odd. */
export interface Neighbours {
  readonly without: () => Powers;
  readonly before: () => Powers;
}

/** What nobody could read gives no more than its absence, and of a list no more than what else stands in it. */
function gainsOfUnread({ powers }: Source, { without, before }: Neighbours): readonly string[] {
  const overNothing = gainsOver(without(), powers);
  if (overNothing.length === 0) return [];
  const overBefore = new Set(gainsOver(before(), powers));
  return overNothing.filter((path) => overBefore.has(path)).map((path) => `gives ${path}, though nobody could read it`);
}

/** Some content can only be asked for by a request: no claims stand for it. */
function writtenBy(adapter: AnyAdapter, native: Source["native"]): Json | undefined {
  try {
    return plain(adapter.toClaims(native)) as Json;
  } catch (error) {
    if (refusalOf(error) === undefined) throw error;
    return undefined;
  }
}

/** What is read without a word is written again as it was; what was told is written in the one form that stays. */
function changesOfRead(adapter: AnyAdapter, { claims, native, powers }: Source): readonly string[] {
  const written = writtenBy(adapter, native);
  if (written === undefined) return [];
  const isSame = sameValue(written, claims);
  if (native.findings.length === 0 && !isSame) return ["changed without a word"];
  if (isSame) return [];
  const again = sourceOf(adapter, written);
  const gained = gainsOver(powers, again.powers);
  return [
    ...(again.native.findings.some(isError) ? ["written so that nobody can read it"] : []),
    ...(sameValue(plain(again.decoded), plain(adapter.decode(native))) ? [] : ["says something else when written"]),
    ...gained.map((path) => `gives ${path} when written`),
  ];
}

/** What an adapter makes of a token that has one odd claim, as far as it is wrong whatever the claim means. */
export function oddProblems(adapter: AnyAdapter, { claims }: OddClaims, neighbours: Neighbours): readonly string[] {
  const source = sourceOf(adapter, claims);
  const { native, decoded, authority } = source;
  const { issuance } = decoded;
  const form = grantForm.safeParse(plain({ ...decoded.grant, extensions: undefined }));
  const isUnread = native.findings.some(isError);
  return [
    ...[...native.findings, ...adapter.lint(native, { now })].flatMap(findingProblems),
    ...(form.success ? [] : form.error.issues.map(({ path }) => `no grant at ${path.join(".")}`)),
    ...undefinedMembers({ ...decoded, properties: native.properties }).map((path) => `${path} is undefined`),
    // Of an expiry that nobody knows the authority has nothing to say.
    ...undefinedMembers({ ...authority, window: {} }).map((path) => `${path} of the authority is undefined`),
    ...(issuance.tenant === authority.tenant ? [] : ["of two accounts"]),
    ...(isUnread ? gainsOfUnread(source, neighbours) : changesOfRead(adapter, source)),
    ...(isUnread ? [] : contradictions(source).map(({ path }) => `states what it does not hold at ${path}`)),
  ];
}
