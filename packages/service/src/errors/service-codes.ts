/** One line of the service's own list of codes. */
export interface ServiceCodeEntry {
  /** The HTTP status of the answer. */
  readonly status: number;
  /** The same for every occurrence. */
  readonly title: string;
  /** What was found. */
  readonly cause: string;
  /** What to do. */
  readonly cure: string;
}

/** What can be wrong with a request before anything of roompass looks at it. Codes are never renamed or reused. */
export const serviceCodes = Object.freeze({
  "http.bad-request": {
    status: 400,
    title: "The request is not well formed.",
    cause: "A header or the address has a form that is not taken.",
    cure: "Correct what `path` names; GET /openapi.json describes every request.",
  },
  "http.bad-json": {
    status: 400,
    title: "The body is not strict JSON.",
    cause:
      "It is empty, no UTF-8 or no JSON, nested too deeply, or has a name twice, a member `__proto__` or a number that cannot be held.",
    cure: "Send one JSON object (RFC 8259) without duplicate names.",
  },
  "http.invalid": {
    status: 400,
    title: "The body is not what this request takes.",
    cause: "A member is missing, does not exist or has another type. Nothing is converted, and nothing passed over.",
    cure: "Correct what `errors` names; GET /openapi.json has the schema.",
  },
  "http.unauthorized": {
    status: 401,
    title: "A valid key is required.",
    cause: "There is no key, or it is not one that is valid now.",
    cure: "Send `Authorization: Bearer <id>.<secret>` with a key of this service.",
  },
  "http.beyond-policy": {
    status: 403,
    title: "The key may not do this.",
    cause: "The request goes beyond the policy of the caller. Nothing was cut down, and nothing done.",
    cure: "Ask for less at each path that `errors` names, or have the policy changed.",
  },
  "http.https-required": {
    status: 403,
    title: "This interface is served over https only.",
    cause: "The request came over plain http, and its key has been seen by whoever listened.",
    cure: "Use https, and replace the key.",
  },
  "http.invitation": {
    status: 403,
    title: "The invitation is not valid.",
    cause: "It was not made here, has been changed, is over, or who made it may not do so any more.",
    cure: "Ask for a new one.",
  },
  "http.not-found": {
    status: 404,
    title: "There is nothing here.",
    cause: "No endpoint has this path.",
    cure: "Paths are taken to the letter; GET /openapi.json lists them.",
  },
  "http.method-not-allowed": {
    status: 405,
    title: "This path does not take this method.",
    cause: "The endpoint exists and takes other methods.",
    cure: "Use one of those that `Allow` names.",
  },
  "http.timeout": {
    status: 408,
    title: "The request took too long to arrive.",
    cause: "Headers or body were sent too slowly.",
    cure: "Send it again in one go.",
  },
  "http.idempotency-running": {
    status: 409,
    title: "The same request is being worked on.",
    cause: "Another request with this `Idempotency-Key` has not been answered yet.",
    cure: "Wait for `Retry-After` and send the same request again.",
  },
  "http.invitation-used": {
    status: 410,
    title: "The invitation was used.",
    cause: "Invitations let somebody in once.",
    cure: "Ask for a new one.",
  },
  "http.body-too-large": {
    status: 413,
    title: "The body is too large.",
    cause: "It is longer than this request can be.",
    cure: "Send less.",
  },
  "http.target-too-long": {
    status: 414,
    title: "The address is too long.",
    cause: "Path and query are longer than any of this service.",
    cure: "Everything but the path goes into the body.",
  },
  "http.unsupported-media-type": {
    status: 415,
    title: "The body has to be JSON as it is.",
    cause: "`Content-Type` is not `application/json`, its charset is not UTF-8, or the body is compressed.",
    cure: "Send `Content-Type: application/json`, and no `Content-Encoding`.",
  },
  "http.idempotency-reused": {
    status: 422,
    title: "The `Idempotency-Key` was used for another request.",
    cause: "One key stands for one request, to the byte.",
    cure: "Use a new key for a new request.",
  },
  "http.rate-limited": {
    status: 429,
    title: "Too many requests.",
    cause: "The limit of this key or address is used up.",
    cure: "Wait for `Retry-After`.",
  },
  "http.header-too-large": {
    status: 431,
    title: "A header is too large.",
    cause: "A header is longer than any that this service needs.",
    cure: "Send shorter headers; tokens go into the body.",
  },
  "http.internal": {
    status: 500,
    title: "Something is wrong with this service.",
    cause: "A bug, or settings that do not fit together. Nothing of it is shown here.",
    cure: "Try again later; tell the operator the `requestId`.",
  },
  "http.overloaded": {
    status: 503,
    title: "The service is busy.",
    cause: "More requests are waiting than can be served in time. This one was not begun.",
    cure: "Wait for `Retry-After` and send it again.",
  },
  "http.stopping": {
    status: 503,
    title: "The service is stopping.",
    cause: "This instance takes no more requests. This one was not begun.",
    cure: "Send it again, to another instance.",
  },
  "http.unavailable": {
    status: 503,
    title: "A part of the service does not work.",
    cause: "Its store, its audit log or its list of callers could not be used. No token was handed out.",
    cure: "Wait for `Retry-After` and send it again.",
  },
  "http.clock": {
    status: 503,
    title: "The service's clock is wrong.",
    cause: "Its clock is before the time at which it was built, so that no time in a token could be trusted.",
    cure: "The operator has to set the machine's clock.",
  },
  "http.too-slow": {
    status: 504,
    title: "The request took too long.",
    cause: "It was not done in time. Whether a token was made is not known.",
    cure: "Send it again; with an `Idempotency-Key` a token that was made comes back.",
  },
} as const satisfies Record<string, ServiceCodeEntry>);

/** A code that the service adds to those of core. */
export type ServiceCode = keyof typeof serviceCodes;
