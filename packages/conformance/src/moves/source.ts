import type { Inspected } from "@roompass/core";
import type { AnyAdapter, Authority, Decoded, Native } from "@roompass/core/adapter";
import { type Powers, powersOfAuthority } from "../order/index.js";
import { refusalOf } from "../run/refusal.js";
import { frozen } from "../vectors/freeze.js";
import type { Json } from "../vectors/vector.js";

/** A token as a translation starts from it: what its claims say, with nobody to vouch for them. */
export interface Source {
  readonly adapter: AnyAdapter;
  readonly claims: Json;
  readonly native: Native<unknown>;
  readonly decoded: Decoded;
  readonly authority: Authority;
  readonly powers: Powers;
  readonly reading: Inspected;
}

function source(adapter: AnyAdapter, claims: Json, native: Native<unknown>): Source {
  const decoded = adapter.decode(native);
  const authority = adapter.authority(native, {});
  const { grant, issuance } = decoded;
  const { properties, unknown, findings: warnings } = native;
  const reading: Inspected = {
    vendor: adapter.vendor,
    verified: false,
    header: {},
    claims,
    grant,
    issuance,
    properties,
    unknown,
    warnings,
    native,
  };
  return { adapter, claims, native, decoded, authority, powers: powersOfAuthority(authority), reading };
}

/** Reads claims as an inspection does, without the text of a token around them. */
export function sourceOf(adapter: AnyAdapter, claims: Json): Source {
  return source(adapter, claims, frozen(adapter.fromClaims(frozen(claims))));
}

/** The token that has this content; some content can only be asked for by a request, and is taken as it is. */
export function sourceOfNative(adapter: AnyAdapter, native: Native<unknown>): Source {
  let claims: Json;
  try {
    claims = adapter.toClaims(native);
  } catch (error) {
    if (refusalOf(error) === undefined) throw error;
    return source(adapter, {}, frozen(native));
  }
  return sourceOf(adapter, claims);
}
