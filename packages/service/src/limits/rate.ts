import type { RateLimit, RateVerdict } from "../contract/store.js";
import { ServiceError } from "../errors/service-error.js";
import { unavailable } from "../errors/unavailable.js";
import type { ServiceContext } from "../service/context.js";

/** The headers of draft-ietf-httpapi-ratelimit-headers-10. A draft: names and form may still change. */
function rateHeaders(name: string, limit: RateLimit, verdict: RateVerdict): Record<string, string> {
  return {
    "ratelimit-policy": `"${name}";q=${limit.requests};w=${limit.seconds}`,
    ratelimit: `"${name}";r=${verdict.remaining};t=${verdict.resetSeconds}`,
  };
}

/** What a store says is somebody else's data: a verdict that is none lets nobody through, and is in no header. */
function checked(verdict: RateVerdict): RateVerdict {
  const { allowed, remaining, resetSeconds } = verdict;
  const isWhole = [remaining, resetSeconds].every((number) => Number.isSafeInteger(number) && number >= 0);
  if (typeof allowed === "boolean" && isWhole) return verdict;
  throw new Error("The store answered `take` with no verdict.");
}

/**
 * Takes one of a limit.
 *
 * @returns the headers that tell how many are left.
 * @throws ServiceError `http.rate-limited` with `Retry-After`, or `http.unavailable` when the store cannot say.
 */
export async function takeOne(
  context: ServiceContext,
  name: "key" | "address" | "anonymous",
  who: string,
  limit: RateLimit,
): Promise<Record<string, string>> {
  let verdict: RateVerdict;
  try {
    verdict = checked(await context.store.take(`${name}:${who}`, limit));
  } catch (error) {
    throw unavailable(error);
  }
  const headers = rateHeaders(name, limit, verdict);
  if (verdict.allowed) return headers;
  throw new ServiceError("http.rate-limited", {
    headers: { ...headers, "retry-after": String(Math.max(1, verdict.resetSeconds)) },
  });
}
