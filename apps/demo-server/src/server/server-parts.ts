import type { Emulator } from "@roompass/emulators";
import type { TokenService } from "@roompass/service";
import type { Logger } from "pino";
import type { Registry } from "prom-client";
import type { ServerMetrics } from "../metrics/service-metrics.js";

/** What the HTTP server is made of. Everything that decides about tokens is behind `service`. */
export interface ServerParts {
  readonly service: TokenService;
  readonly logger: Logger;
  readonly metrics: ServerMetrics;
  readonly limits: DoorLimits;
  /** Peers that are believed about where a request comes from; addresses and ranges. */
  readonly trustedProxies: readonly string[];
  /** By vendor, mounted under `/emulators/<vendor>`. */
  readonly emulators: ReadonlyMap<string, Emulator>;
  /** The playground's build; `undefined` when it is not built. */
  readonly pageFolder: string | undefined;
  /** Serves the metrics at `/metrics`, too, to those who know the key. */
  readonly metricsDoor?: { readonly registry: Registry; readonly key: string };
}

/** What is taken at most, before the service sees anything. */
export interface DoorLimits {
  /** Requests that are open at the same time, bodies being sent included. Further ones are answered with 503. */
  readonly openRequests: number;
  /** For how long one turn of the event loop takes requests; who comes later in it is answered with 503. */
  readonly eventLoopDelayMilliseconds: number;
  /** The longest that a body may take to arrive. */
  readonly bodyMilliseconds: number;
}
