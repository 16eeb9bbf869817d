import type { AnyAdapter } from "../adapter/adapter.js";
import type { Native } from "../adapter/native.js";
import type { Grant } from "../grant/grant.js";
import type { ReportEntry } from "../translate/report.js";

export interface PrepareOptions {
  readonly adapter: AnyAdapter;
  /** The account that the token is for, as the provider has it. */
  readonly tenant: string | undefined;
  readonly method: "sign" | "request";
  /** Unix seconds. */
  readonly now: number;
}

/** A grant in the vendor's words, checked, and ready to be signed or requested. */
export interface Prepared {
  readonly grant: Grant;
  readonly native: Native<unknown>;
  /** The wire claims that were read back and checked; only where tokens are signed here. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Restrictions that a setting might lift, and descriptions, hints and extensions that the token has no place for. */
  readonly report: readonly ReportEntry[];
}

type PreparedFor = Pick<PrepareOptions, "adapter" | "tenant" | "method">;

/** What `prepareIssue` checked, and for whom. */
const preparations = new WeakMap<object, PreparedFor>();

/** Records for whom this was prepared; it has to be frozen, all of it. */
export function markPrepared(prepared: Prepared, { adapter, tenant, method }: PreparedFor): Prepared {
  preparations.set(prepared, { adapter, tenant, method });
  return prepared;
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
