import type { Finding } from "../errors/finding.js";
import type { Grant } from "../grant/grant.js";

/**
 * A vendor token's content in the vendor's own documented words.
 *
 * `unknown` mirrors the shape of the claims and holds every member that the adapter has never heard of, so that
 * `toClaims` can put it back where it was.
 */
export interface Native<Properties> {
  /** By the vendor's documented property names. */
  readonly properties: Properties;
  /** Members that the adapter has never heard of, where they stood. */
  readonly unknown: Readonly<Record<string, unknown>>;
  /**
   * What was odd while reading. A finding with severity `error` says that a documented claim could not be read; its
   * property is left out or has its lowest value, and such a token does not translate.
   */
  readonly findings: readonly Finding[];
}

/** Who issued the token and when; no part of what it grants. */
export interface Issuance {
  /** Unix seconds. */
  readonly issuedAt?: number;
  /** The account: a domain, an app, an api key. */
  readonly tenant?: string;
}

/** A token's content in neutral words. */
export interface Decoded {
  /** Only what the token states; silence stays absent. */
  readonly grant: Grant;
  /** Who issued the token and when; no part of what it grants. */
  readonly issuance: Issuance;
  /** What the adapter knows and the neutral model does not have, by the vendor's property names. */
  readonly residue: Readonly<Record<string, unknown>>;
  /** Members that the adapter has never heard of, where they stood. */
  readonly unknown: Readonly<Record<string, unknown>>;
}
