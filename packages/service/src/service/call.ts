import type { Peer } from "../contract/token-service.js";
import type { ReadPolicy } from "../policy/read-policy.js";
import type { ServiceContext } from "./context.js";

/** Who calls, once that is known. */
export interface CallingKey {
  readonly id: string;
  /** For what is encrypted for this caller alone. */
  readonly secret: string;
  readonly policy: ReadPolicy;
}

/** One request, as operations see it. */
export interface Call {
  readonly context: ServiceContext;
  readonly requestId: string;
  readonly peer: Peer;
  /** Unix seconds: one moment for the whole request. */
  readonly now: number;
  /** Absent for what needs no key. */
  readonly key: CallingKey | undefined;
  readonly idempotencyKey: string | undefined;
  readonly body: Uint8Array | undefined;
}

/** What an operation answers with. */
export interface Answer {
  readonly status: number;
  /** An object is sent as JSON, a text as it is. */
  readonly body: object | string;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}
