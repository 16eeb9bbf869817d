import type { AnyAdapter } from "../adapter/adapter.js";
import type { Issuance, Native } from "../adapter/native.js";
import type { Finding } from "../errors/finding.js";
import { wrongKind } from "../errors/given.js";
import type { Grant } from "../grant/grant.js";
import { isObject } from "../grant/is-object.js";

declare const trust: unique symbol;

/** A token as one adapter reads it. */
export interface TokenReading<Vendor extends string = string, Properties = unknown> {
  /** The vendor's short name, as its adapter has it. */
  readonly vendor: Vendor;
  /** Whether a signature was checked, or the token freshly issued here. */
  readonly verified: boolean;
  /** What the token states, with the vendor's own remaining properties under `extensions`. */
  readonly grant: Grant;
  /** Who issued the token and when; no part of what it grants. */
  readonly issuance: Issuance;
  /** The vendor's documented properties. */
  readonly properties: Properties;
  /** Members that the adapter has never heard of, where they stood. */
  readonly unknown: Readonly<Record<string, unknown>>;
  /** Everything worth knowing: the parser's violations, oddities, lint. */
  readonly warnings: readonly Finding[];
  /** Kept for translation; the same data as `properties` and `unknown`. */
  readonly native: Native<Properties>;
}

/** A reading that nobody vouches for. */
export interface Inspected<Vendor extends string = string, Properties = unknown>
  extends TokenReading<Vendor, Properties> {
  readonly verified: false;
  /** The header as it stood. */
  readonly header: Readonly<Record<string, unknown>>;
  /** The claims as they stood, in the vendor's abbreviations. */
  readonly claims: Readonly<Record<string, unknown>>;
}

/** A reading whose signature, times and expectations were checked. Only `verify` and `validate` make one. */
export interface Verified<Vendor extends string = string, Properties = unknown>
  extends TokenReading<Vendor, Properties> {
  readonly verified: true;
  /** Nobody can write this; whether a reading is trusted is remembered by core. */
  readonly [trust]: true;
}

/** A token that was just issued, with what it says. */
export interface Issued<Vendor extends string = string, Properties = unknown> extends TokenReading<Vendor, Properties> {
  readonly verified: true;
  /** Nobody can write this; whether a reading is trusted is remembered by core. */
  readonly [trust]: true;
  /** The compact token. Whoever has it is its participant. */
  readonly token: string;
  /** Unix seconds; `null` = never. */
  readonly expiresAt: number | null;
}

/** A source that `translate` takes without `trustUnverified`. */
export type Trusted<Vendor extends string = string, Properties = unknown> =
  | Verified<Vendor, Properties>
  | Issued<Vendor, Properties>;

/**
 * Readings that this copy of core made after checking, with the adapter that read them. A property could be forged,
 * membership cannot.
 */
const trusted = new WeakMap<object, AnyAdapter>();

/** Freezes a reading and records who read it after checking. For providers only; not exported from the package. */
export function markTrusted<Reading extends TokenReading>(reading: Reading, adapter: AnyAdapter): Reading {
  trusted.set(reading, adapter);
  return Object.freeze(reading);
}

/** @throws RoompassError `input.wrong-kind` for anything but the reading of a token, copies included. */
export function checkReading(value: unknown, path: string): asserts value is TokenReading {
  if (isObject(value) && isObject(value["native"]) && isObject(value["issuance"]) && "vendor" in value) return;
  throw wrongKind(path, value, "the reading of a token", readingCure);
}

const readingCure = "Pass what a provider's `verify`, `issue` or `inspect` returned, once it is there.";

export function isTrusted(reading: object): boolean {
  return trusted.has(reading);
}

/**
 * Whether this very adapter made a trusted reading. Another one of the same vendor's name may read the same claims as
 * something else, and would lend its reading a trust that was given to the first.
 */
export function isTrustedBy(reading: object, adapter: AnyAdapter): boolean {
  return trusted.get(reading) === adapter;
}
