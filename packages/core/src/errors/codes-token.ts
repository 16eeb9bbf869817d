import type { CodeEntry } from "./codes.js";

/** Codes of the token parser and of `verify`, in the order in which they are checked. */
export const tokenCodes = {
  "token.not-a-string": { phase: "form", cause: "The token is not a string.", cure: "Pass the token text itself." },
  "token.too-large": {
    phase: "limit",
    cause: "The token is longer than the limit.",
    cure: "Check that this is one meeting token; raise `maxBytes` only if the vendor really mints such tokens.",
  },
  "token.pasting-noise": {
    phase: "form",
    cause: "Quotes, white space, `Bearer ` or a link surround the token.",
    cure: "Pass the bare token. `inspect` strips this; `verify` never does.",
  },
  "token.bad-character": {
    phase: "form",
    cause: "A character that no compact token can contain.",
    cure: "Copy the token again; it consists of A-Z a-z 0-9 - _ and two dots.",
  },
  "token.not-three-parts": {
    phase: "form",
    cause: "The text does not have exactly three parts.",
    cure: "A signed token is header.payload.signature; check that none of it was cut off.",
  },
  "token.not-a-jws": {
    phase: "form",
    cause: "Five parts: this is an encrypted token (JWE), not a signed one.",
    cure: "No supported vendor encrypts meeting tokens; check where it came from.",
  },
  "token.empty-part": {
    phase: "form",
    cause: "A part of the token is empty.",
    cure: "An empty signature means an unsigned token: do not accept it.",
  },
  "token.not-canonical": {
    phase: "form",
    cause: "A part is not canonical base64url (padding, spare bits or a wrong length).",
    cure: "Refuse it: the same token has exactly one valid spelling.",
  },
  "token.byte-order-mark": {
    phase: "form",
    cause: "The JSON begins with a byte order mark.",
    cure: "Mint the token with plain UTF-8 JSON.",
  },
  "token.not-utf8": {
    phase: "form",
    cause: "The JSON is not valid UTF-8.",
    cure: "Mint the token with plain UTF-8 JSON.",
  },
  "token.not-json": {
    phase: "form",
    cause: "A part does not hold valid JSON.",
    cure: "Check that this is a JSON Web Token and that it was not cut.",
  },
  "token.not-an-object": {
    phase: "form",
    cause: "Header or payload is not a JSON object.",
    cure: "Check that this is a JSON Web Token.",
  },
  "token.duplicate-name": {
    phase: "form",
    cause: "The same name appears twice in one JSON object.",
    cure: "Refuse it: readers disagree about which one counts.",
  },
  "token.forbidden-name": {
    phase: "form",
    cause: "A member is named `__proto__`.",
    cure: "Refuse it: it is an attempt to poison objects.",
  },
  "token.too-deep": {
    phase: "limit",
    cause: "The JSON is nested too deeply.",
    cure: "Refuse it; meeting tokens are nearly flat.",
  },
  "token.too-many-names": {
    phase: "limit",
    cause: "The JSON has too many members.",
    cure: "Refuse it; meeting tokens have a few dozen members at most.",
  },
  "token.bad-number": {
    phase: "form",
    cause: "A number that cannot be represented exactly.",
    cure: "Mint the token with integers below 2^53.",
  },
  "header.algorithm": {
    phase: "header",
    cause: "The header's algorithm is not the one that this vendor uses.",
    cure: "Refuse it; never let a token choose its own algorithm.",
  },
  "header.type": {
    phase: "header",
    cause: "The header's `typ` names another kind of token.",
    cure: "Check which vendor and which kind of token this is.",
  },
  "header.unsupported-member": {
    phase: "header",
    cause: "The header has a member that this vendor's tokens never carry (`crit`, `b64`, `jwk`, `zip`, ...).",
    cure: "Refuse it; such members change what the token means or where keys come from.",
  },
  "header.key-id": {
    phase: "header",
    cause: "The header's `kid` is not one of the configured keys, or names a key of another algorithm.",
    cure: "Check the configured keys.",
  },
  "signature.mismatch": {
    phase: "signature",
    cause: "The signature does not match any of the configured keys.",
    cure: "Check the key; the token may also be signed by the vendor itself or belong to another account.",
  },
  "claims.not-a-date": {
    phase: "claims",
    cause: "A time claim is not a positive integer of unix seconds inside a sane window.",
    cure: "Write time claims as integer unix seconds.",
  },
  "claims.milliseconds": {
    phase: "claims",
    cause: "A time claim looks like milliseconds.",
    cure: "Divide by 1000: tokens use seconds.",
  },
  "claims.relative-time": {
    phase: "claims",
    cause: "A time claim looks like a duration (86400) where an instant belongs.",
    cure: "Add it to the current unix time.",
  },
  "claims.fractional": { phase: "claims", cause: "A time claim has a fraction.", cure: "Round down to whole seconds." },
  "claims.empty-window": {
    phase: "claims",
    cause: "The token's not-before is not earlier than its expiry.",
    cure: "Mint it with a not-before that lies before the expiry.",
  },
  "claims.issued-in-future": {
    phase: "claims",
    cause: "The token says that it was issued in the future.",
    cure: "Check both clocks; a small difference is covered by `clockToleranceSeconds`.",
  },
  "claims.missing-expiry": {
    phase: "claims",
    cause: "The token never expires.",
    cure: "Mint it with an expiry, or pass `allowNoExpiry: true` if you accept this.",
  },
  "claims.missing-issued-at": {
    phase: "claims",
    cause: "The token does not say when it was issued.",
    cure: "Mint it with an issue time (`iat`).",
  },
  "claims.invalid": {
    phase: "claims",
    cause: "A claim does not have the type that the vendor documents.",
    cure: "Compare the claim with the vendor's table in the adapter's README.",
  },
  "claims.unknown-value": {
    phase: "claims",
    cause: "A claim has a value that the vendor does not document.",
    cure: "Compare it with the vendor's table in the adapter's README; it is read as the lowest right and never minted.",
  },
  "token.expired": { phase: "claims", cause: "The token's expiry has passed.", cure: "Issue a new token." },
  "token.not-yet-valid": {
    phase: "claims",
    cause: "The token's not-before lies ahead.",
    cure: "Wait, or check the clock of the machine that minted it.",
  },
  "policy.room": {
    phase: "policy",
    cause: "The token is not for the expected room.",
    cure: "Check the room name, and that the right token was presented.",
  },
  "policy.participant": {
    phase: "policy",
    cause: "The token is not bound to the expected participant.",
    cure: "Check the participant id.",
  },
  "policy.purpose": {
    phase: "policy",
    cause: "The token is not for the expected purpose.",
    cure: "Participant tokens join rooms; api tokens call the vendor's server API.",
  },
  "policy.tenant": {
    phase: "policy",
    cause: "The token belongs to another account (domain, app or api key).",
    cure: "Check the configured account.",
  },
  "key.empty": {
    phase: "usage",
    cause: "The signing secret is empty or not a string of bytes.",
    cure: "Configure the vendor's key; check that the environment variable is set.",
  },
  "key.unsuitable": {
    phase: "usage",
    cause: "The key does not fit the algorithm (a PEM or JWK text given as an HMAC secret, or a key of another type).",
    cure: "Give the vendor's secret text for HS256, or import the key for its algorithm.",
  },
  "key.unsupported-algorithm": {
    phase: "usage",
    cause: "The algorithm is not one that this package signs or verifies.",
    cure: "Use HS256, HS384, HS512, RS256 or ES256.",
  },
  "clock.invalid": {
    phase: "usage",
    cause: "The clock or the clock tolerance is not a finite number of seconds.",
    cure: "Pass unix seconds for `now` and a finite, non-negative `clockToleranceSeconds`.",
  },
} as const satisfies Record<string, CodeEntry>;
