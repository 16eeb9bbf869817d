import type { RequestHead } from "../contract/token-service.js";

/** What a page of a listed origin may read beside the body. */
const exposed = "retry-after, ratelimit, ratelimit-policy, x-request-id, idempotency-replayed";

/**
 * CORS headers of an answer. Off without origins; with them, `Vary` is on every answer, also for strangers, so that no
 * cache mixes them up. Never `*`, never with credentials: keys are sent by programs that have them.
 */
export function corsHeaders(origin: string | undefined, origins: ReadonlySet<string>): Record<string, string> {
  if (origins.size === 0) return {};
  if (origin === undefined || !origins.has(origin)) return { vary: "origin" };
  return { vary: "origin", "access-control-allow-origin": origin, "access-control-expose-headers": exposed };
}

/** Further headers of the answer to a preflight of a listed origin. */
export function preflightHeaders(
  head: RequestHead,
  origins: ReadonlySet<string>,
  methods: string,
): Record<string, string> {
  const origin = head.header("origin");
  if (origin === undefined || !origins.has(origin) || head.header("access-control-request-method") === undefined) {
    return {};
  }
  return {
    "access-control-allow-methods": methods,
    "access-control-allow-headers": "authorization, content-type, idempotency-key",
    "access-control-max-age": "600",
  };
}
