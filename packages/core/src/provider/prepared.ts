import type { AnyAdapter } from "../adapter/adapter.js";
import type { Decoded, Native } from "../adapter/native.js";
import type { Authority } from "../authority/authority.js";
import type { Grant } from "../grant/grant.js";
import type { ReportEntry } from "../translate/report.js";

/** For whom a grant is prepared: what a provider knows of itself. */
export interface PrepareOptions {
  /** The vendor's adapter. */
  readonly adapter: AnyAdapter;
  /** The account that the token is for, as the provider has it. */
  readonly tenant: string | undefined;
  /** How the token is going to be issued. */
  readonly method: "sign" | "request";
  /** Unix seconds. */
  readonly now: number;
}

/** A grant in the vendor's words, checked, and ready to be signed or requested. */
export interface Prepared {
  /** A translation is none, and neither is an issued token: both name their vendor. */
  readonly vendor?: never;
  /** The grant as it was parsed. */
  readonly grant: Grant;
  /** What the token will say, in the vendor's words. */
  readonly native: Native<unknown>;
  /** The wire claims that were read back and checked; only where tokens are signed here. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Restrictions that a setting might lift, and descriptions, hints and extensions that the token has no place for. */
  readonly report: readonly ReportEntry[];
}

type PreparedFor = Pick<PrepareOptions, "adapter" | "tenant" | "method">;

/** What the adapter read in what was prepared, so that it need not be read again. */
export interface ReadBack {
  readonly authority: Authority;
  readonly decoded: Decoded;
}

/** What `prepareIssue` checked, for whom, and what it read back. */
const preparations = new WeakMap<object, PreparedFor & ReadBack>();

/** Records for whom this was prepared; it has to be frozen, all of it. */
export function markPrepared(
  prepared: Prepared,
  { adapter, tenant, method }: PreparedFor,
  { authority, decoded }: ReadBack,
): Prepared {
  preparations.set(prepared, { adapter, tenant, method, authority, decoded });
  return prepared;
}

/** What was read back of something prepared; `undefined` for everything else. */
export function readBackOf(prepared: object): ReadBack | undefined {
  return preparations.get(prepared);
}

/** Whether this value came out of `prepareIssue`; a look-alike has not been checked. */
export function isPrepared(value: unknown): value is Prepared {
  return typeof value === "object" && value !== null && preparations.has(value);
}

/** Whether it was prepared by this very adapter, for this account and this way of minting. */
export function isPreparedFor(prepared: Prepared, { adapter, tenant, method }: PreparedFor): boolean {
  const known = preparations.get(prepared);
  return known?.adapter === adapter && known.tenant === tenant && known.method === method;
}
