import type { ErrorCode } from "@roompass/core";

/** Codes whose status is not that of their group. */
const exceptions: { readonly [code in ErrorCode]?: number } = {
  "grant.unsupported": 422,
  "grant.limit": 422,
  "translate.unverified": 403,
  "translate.policy": 400,
  "request.timeout": 504,
  "request.rate-limited": 503,
};

const groups: Readonly<Record<string, number>> = {
  grant: 400,
  translate: 422,
  token: 422,
  header: 422,
  signature: 422,
  claims: 422,
  policy: 422,
  request: 502,
};

/**
 * The status for one of roompass's codes. Whoever sent the request can mend a grant and a token; keys, settings, clocks and
 * adapters are the operator's, and 500 says no more than that.
 */
export function statusOfCode(code: ErrorCode): number {
  return exceptions[code] ?? groups[code.slice(0, code.indexOf("."))] ?? 500;
}
