import type { FetchLike } from "@roompass/core/kit";
import { createGuardedFetch, type ServiceMetrics } from "@roompass/service";

/** R14: where each vendor that mints by request is, and nowhere else. No setting changes these. */
const hosts: Readonly<Record<string, readonly string[]>> = {
  daily: ["api.daily.co"],
  metered: [".metered.live"],
};

/** Puts time limits, retries and a breaker of its own around the requests to one vendor. */
export function guardUpstream(name: string, fetch: FetchLike, metrics: ServiceMetrics): FetchLike {
  return createGuardedFetch({ name, hosts: hosts[name] ?? [], fetch, metrics });
}
