import type { CodeEntry } from "./codes.js";

/** Codes of providers, of requests to a vendor, and of using a function or an adapter wrongly. */
export const vendorCodes = {
  "provider.settings": {
    phase: "usage",
    cause: "The provider's settings are incomplete or wrong.",
    cure: "Correct what `path` names; credentials come from settings or from the environment variables that the README names.",
  },
  "provider.unsupported": {
    phase: "usage",
    cause: "This vendor cannot do that.",
    cure: "Use the way that the message names instead.",
  },
  "options.unknown": {
    phase: "usage",
    cause: "A function was given an option that does not exist; it would have been passed over in silence.",
    cure: "Check the spelling; the nearest option is suggested.",
  },
  "options.invalid": {
    phase: "usage",
    cause: "The options of a function are no object, or one that restricts is there and undefined.",
    cure: "Give the option a value, or leave it out.",
  },
  "input.wrong-kind": {
    phase: "usage",
    cause: "A function was given something of another kind than it takes: a promise, a text, a copy of a reading.",
    cure: "Pass what the message names instead.",
  },
  "adapter.invalid": {
    phase: "usage",
    cause: "An adapter's definition breaks the adapter interface.",
    cure: "Correct the part that `path` names; docs/adding-an-adapter.md describes each.",
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
    cure: "Check the credentials and the request; `details.status` and `details.vendorCode` say what the vendor said.",
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
