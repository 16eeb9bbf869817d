import type { CodeEntry } from "./codes.js";

/** Codes of providers, of requests to a vendor, and of using an adapter wrongly. */
export const vendorCodes = {
  "provider.settings": {
    phase: "usage",
    cause: "The provider's settings are incomplete or wrong.",
    cure: "See `path`: credentials come from settings or from the named environment variable.",
  },
  "provider.unsupported": {
    phase: "usage",
    cause: "This vendor cannot do that.",
    cure: "The message names the way that it offers instead.",
  },
  "adapter.invalid": {
    phase: "usage",
    cause: "An adapter's definition breaks the adapter interface.",
    cure: "See `path`; docs/adding-an-adapter.md describes each part.",
  },
  "request.failed": {
    phase: "request",
    cause: "The vendor could not be reached or broke off.",
    cure: "Try again; check the network and the vendor's status.",
  },
  "request.timeout": {
    phase: "request",
    cause: "The vendor did not answer in time.",
    cure: "Try again; raise `timeoutMilliseconds` if the vendor is slow.",
  },
  "request.rejected": {
    phase: "request",
    cause: "The vendor answered with an error.",
    cure: "See `details.status` and `details.vendorCode`; check the credentials and the request.",
  },
  "request.rate-limited": {
    phase: "request",
    cause: "The vendor's rate limit was reached.",
    cure: "Wait `details.retryAfterSeconds` where given, else a few seconds.",
  },
  "request.bad-answer": {
    phase: "request",
    cause: "The vendor's answer is not what its documentation promises.",
    cure: "Check the vendor's status; nothing of the answer was used.",
  },
  "request.wider-than-asked": {
    phase: "request",
    cause:
      "The vendor minted a token that grants more than was asked, or says what nobody asked for and nobody can read.",
    cure: "The token was thrown away; report it to the vendor and check the request.",
  },
} as const satisfies Record<string, CodeEntry>;
