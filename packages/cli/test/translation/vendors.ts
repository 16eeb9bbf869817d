import {
  type Inspected,
  inspectToken,
  type Refusal,
  type Translated,
  TranslationError,
  type TranslationPolicy,
  translate,
} from "@roompass/core";
import type { AnyAdapter } from "@roompass/core/adapter";
import { daily } from "@roompass/daily";
import { livekit } from "@roompass/livekit";
import { metered } from "@roompass/metered";
import { videosdk } from "@roompass/videosdk";

/** The instant of all these translations, in unix seconds. */
export const now = 1_800_000_000;

export const adapters = { daily, livekit, metered, videosdk } as const satisfies Readonly<Record<string, AnyAdapter>>;

export type Vendor = keyof typeof adapters;

export const vendors: readonly Vendor[] = ["daily", "livekit", "metered", "videosdk"];

/** The twelve ordered pairs of two vendors. */
export const pairs: readonly (readonly [Vendor, Vendor])[] = vendors.flatMap((from) =>
  vendors.filter((to) => to !== from).map((to) => [from, to] as const),
);

type Claims = Readonly<Record<string, unknown>>;

/** A reading of claims, as `inspect` makes it of a token; made without one, since a claim space has very many. */
export function readingOf(vendor: Vendor, claims: Claims): Inspected {
  const adapter: AnyAdapter = adapters[vendor];
  const native = adapter.fromClaims(claims);
  const { grant, issuance } = adapter.decode(native);
  const { properties, unknown, findings: warnings } = native;
  return { vendor, verified: false, header: {}, claims, grant, issuance, properties, unknown, warnings, native };
}

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A token with these claims, read as a person's own would be. Its signature is none: nothing is verified here. */
export function inspected(vendor: Vendor, claims: Claims): Inspected {
  const adapter: AnyAdapter = adapters[vendor];
  return inspectToken(`${base64url({ alg: "HS256", typ: "JWT" })}.${base64url(claims)}.AAAA`, adapter, { now });
}

export interface Attempt {
  readonly moved: Translated | undefined;
  readonly refusals: readonly Refusal[];
}

/** The result of a translation, or why it is refused. */
export function attempt(
  source: Inspected,
  to: Vendor,
  policy: TranslationPolicy = {},
  tenant?: string,
  includeExact = false,
): Attempt {
  const from: AnyAdapter = adapters[source.vendor as Vendor];
  const adapter: AnyAdapter = adapters[to];
  const target = tenant === undefined ? adapter : { adapter, tenant };
  try {
    const options = { from, to: target, now, policy, includeExact, trustUnverified: true } as const;
    return { moved: translate(source, options), refusals: [] };
  } catch (error) {
    if (error instanceof TranslationError) return { moved: undefined, refusals: error.refusals };
    throw error;
  }
}

/** The paths of entries, with folded ones written out. */
export function unfolded(entries: readonly { readonly path: string; readonly covers?: readonly string[] }[]): string[] {
  return entries.flatMap(({ path, covers }) => covers ?? [path]);
}
