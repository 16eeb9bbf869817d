import { isDeepStrictEqual } from "node:util";
import { compare, gains, type Outcome, type Outcomes, type Place, type Powers } from "@roompass/conformance/order";
import type { Translated, TranslationPolicy } from "@roompass/core";
import type { AnyAdapter, Authority, RightPath } from "@roompass/core/adapter";
import { ceilingOfAuthority } from "../../../core/src/testing/internals.ts";
import { powersOf, type Settings } from "./spaces/spaces.ts";
import { adapters, attempt, now, readingOf, unfolded, type Vendor } from "./vendors.ts";

type Claims = Readonly<Record<string, unknown>>;

/** A policy of the caller's, and what it makes of the second opinion. */
export interface Stance {
  readonly name: string;
  readonly policy: TranslationPolicy;
  /** How many tokens of each pair a sampled run translates under it. */
  readonly share: number;
  readonly settings?: Settings;
  readonly assumesNothing?: boolean;
}

export const stances: readonly [Stance, ...Stance[]] = [
  { name: "plain", policy: {}, share: 320 },
  {
    name: "helped",
    policy: {
      narrow: { room: "room-a", expiresAt: now + 1800, participant: { id: "u_1" } },
      rooms: { target: { enable_knocking: true } },
    },
    settings: { knocks: true },
    share: 140,
  },
  { name: "nothing", policy: { assume: "nothing" }, assumesNothing: true, share: 80 },
  { name: "strict", policy: { strict: true }, share: 30 },
];

/** What `narrow` leaves of a source: a room where it had every room, an earlier end, and one person. */
export function narrowed(before: Powers, { narrow }: TranslationPolicy): Powers {
  const end = narrow?.expiresAt;
  const least = before.until.least;
  const until = typeof end === "number" && (typeof least !== "number" || end < least) ? end : least;
  const person = narrow?.participant?.id;
  const room = typeof narrow?.room === "string" ? narrow.room : undefined;
  return {
    ...before,
    ...(typeof end === "number" ? { until: { least: until, most: until } } : {}),
    ...(room === undefined ? {} : { room: { least: room, most: room } }),
    ...(person === undefined ? {} : { person: { least: person, most: person } }),
  };
}

/** The claims of a new token. Several ways to record are a claim, too, though only a request can mint them. */
export function claimsOfMoved(vendor: Vendor, { native }: Translated): Claims {
  const adapter: AnyAdapter = adapters[vendor];
  const { enable_recording: ways, ...properties } = native.properties as Claims;
  if (!Array.isArray(ways)) return adapter.toClaims(native);
  return { ...adapter.toClaims({ ...native, properties }), er: ways };
}

const kindOf: Readonly<Record<Outcome, string>> = {
  equal: "exact",
  assumed: "assumed",
  advisory: "advisory",
  moved: "moved",
  narrowed: "narrowed",
  wider: "widened",
  incomparable: "widened",
};

/** What the report calls otherwise than the second opinion does, path by path. */
export function misreported(moved: Translated, outcomes: Outcomes, touched: readonly string[]): string[] {
  const kinds = new Map(moved.report.flatMap((entry) => unfolded([entry]).map((path) => [path, entry.kind] as const)));
  return Object.entries(outcomes).flatMap(([path, outcome]) => {
    if (path === "room" || path.startsWith("automation.")) return [];
    const expected = outcome === "equal" && touched.includes(path) ? "narrowed" : kindOf[outcome];
    return kinds.get(path) === expected ? [] : [`${path}: ${kinds.get(path)} is ${expected}`];
  });
}

/** Writes what a new token says once more. */
export function writtenAgain(vendor: Vendor, moved: Translated): unknown {
  const adapter: AnyAdapter = adapters[vendor];
  const decoded = adapter.decode(moved.native);
  const authority: Authority = adapter.authority(moved.native, {});
  const place = { assume: "documented-defaults", sameVendor: true, samePlace: true } as const;
  return adapter.encode({ ...decoded, ceiling: ceilingOfAuthority(authority, place, new Set<RightPath>()) }).native
    .properties;
}

/** What the new vendor makes of the new token; nothing is left to change. */
export function movedOn(to: Vendor, moved: Translated): unknown {
  const reading = readingOf(to, claimsOfMoved(to, moved));
  return attempt(reading, to, { allowNoExpiry: true }).moved?.properties;
}

/** What somebody gains whose token goes there and comes back; `undefined` where it cannot come back. */
export function gainsOfReturn(
  from: Vendor,
  to: Vendor,
  before: Powers,
  moved: Translated,
  settings: Settings,
): string[] | undefined {
  const reading = readingOf(to, claimsOfMoved(to, moved));
  const room = settings.knocks === true ? { enable_knocking: true } : undefined;
  const rooms = room === undefined ? {} : { rooms: { source: room, target: room } };
  const back = attempt(reading, from, { allowNoExpiry: true, ...rooms }).moved;
  if (back === undefined) return undefined;
  const after = powersOf(from, claimsOfMoved(from, back), settings);
  return gains(compare(before, after, { now, sameVendor: true, samePlace: true }));
}

/** How an accepted translation stands before the laws. */
export interface Judgement {
  /** Every law that it breaks, in words. */
  readonly broken: readonly string[];
  /** The new token can be translated back. */
  readonly returns: boolean;
}

/** Holds an accepted translation against every law. */
export function judgeMove(
  [from, to]: readonly [Vendor, Vendor],
  claims: Claims,
  moved: Translated,
  stance: Stance,
  place: Place,
): Judgement {
  const { settings = {}, policy } = stance;
  const before = narrowed(powersOf(from, claims, from === to ? settings : {}), policy);
  const after = powersOf(to, claimsOfMoved(to, moved), settings);
  const outcomes = compare(before, after, place);
  const gained = gains(outcomes);
  const unsure = Object.keys(outcomes).filter((path) => ["assumed", "advisory"].includes(outcomes[path] as string));
  const said = powersOf(from, claims);
  const touched = [
    ...(before.until.least === said.until.least ? [] : ["expiresAt"]),
    ...(before.room.least === said.room.least ? [] : ["room"]),
    ...(before.person.least === said.person.least ? [] : ["participant.id"]),
  ];
  const wrong = misreported(moved, outcomes, touched);
  const returned = gainsOfReturn(from, to, before, moved, settings);
  const broken = [
    ...(gained.length === 0 ? [] : [`widened at ${gained}`]),
    ...(policy.strict === true && unsure.length > 0 ? [`strict, and yet not sure of ${unsure}`] : []),
    ...(wrong.length === 0 ? [] : [`misreported at ${wrong}`]),
    ...(returned === undefined || returned.length === 0 ? [] : [`gained by returning at ${returned}`]),
    ...(isDeepStrictEqual(movedOn(to, moved), moved.properties) ? [] : ["changed by moving on"]),
    ...(isDeepStrictEqual(writtenAgain(to, moved), moved.properties) ? [] : ["written differently from its own words"]),
  ];
  return { broken, returns: returned !== undefined };
}
