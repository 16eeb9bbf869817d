import type { AnyAdapter, Clock } from "@roompass/core";
import type { KeyRing } from "@roompass/core/kit";
import type { AuditSink } from "../contract/audit.js";
import type { CallerDirectory } from "../contract/caller.js";
import type { ServiceMetrics } from "../contract/metrics.js";
import type { AnyProvider, ReadinessCheck } from "../contract/settings.js";
import type { RateLimit, ServiceStore } from "../contract/store.js";
import type { Gate } from "../limits/gate.js";

export interface Limits {
  readonly bodyBytes: number;
  readonly targetCharacters: number;
  readonly headerCharacters: number;
  readonly concurrency: number;
  readonly queue: number;
  readonly requestMilliseconds: number;
  readonly perKey: RateLimit;
  readonly perAddress: RateLimit;
  readonly anonymous: RateLimit;
  readonly idempotencySeconds: number;
}

export interface Invitations {
  readonly keys: KeyRing;
  readonly maxSeconds: number;
}

/** The settings, checked, with every default filled in. */
export interface ServiceContext {
  /** By their full names. */
  readonly providers: ReadonlyMap<string, AnyProvider>;
  /** Every vendor that is known, with or without credentials. */
  readonly adapters: ReadonlyMap<string, AnyAdapter>;
  readonly callers: CallerDirectory;
  readonly store: ServiceStore;
  readonly audit: AuditSink;
  readonly clock: Clock;
  readonly monotonicMilliseconds: () => number;
  readonly builtAt: number;
  readonly metrics: ServiceMetrics;
  readonly origins: ReadonlySet<string>;
  readonly limits: Limits;
  readonly invitations: Invitations | undefined;
  readonly readiness: readonly ReadinessCheck[];
  readonly errorsUrl: string;
  readonly onError: (error: unknown, requestId: string) => void;
  readonly gate: Gate;
}
