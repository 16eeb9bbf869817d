import { type AnyAdapter, type Authority, type Decoded, type Finding, grantPaths, type Native } from "@roompass/core";
import { sameValue } from "@roompass/core/kit";
import { clockTime, durationText, relativeTime } from "../text/times.js";
import type { Tone } from "../text/words.js";
import { claimEffects, type Effect } from "./claim-effects.js";
import { type LeafClaim, leafClaims, mostLeaves, onlyLeaf, withoutLeaf } from "./leaf-claims.js";

/** Where a fact about a claim was read. */
export interface Reference {
  readonly source: string;
  readonly asOf: string;
}

/** One claim, explained: what it is called, what it says, and what it does. */
export interface ExplainedClaim {
  readonly path: string;
  readonly value: unknown;
  /** The vendor's documented property; `undefined` where nobody knows the claim. */
  readonly property: string | undefined;
  /** The value in words, where it has a unit. */
  readonly meaning: string | undefined;
  readonly effects: readonly Effect[];
  readonly notes: readonly string[];
  readonly references: readonly Reference[];
  readonly findings: readonly Finding[];
}

/** A content of claims, as one adapter reads it. */
export interface ClaimsReading {
  readonly native: Native<unknown>;
  readonly decoded: Decoded;
  readonly authority: Authority;
}

type Claims = Readonly<Record<string, unknown>>;

function readClaims(adapter: AnyAdapter, claims: Claims): ClaimsReading {
  const native: Native<unknown> = adapter.fromClaims(claims);
  return { native, decoded: adapter.decode(native), authority: adapter.authority(native, {}) };
}

/** The names of the properties that a claim becomes, two levels deep: `permissions.canSend`. */
function propertyNames(properties: unknown): string[] {
  if (typeof properties !== "object" || properties === null) return [];
  return Object.entries(properties).flatMap(([name, value]) => {
    const isEnvelope = typeof value === "object" && value !== null && !Array.isArray(value);
    const inner = isEnvelope ? Object.keys(value) : [];
    return inner.length === 0 ? [name] : inner.map((member) => `${name}.${member}`);
  });
}

/** Seconds in words: an instant where it moves a time, a length where it limits a stay. */
function meaningOf(value: unknown, effects: readonly Effect[], path: string, now: number): string | undefined {
  if (typeof value !== "number") return undefined;
  const paths = effects.map((effect) => effect.path);
  if (paths.includes("stay.maxSeconds")) return durationText(value);
  const isInstant = paths.some((name) => name === "expiresAt" || name === "notBefore" || name === "issuedAt");
  // A not-before that has no effect any more, and a time that could not be read, are instants all the same.
  if (!isInstant && !/(?:^|\.)(?:exp|nbf|iat)$|UnixSec$/.test(path)) return undefined;
  return `${clockTime(value)} (${relativeTime(value, now)})`;
}

function factsOf(adapter: AnyAdapter, path: string, effects: readonly Effect[], property: string | undefined) {
  const touched = new Set(effects.map((effect) => effect.path));
  const claimed = grantPaths.filter((grantPath) => {
    const { claim } = adapter.capabilities[grantPath];
    return touched.has(grantPath) && claim?.split(", ").includes(path) === true;
  });
  const capabilities = claimed.map((grantPath) => adapter.capabilities[grantPath]);
  const last = property?.slice(property.lastIndexOf(".") + 1) ?? "";
  const rule = [property ?? "", last].map((name) =>
    Object.hasOwn(adapter.residueRules, name) ? adapter.residueRules[name] : undefined,
  )[0];
  const facts = [...capabilities, ...(rule === undefined || capabilities.length > 0 ? [] : [rule])];
  // One claim may carry many rights, and then the rights themselves say more than a note on each.
  const notes = [...new Set(facts.flatMap(({ note }) => note ?? []))].slice(0, 2);
  const references = facts.map(({ source, asOf }) => ({ source, asOf }));
  return {
    notes,
    references: references.filter((one, index) => references.findIndex((other) => sameValue(one, other)) === index),
  };
}

function isAbout(finding: Finding, path: string): boolean {
  const at = finding.path?.replace(/^claims\./, "");
  return at === path || at?.startsWith(`${path}.`) === true || at?.startsWith(`${path}[`) === true;
}

/**
 * Explains the claims one by one. What a claim does is found by reading the token without it: whatever then reads
 * differently is its doing. No table of claims is needed, and none can be out of date.
 */
export function explainClaims(
  adapter: AnyAdapter,
  claims: Claims,
  findings: readonly Finding[],
  now: number,
): { readonly rows: readonly ExplainedClaim[]; readonly left: number } {
  const leaves = leafClaims(claims);
  const whole = readClaims(adapter, claims);
  const explain = (leaf: LeafClaim): ExplainedClaim => {
    const path = leaf.steps.join(".");
    const alone = readClaims(adapter, onlyLeaf(leaf)).native;
    const property = propertyNames(alone.properties).filter((name) => name !== "")[0];
    const effects = claimEffects(adapter, whole, readClaims(adapter, withoutLeaf(claims, leaf.steps)));
    const facts = factsOf(adapter, path, effects, property);
    return {
      path,
      value: leaf.value,
      property,
      meaning: meaningOf(leaf.value, effects, path, now),
      effects,
      notes: facts.notes,
      references: facts.references,
      findings: findings.filter((finding) => isAbout(finding, path)),
    };
  };
  return { rows: leaves.slice(0, mostLeaves).map(explain), left: Math.max(0, leaves.length - mostLeaves) };
}

/** How a claim is coloured: the worst of what it does. */
export function toneOf({ effects, property, findings }: ExplainedClaim): Tone {
  if (findings.some(({ severity }) => severity === "error")) return "bad";
  if (property === undefined) return "caution";
  return effects[0]?.tone ?? "quiet";
}
