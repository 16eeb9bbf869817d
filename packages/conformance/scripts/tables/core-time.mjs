// Time: one clock from outside, unix seconds, a tolerance that the caller names.
import { groups as minting } from "./core-time-minting.mjs";
import { groups as values } from "./core-time-values.mjs";
import { accepted, at, ending, hour, refused, tolerating } from "./core-time-words.mjs";
import { jwt, pages, refuse } from "./core-words.mjs";
import { now } from "./words.mjs";

const expiry = {
  title: "The expiry, to the second",
  source: jwt,
  spec: [pages.expiry],
  tests: [
    ...accepted([["exp-ahead", "an hour ahead", now + hour]], ["ExpiryBoundary"], ending, {
      ...tolerating(0),
      accepted: { grant: { expiresAt: now + hour } },
    }),
    ...accepted([["exp-next-second", "a second ahead", now + 1]], ["ExpiryBoundary"], ending, tolerating(0)),
    ...refused(
      [
        ["exp-equals-now", "dead at its expiry, not one second later", now],
        ["exp-last-second", "a second ago", now - 1],
        ["exp-long-ago", "a year ago", now - 31_536_000],
      ],
      ["ExpiryBoundary"],
      "exp-next-second",
      ending,
      ["token.expired"],
      tolerating(0),
    ),
    ...accepted(
      [["exp-in-tolerance", "29 seconds ago, and 30 are tolerated", now - 29]],
      ["ExpiryBoundary"],
      ending,
      tolerating(30),
    ),
    ...refused(
      [
        ["exp-at-tolerance", "30 seconds ago, and 30 are tolerated", now - 30],
        ["exp-past-tolerance", "31 seconds ago, and 30 are tolerated", now - 31],
      ],
      ["ExpiryBoundary"],
      "exp-in-tolerance",
      ending,
      ["token.expired"],
      tolerating(30),
    ),
  ],
};

const starting = (notBefore) => at({ notBefore });

const notBefore = {
  title: "The not-before, to the second",
  source: jwt,
  spec: [pages.notBefore],
  tests: [
    ...accepted([["nbf-long-ago", "an hour ago", now - hour]], ["NotBeforeBoundary"], starting, {
      ...tolerating(0),
      accepted: { grant: { notBefore: now - hour } },
    }),
    ...accepted(
      [
        ["nbf-last-second", "a second ago", now - 1],
        ["nbf-equals-now", "good from that very second on", now],
      ],
      ["NotBeforeBoundary"],
      starting,
      tolerating(0),
    ),
    ...refused(
      [
        ["nbf-next-second", "a second ahead", now + 1],
        ["nbf-ahead", "half an hour ahead", now + hour / 2],
      ],
      ["NotBeforeBoundary"],
      "nbf-equals-now",
      starting,
      ["token.not-yet-valid"],
      tolerating(0),
    ),
    ...accepted(
      [["nbf-at-tolerance", "30 seconds ahead, and 30 are tolerated", now + 30]],
      ["NotBeforeBoundary"],
      starting,
      tolerating(30),
    ),
    ...refused(
      [["nbf-past-tolerance", "31 seconds ahead, and 30 are tolerated", now + 31]],
      ["NotBeforeBoundary"],
      "nbf-at-tolerance",
      starting,
      ["token.not-yet-valid"],
      tolerating(30),
    ),
    ...accepted(
      [["nbf-ignored", "half an hour ahead, which the caller accepts out loud", now + hour / 2]],
      ["NotBeforeBoundary"],
      starting,
      tolerating(0, { ignoreNotBefore: true }),
    ),
    ...accepted([["nbf-zero", "zero restricts nothing", 0]], ["NotBeforeBoundary"], starting, tolerating(0)),
    refuse(
      "nbf-equals-exp",
      "over at the very second at which it begins",
      ["EmptyWindow"],
      "nbf-ignored",
      at({ notBefore: now + hour, expiresAt: now + hour }),
      ["claims.empty-window"],
      tolerating(0, { ignoreNotBefore: true }),
    ),
    refuse(
      "nbf-after-exp",
      "over before it begins",
      ["EmptyWindow"],
      "nbf-ignored",
      at({ notBefore: now + 2 * hour, expiresAt: now + hour }),
      ["claims.empty-window"],
      tolerating(0, { ignoreNotBefore: true }),
    ),
    refuse(
      "nbf-after-exp-not-yet",
      "the same, when the caller accepts nothing",
      ["EmptyWindow"],
      "nbf-equals-now",
      at({ notBefore: now + 2 * hour, expiresAt: now + hour }),
      ["claims.empty-window", "token.not-yet-valid"],
      tolerating(0),
    ),
  ],
};

const issued = (iat) => ({ claims: { members: { iat } } });

const issuedAt = {
  title: "The time of issue, under its registered name",
  source: jwt,
  spec: [pages.issuedAt],
  tests: [
    ...accepted([["iat-equals-now", "this very second", now]], ["IssuedInFuture"], issued, tolerating(0)),
    ...accepted([["iat-long-ago", "a year ago", now - 31_536_000]], ["IssuedInFuture"], issued, tolerating(0)),
    ...refused(
      [
        ["iat-next-second", "a second ahead", now + 1],
        ["iat-ahead", "an hour ahead", now + hour],
      ],
      ["IssuedInFuture"],
      "iat-equals-now",
      issued,
      ["claims.issued-in-future"],
      tolerating(0),
    ),
    ...accepted(
      [["iat-at-tolerance", "30 seconds ahead, and 30 are tolerated", now + 30]],
      ["IssuedInFuture"],
      issued,
      tolerating(30),
    ),
    ...refused(
      [["iat-past-tolerance", "31 seconds ahead, and 30 are tolerated", now + 31]],
      ["IssuedInFuture"],
      "iat-at-tolerance",
      issued,
      ["claims.issued-in-future"],
      tolerating(30),
    ),
    ...refused(
      [
        ["iat-text", "a time of issue that is a text", String(now)],
        ["iat-true", "a time of issue that is true", true],
        ["iat-null", "a time of issue that is null", null],
        ["iat-zero", "a time of issue that is zero", 0],
        ["iat-negative", "a time of issue that is a negative number", -now],
      ],
      ["NotAnInstant"],
      "iat-equals-now",
      issued,
      ["claims.not-a-date", "claims.invalid"],
      tolerating(0),
    ),
    ...refused(
      [["iat-fraction", "a time of issue with a fraction of a second", now - 0.5]],
      ["NotAnInstant"],
      "iat-equals-now",
      issued,
      ["claims.fractional", "claims.not-a-date", "claims.invalid"],
      tolerating(0),
    ),
    ...refused(
      [["iat-milliseconds", "a time of issue in milliseconds", now * 1000]],
      ["Milliseconds"],
      "iat-equals-now",
      issued,
      ["claims.milliseconds", "claims.not-a-date", "claims.invalid"],
      tolerating(0),
    ),
  ],
};

const member = (name) => (value) => ({ claims: { members: { [name]: value } } });

const registered = {
  title: "The registered expiry and not-before, wherever the vendor keeps its own",
  source: jwt,
  spec: [pages.expiry, pages.notBefore],
  tests: [
    ...accepted([["registered-exp", "an hour ahead", now + hour]], ["ExpiryBoundary"], member("exp"), tolerating(0)),
    ...refused(
      [
        ["registered-exp-equals-now", "dead at its expiry, not one second later", now],
        ["registered-exp-long-ago", "a year ago", now - 31_536_000],
      ],
      ["ExpiryBoundary"],
      "registered-exp",
      member("exp"),
      ["token.expired"],
      tolerating(0),
    ),
    ...refused(
      [["registered-exp-text", "an expiry as a text", String(now + hour)]],
      ["NotAnInstant"],
      "registered-exp",
      member("exp"),
      ["claims.not-a-date", "claims.invalid"],
      tolerating(0),
    ),
    ...accepted([["registered-nbf", "this very second", now]], ["NotBeforeBoundary"], member("nbf"), tolerating(0)),
    ...refused(
      [["registered-nbf-next-second", "a second ahead", now + 1]],
      ["NotBeforeBoundary"],
      "registered-nbf",
      member("nbf"),
      ["token.not-yet-valid"],
      tolerating(0),
    ),
    ...refused(
      [["registered-nbf-text", "a not-before as a text", String(now)]],
      ["NotAnInstant"],
      "registered-nbf",
      member("nbf"),
      ["claims.not-a-date", "claims.invalid"],
      tolerating(0),
    ),
  ],
};

export default {
  file: "time",
  category: "time",
  title: "Expiry, not-before, time of issue and length of stay",
  groups: [expiry, notBefore, issuedAt, registered, ...values, ...minting],
};
