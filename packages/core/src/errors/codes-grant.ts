import type { CodeEntry } from "./codes.js";

/** Codes of parsing a grant, encoding it for a vendor and translating it. */
export const grantCodes = {
  "grant.invalid": {
    phase: "grant",
    cause: "A field of the grant has the wrong type or value.",
    cure: "Correct what `path` names; `details.issues` has everything that is wrong, and docs/grant.md every field.",
  },
  "grant.unknown-field": {
    phase: "grant",
    cause: "The grant has a field that does not exist.",
    cure: "Check the spelling; the nearest field is suggested.",
  },
  "grant.missing": {
    phase: "grant",
    cause: "A field that has no safe default was left out, or a field that may restrict is there and undefined.",
    cure: "Say it out loud: a room or `{ any: true }`, an expiry or `null`; leave out what is not meant.",
  },
  "grant.milliseconds": {
    phase: "grant",
    cause: "A time looks like milliseconds.",
    cure: "Give unix seconds, a `Date`, or `expiresIn`.",
  },
  "grant.relative-time": {
    phase: "grant",
    cause: "An instant looks like a duration.",
    cure: "Use `expiresIn` for durations.",
  },
  "grant.empty-window": {
    phase: "grant",
    cause: "The grant is over before it begins.",
    cure: "Give an expiry that lies after `notBefore` and after now.",
  },
  "grant.modelled-extension": {
    phase: "grant",
    cause: "An extension names something that the neutral model already has.",
    cure: "Use the neutral field, so that it is checked.",
  },
  "grant.unsupported": {
    phase: "grant",
    cause: "The vendor's token cannot hold this.",
    cure: "Leave the field out, or follow the remedy: a room setting, a client option, or another way of issuing.",
  },
  "grant.limit": {
    phase: "limit",
    cause: "A value is longer or larger than the vendor takes.",
    cure: "Shorten it; roompass never cuts a value.",
  },
  "translate.refused": {
    phase: "translate",
    cause: "The translated token would grant more than the source, or cannot hold what the source says.",
    cure: "Each path in `refusals` names what would change it.",
  },
  "translate.unverified": {
    phase: "translate",
    cause: "The source token was not verified.",
    cure: "Verify it first, or pass `trustUnverified: true` if you know where it comes from.",
  },
  "translate.vendor-mismatch": {
    phase: "translate",
    cause: "`from` is not the vendor that the source was verified for.",
    cure: "Pass the adapter that verified the token.",
  },
  "translate.policy": {
    phase: "usage",
    cause: "The translation policy has a field that does not exist or a value of the wrong type.",
    cure: "Correct what `path` names, or leave it out; docs/translating.md lists what a policy has.",
  },
} as const satisfies Record<string, CodeEntry>;
