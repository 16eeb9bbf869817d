import { frozen } from "../vectors/freeze.js";
import type { Json } from "../vectors/vector.js";
import type { Source } from "./source.js";

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** One claim of a token that the adapter itself has made: its place, by names, and a token that has it. */
export interface ClaimPlace {
  readonly names: readonly string[];
  readonly claims: Json;
}

/** So deep the vendor's own claims stand; below is what callers write. */
const deepest = 4;

function* placesIn(value: Json, above: readonly string[], free: string): Generator<readonly string[]> {
  for (const [name, member] of Object.entries(value)) {
    const names = [...above, name];
    yield names;
    if (isObject(member) && names.length < deepest && names.join(".") !== free) yield* placesIn(member, names, free);
  }
}

/** Every claim that one of these tokens has, each with the first token that has it; what callers fill is one claim. */
export function claimPlaces(
  sources: readonly Source[],
  counts: (value: unknown) => boolean = () => true,
): readonly ClaimPlace[] {
  const places = new Map<string, ClaimPlace>();
  for (const { adapter, claims } of sources) {
    const free = adapter.capabilities["participant.metadata"]?.claim ?? "";
    for (const names of placesIn(claims, [], free)) {
      const key = JSON.stringify(names);
      if (!places.has(key) && counts(claimAt(claims, names))) places.set(key, { names, claims });
    }
  }
  return [...places.values()];
}

/** A copy with another value at a place, by names and not by dots; or without it. */
export function withClaim(claims: Json, [name = "", ...rest]: readonly string[], value: unknown): Json {
  if (rest.length > 0) {
    const inner = claims[name];
    return { ...claims, [name]: withClaim(isObject(inner) ? inner : {}, rest, value) };
  }
  if (value !== undefined) return { ...claims, [name]: value };
  return Object.fromEntries(Object.entries(claims).filter(([other]) => other !== name));
}

export const claimAt = (claims: Json, names: readonly string[]): unknown =>
  names.reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), claims);

/** Values of every kind, and those that programs take for one another. */
const ofEveryKind: readonly (readonly [name: string, value: unknown])[] = [
  ["null", null],
  ["empty", ""],
  ["text", "x-odd"],
  ["number in text", "7"],
  ["zero", 0],
  ["one", 1],
  ["negative", -1],
  ["fraction", 1.5],
  ["huge", 1e30],
  ["true", true],
  ["false", false],
  ["empty list", []],
  ["list", ["x-odd"]],
  ["list of nothing", [null]],
  ["list of objects", [{ "x-odd": "x-odd" }]],
  ["empty object", {}],
  ["object", { "x-odd": "x-odd" }],
];

/** What is nearly the value that stood there. */
function near(value: unknown): readonly (readonly [name: string, value: unknown])[] {
  if (typeof value === "string") {
    return [
      ["in capitals", value.toUpperCase()],
      ["with blanks", ` ${value} `],
      ["in a list", [value]],
    ];
  }
  if (typeof value === "number") {
    return [
      ["in text", String(value)],
      ["a half more", value + 0.5],
      ["in milliseconds", value * 1000],
    ];
  }
  if (Array.isArray(value)) {
    return [
      ["turned round", [...value].reverse()],
      ["twice", [...value, ...value]],
      ["with one more", [...value, "x-odd"]],
      ["first only", value.slice(0, 1)],
      ["as text", value.join()],
    ];
  }
  return typeof value === "boolean" ? [["in text", String(value)]] : [];
}

/** A token in which one claim is odd. */
export interface OddClaims {
  readonly name: string;
  readonly claims: Json;
}

/** The token of a place without that claim. */
export const withoutClaim = ({ names, claims }: ClaimPlace): Json => frozen(withClaim(claims, names, undefined));

/** The token of a place with every odd value there. */
export function oddClaims({ names, claims }: ClaimPlace): readonly OddClaims[] {
  return [["absent", undefined] as const, ...ofEveryKind, ...near(claimAt(claims, names))].map(([name, value]) => ({
    name,
    claims: frozen(withClaim(claims, names, value)),
  }));
}

/** `data.roomName` as a part of an id; what has no plain letters is told by its number. */
export function placeSlug({ names }: ClaimPlace): string {
  return names
    .join(".")
    .replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    .replaceAll(/[^a-z0-9.-]+/g, "-")
    .replace(/^-/, "");
}
