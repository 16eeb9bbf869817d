import type { AnyAdapter, Clock, Provider } from "@roompass/core";
import type { AuditSink } from "./audit.js";
import type { CallerDirectory } from "./caller.js";
import type { ServiceMetrics } from "./metrics.js";
import type { RateLimit, ServiceStore } from "./store.js";

/** Any provider of any adapter: what `createDaily`, `createVideoSDK`, ... return. */
// biome-ignore lint/suspicious/noExplicitAny: a provider's input is contravariant and its results are covariant
export type AnyProvider = Provider<string, any, any>;

/** A provider under the name that requests and policies call it by. */
export interface ServiceProvider {
  /**
   * The tenant's name, for several accounts of one vendor: lower case letters, digits and `-`, at most 32. The provider is
   * then called `daily/eu`; without it just by its vendor, `daily`. No two may be called the same.
   */
  readonly tenant?: string;
  /** The account that issues and verifies. */
  readonly provider: AnyProvider;
}

/** What is taken at most. Every number has a default; only `undefined` means the default. */
export interface ServiceLimits {
  /** Bytes of a request's body. Default 16384. */
  readonly bodyBytes?: number;
  /** Characters of path and query. Default 1024. */
  readonly targetCharacters?: number;
  /** Characters of any one header that is looked at. Default 1024. */
  readonly headerCharacters?: number;
  /** Requests worked on at the same time, bodies being read not counted. Default 256. */
  readonly concurrency?: number;
  /** Requests waiting for a place; further ones are answered with 503. Default 1024. */
  readonly queue?: number;
  /** The longest that a request may take from here to the vendor and back, in milliseconds. Default 10000. */
  readonly requestMilliseconds?: number;
  /** Requests of one key. Default 600 in 60 seconds; a policy may say otherwise for its caller. */
  readonly perKey?: RateLimit;
  /** Requests with a key from one address. Default 6000 in 60 seconds. */
  readonly perAddress?: RateLimit;
  /** Requests without a key, and failed attempts with one, from one address. Default 60 in 60 seconds. */
  readonly anonymous?: RateLimit;
  /** How long the answer to an `Idempotency-Key` is kept, in seconds. Default 600. */
  readonly idempotencySeconds?: number;
}

/** Invitation links: off unless this is there. */
export interface InvitationSettings {
  /**
   * Secrets that sign invitations, at least 32 bytes each: the first signs, all verify. Not a vendor's secret, and not used
   * for anything else.
   */
  readonly secrets: readonly (string | Uint8Array)[];
  /** The longest life of a link, in seconds. Default 604800, a week. */
  readonly maxSeconds?: number;
}

/** A part of the service's surroundings that has to work: resolves to whether it does. Rejecting means no. */
export type ReadinessCheck = () => boolean | Promise<boolean>;

/** Everything that the service is made of. Nothing is read from the environment. */
export interface TokenServiceSettings {
  /** At least one. Their own `fetch` should be `createGuardedFetch(…)` where they mint by request. */
  readonly providers: readonly ServiceProvider[];
  /** Further vendors whose tokens may be inspected and translated from unverified, or to without signing. Default none. */
  readonly adapters?: readonly AnyAdapter[];
  /** Who may ask for what. */
  readonly callers: CallerDirectory;
  /** Rate limits, one-time ids, idempotency. `createMemoryStore()` for one process. */
  readonly store: ServiceStore;
  /** Gets a record of each decision before the answer leaves; what it does not take is not answered. */
  readonly audit: AuditSink;
  /** Unix seconds; default the machine's clock. */
  readonly clock?: Clock;
  /** Milliseconds from any beginning, never backwards; for durations only. Default `performance.now`. */
  readonly monotonicMilliseconds?: () => number;
  /** When this was built, in unix seconds: before it nothing is minted, since the clock is wrong. Default 0. */
  readonly builtAt?: number;
  /** Default: nobody counts. */
  readonly metrics?: ServiceMetrics;
  /** Origins whose pages may call, exactly as browsers send them (`https://app.example`). Default none. */
  readonly origins?: readonly string[];
  /** What is taken at most. */
  readonly limits?: ServiceLimits;
  /** Default: there are no invitations. */
  readonly invitations?: InvitationSettings;
  /** Asked by `/readyz`, beside the store and the clock; their names are not shown. */
  readonly readiness?: Readonly<Record<string, ReadinessCheck>>;
  /** The page that problem types point to, each code an anchor. Default `/docs/errors`, which the service serves. */
  readonly errorsUrl?: string;
  /**
   * Told what somebody has to look at: a bug, which was answered with 500, and what kept the store, the audit log or the list
   * of callers from working, which was answered with 503. Never gets a secret from here, but what the error of somebody
   * else's code holds is not known. Default: nobody.
   */
  readonly onError?: (error: unknown, requestId: string) => void;
}
