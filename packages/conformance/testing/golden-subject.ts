import type { AnyAdapter } from "@roompass/core/adapter";

/** What a provider is made with for one test. */
export interface GoldenCredentials {
  readonly tenant: string;
  readonly secret: string;
  /** Unix seconds. */
  readonly now: number;
}

/** A token that was signed, as far as it is compared. */
export interface GoldenToken {
  readonly token: string;
  readonly properties: unknown;
  readonly report: readonly { readonly path: string; readonly kind: string }[];
}

/** One vendor's package under test. */
export interface GoldenSubject {
  readonly adapter: AnyAdapter;
  /** Signs a token for a grant, for vendors whose tokens can be signed here. */
  readonly sign?: (grant: unknown, credentials: GoldenCredentials) => Promise<GoldenToken>;
  /** The request that would mint a token for a grant, as data, for vendors that mint by request. */
  readonly plan?: (grant: unknown, credentials: GoldenCredentials) => unknown;
}

/** What a test expects and what came out, in the same shape. */
export interface GoldenResult {
  readonly expected: unknown;
  readonly actual: unknown;
}

/** The value as JSON has it: without prototypes, frozen or not, and without members that are undefined. */
export function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
