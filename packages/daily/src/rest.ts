import type { RequestPlan, SecretPlace } from "@roompass/core";

/** Base address of the REST interface, version 1. */
export const dailyBaseUrl = "https://api.daily.co/v1";

const bearer: SecretPlace = { in: "header", name: "authorization", prefix: "Bearer " };

/**
 * `POST /meeting-tokens`: mints a token from long property names.
 *
 * @see https://docs.daily.co/reference/rest-api/meeting-tokens/create-meeting-token
 */
export function planCreateToken(base: string, properties: Readonly<Record<string, unknown>>): RequestPlan {
  return {
    vendor: "daily",
    method: "POST",
    url: `${base}/meeting-tokens`,
    headers: {},
    body: { properties },
    secret: bearer,
  };
}

/**
 * `GET /meeting-tokens/{token}`: asks whether a token is genuine; the only way to check one that Daily signed. The answer
 * is a flat object of long property names.
 *
 * @param ignoreNotBefore Skips the vendor's own not-before check (`ignoreNbf`).
 * @see https://docs.daily.co/reference/rest-api/meeting-tokens/validate-meeting-token
 */
export function planValidateToken(base: string, token: string, ignoreNotBefore = false): RequestPlan {
  const query = ignoreNotBefore ? "?ignoreNbf=true" : "";
  return {
    vendor: "daily",
    method: "GET",
    url: `${base}/meeting-tokens/${encodeURIComponent(token)}${query}`,
    headers: {},
    secret: bearer,
  };
}

/**
 * `GET /`: the domain that an API key belongs to, with its `domain_id`, which self-signed tokens carry as `d`.
 *
 * @see https://docs.daily.co/docs/guides/privacy-and-security/self-signing-tokens
 */
export function planReadDomain(base: string): RequestPlan {
  return { vendor: "daily", method: "GET", url: `${base}/`, headers: {}, secret: bearer };
}
