// Times of a grant, on the way into a token.

import { hour } from "./core-time-words.mjs";
import { model, pages } from "./core-words.mjs";
import { now } from "./words.mjs";

/** A grant that is issued, and what is written for it. */
const issue = (id, comment, flags, grant, paths, others = {}) => ({
  id,
  comment,
  flags,
  input: { grant },
  accepted: { paths },
  ...others,
});
const refuseIssue = (id, comment, flags, twin, grant, code, path, others = {}) => ({
  id,
  comment,
  flags,
  twin,
  input: { grant },
  refused: [code],
  path,
  ...others,
});

const minting = {
  title: "Times of a grant, on the way into a token",
  op: "encode-example",
  source: model,
  spec: [pages.numericDate],
  tests: [
    issue("issue-in-an-hour", "an hour as a text", ["RelativeTime"], { expiresIn: "1h" }, { expiresAt: now + hour }),
    issue("issue-in-seconds", "an hour in seconds", ["RelativeTime"], { expiresIn: hour }, { expiresAt: now + hour }),
    issue(
      "issue-at-instant",
      "an instant in seconds, written as it is",
      ["ExpiryBoundary"],
      { expiresAt: now + hour },
      { expiresAt: now + hour },
    ),
    issue("issue-next-second", "for one second", ["ExpiryBoundary"], { expiresAt: now + 1 }, { expiresAt: now + 1 }),
    refuseIssue(
      "issue-equals-now",
      "over at this very second",
      ["ExpiryBoundary"],
      "issue-next-second",
      { expiresAt: now },
      "grant.empty-window",
      "expiresAt",
    ),
    refuseIssue(
      "issue-last-second",
      "over since a second",
      ["ExpiryBoundary"],
      "issue-next-second",
      { expiresAt: now - 1 },
      "grant.empty-window",
      "expiresAt",
    ),
    {
      id: "issue-missing",
      comment: "nothing is said about the end",
      flags: ["NeverExpires"],
      twin: "issue-at-instant",
      input: { grantWithout: ["expiresAt"] },
      refused: ["grant.missing"],
      path: "expiresAt",
    },
    ...[
      ["zero", "zero seconds", 0],
      ["negative", "a negative duration", -1],
      ["zero-text", "zero hours", "0h"],
      ["negative-text", "a negative duration as a text", "-1h"],
      ["fraction", "half a second", 0.5],
      ["empty", "an empty text", ""],
      ["null", "null is no duration", null],
      ["false", "false is no duration", false],
      ["iso", "a duration as XML has it", "PT1H"],
      ["no-unit", "a text without a unit", "3600"],
      ["milliseconds", "a present instant in milliseconds", (now + hour) * 1000],
    ].map(([id, comment, expiresIn]) =>
      refuseIssue(
        `issue-in-${id}`,
        comment,
        ["FalsyTime"],
        "issue-in-an-hour",
        { expiresIn },
        "grant.invalid",
        "expiresIn",
      ),
    ),
    ...[
      ["milliseconds", "an expiry in milliseconds", (now + hour) * 1000, "grant.milliseconds", "Milliseconds"],
      ["relative", "an hour where an instant belongs", hour, "grant.relative-time", "RelativeTime"],
      ["zero", "zero is no expiry", 0, "grant.invalid", "FalsyTime"],
      ["negative", "a negative expiry", -1, "grant.invalid", "FalsyTime"],
      ["empty", "an empty text is no expiry", "", "grant.invalid", "FalsyTime"],
      ["fraction", "an expiry with a fraction", now + hour + 0.5, "grant.invalid", "NotAnInstant"],
      ["text", "a text of digits", String(now + hour), "grant.invalid", "NotAnInstant"],
      ["iso", "a date as people write it", "2027-01-15T09:00:00Z", "grant.invalid", "NotAnInstant"],
      ["huge", "a number behind every date", 1e30, "grant.invalid", "NotAnInstant"],
    ].map(([id, comment, expiresAt, code, flag]) =>
      refuseIssue(`issue-at-${id}`, comment, [flag], "issue-at-instant", { expiresAt }, code, "expiresAt"),
    ),
    refuseIssue(
      "issue-at-and-in",
      "two ends",
      ["RelativeTime"],
      "issue-at-instant",
      { expiresAt: now + hour, expiresIn: "1h" },
      "grant.invalid",
      "expiresIn",
    ),
  ],
};

const mintingNotBefore = {
  title: "A grant's not-before, on the way into a token",
  op: "encode-example",
  requires: ["notBefore"],
  source: model,
  spec: [pages.notBefore],
  tests: [
    issue(
      "issue-not-before",
      "half an hour ahead, for half an hour",
      ["NotBeforeBoundary"],
      { notBefore: now + hour / 2, expiresAt: now + hour },
      { notBefore: now + hour / 2, expiresAt: now + hour },
    ),
    ...[
      ["equals-expiry", "over at the very second at which it begins", now + hour, "grant.empty-window", "EmptyWindow"],
      ["after-expiry", "over before it begins", now + 2 * hour, "grant.empty-window", "EmptyWindow"],
      ["milliseconds", "in milliseconds", now * 1000, "grant.milliseconds", "Milliseconds"],
      ["relative", "a duration", 60, "grant.relative-time", "RelativeTime"],
      ["text", "a text of digits", String(now), "grant.invalid", "NotAnInstant"],
      ["null", "null is no instant", null, "grant.invalid", "NotAnInstant"],
    ].map(([id, comment, instant, code, flag]) =>
      refuseIssue(
        `issue-not-before-${id}`,
        comment,
        [flag],
        "issue-not-before",
        { notBefore: instant, expiresAt: now + hour },
        code,
        "notBefore",
      ),
    ),
  ],
};

const mintingStay = {
  title: "The length of a stay, on the way into a token",
  op: "encode-example",
  requires: ["stay.maxSeconds"],
  source: model,
  spec: [pages.expiry],
  tests: [
    issue(
      "issue-stay",
      "ten minutes of stay, an hour to join",
      ["StayIsNotExpiry"],
      { stay: { maxSeconds: 600 }, expiresAt: now + hour },
      { "stay.maxSeconds": 600, expiresAt: now + hour },
    ),
    ...[
      ["zero", "no time to stay", 0],
      ["negative", "less than no time to stay", -600],
      ["fraction", "a fraction of a second", 600.5],
      ["text", "a text of digits", "600"],
      ["null", "null is no length", null],
    ].map(([id, comment, maxSeconds]) =>
      refuseIssue(
        `issue-stay-${id}`,
        comment,
        ["FalsyTime", "StayIsNotExpiry"],
        "issue-stay",
        { stay: { maxSeconds }, expiresAt: now + hour },
        "grant.invalid",
        "stay.maxSeconds",
      ),
    ),
  ],
};

export const groups = [minting, mintingNotBefore, mintingStay];
