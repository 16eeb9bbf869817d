// An expiry that is missing, times that are no instants, and lengths of stay that are no expiry.

import { at, ending, hour, refused, tolerating } from "./core-time-words.mjs";
import { accept, jwt, model, pages, refuse } from "./core-words.mjs";
import { now } from "./words.mjs";

const endless = { claims: { removePaths: ["expiresAt"] } };

const missing = {
  title: "No expiry",
  source: model,
  spec: [pages.expiry],
  tests: [
    accept(
      "exp-missing-accepted",
      "without an expiry, which the caller accepts out loud; read, it has none",
      ["NeverExpires"],
      endless,
      { ...tolerating(0, { allowNoExpiry: true }), accepted: { expires: false } },
    ),
    refuse(
      "exp-missing",
      "without an expiry, and nobody has said that this is fine",
      ["NeverExpires"],
      "exp-missing-accepted",
      endless,
      ["claims.missing-expiry"],
      tolerating(0),
    ),
    refuse(
      "exp-missing-denied",
      "without an expiry, which the caller does not accept out loud",
      ["NeverExpires"],
      "exp-missing-accepted",
      endless,
      ["claims.missing-expiry"],
      tolerating(0, { allowNoExpiry: false }),
    ),
    refuse(
      "exp-expired-all-the-same",
      "an expiry that is there counts, also where none is needed",
      ["NeverExpires", "ExpiryBoundary"],
      "exp-missing-accepted",
      ending(now - 1),
      ["token.expired"],
      tolerating(0, { allowNoExpiry: true }),
    ),
    refuse(
      "exp-unreadable-all-the-same",
      "an expiry that cannot be read is not one that is missing",
      ["NeverExpires", "NotAnInstant"],
      "exp-missing-accepted",
      ending("never"),
      ["claims.not-a-date", "claims.invalid"],
      tolerating(0, { allowNoExpiry: true }),
    ),
  ],
};

const notInstants = [
  ["text", "a text of digits", String(now + hour)],
  ["iso", "a date as people write it", "2027-01-15T09:00:00Z"],
  ["empty", "an empty text", ""],
  ["true", "true", true],
  ["null", "null", null],
  ["list", "an instant in a list", [now + hour]],
  ["object", "an object", { seconds: now + hour }],
  ["zero", "zero", 0],
  ["negative", "a negative number", -now - hour],
];

const kinds = (path, slug, name, twin) => {
  const instant = (value) => at({ [path]: value });
  const rows = notInstants.filter(([id]) => path === "expiresAt" || id !== "zero");
  return [
    ...refused(
      rows.map(([id, comment, value]) => [`${slug}-${id}`, `${name} that is ${comment}`, value]),
      ["NotAnInstant"],
      twin,
      instant,
      ["claims.not-a-date", "claims.invalid"],
      tolerating(0),
    ),
    ...refused(
      [
        [`${slug}-huge`, `${name} that is a number behind every date`, 1e30],
        [`${slug}-behind-dates`, `${name} that is the first second behind every date`, 8_640_000_000_001],
      ],
      ["NotAnInstant"],
      twin,
      instant,
      ["token.bad-number", "claims.not-a-date", "claims.invalid"],
      tolerating(0),
    ),
    ...refused(
      [[`${slug}-fraction`, `${name} that is a fraction of a second`, now + 0.5]],
      ["NotAnInstant"],
      twin,
      instant,
      ["claims.fractional", "claims.not-a-date", "claims.invalid"],
      tolerating(0),
    ),
    ...refused(
      [
        [`${slug}-milliseconds`, `${name} that is milliseconds, of 13 digits`, (now + hour) * 1000],
        [`${slug}-first-milliseconds`, `${name} that is the first number taken for milliseconds`, 100_000_000_000],
      ],
      ["Milliseconds"],
      twin,
      instant,
      ["claims.milliseconds", "claims.not-a-date", "claims.invalid"],
      tolerating(0),
    ),
    ...refused(
      [[`${slug}-relative`, `${name} that is a duration of a day`, 86_400]],
      ["RelativeTime"],
      twin,
      instant,
      ["claims.relative-time", "claims.not-a-date", "claims.invalid"],
      tolerating(0),
    ),
  ];
};

const types = {
  title: "Times that are no instants",
  source: jwt,
  spec: [pages.numericDate],
  tests: [
    ...kinds("expiresAt", "exp", "an expiry", "exp-ahead"),
    ...kinds("notBefore", "nbf", "a not-before", "nbf-equals-now"),
  ],
};

const staying = (seconds, others = {}) => at({ "stay.maxSeconds": seconds, ...others });

const stay = {
  title: "The length of a stay, apart from the expiry",
  source: model,
  spec: [pages.expiry],
  tests: [
    accept("stay-apart", "ten minutes of stay, an hour to join", ["StayIsNotExpiry"], staying(600), {
      ...tolerating(0),
      requires: ["claim.expiresAt"],
      accepted: { grant: { expiresAt: now + hour, "stay.maxSeconds": 600 } },
    }),
    accept("stay-longer", "a day of stay, an hour to join", ["StayIsNotExpiry"], staying(86_400), {
      ...tolerating(0),
      accepted: { grant: { expiresAt: now + hour, "stay.maxSeconds": 86_400 } },
    }),
    refuse(
      "stay-outlives-expiry",
      "a day of stay, and expired: nobody joins any more",
      ["StayIsNotExpiry"],
      "stay-longer",
      staying(86_400, { expiresAt: now - 1 }),
      ["token.expired"],
      tolerating(0),
    ),
    refuse(
      "stay-is-no-expiry",
      "ten minutes of stay, and no expiry: it never expires",
      ["StayIsNotExpiry", "NeverExpires"],
      "stay-apart",
      { claims: { paths: { "stay.maxSeconds": 600 }, removePaths: ["expiresAt"] } },
      ["claims.missing-expiry"],
      tolerating(0),
    ),
    ...refused(
      [
        ["stay-text", "a text in place of the length of the stay", "600"],
        ["stay-true", "true in place of the length of the stay", true],
        ["stay-null", "null in place of the length of the stay", null],
        ["stay-list", "a list in place of the length of the stay", [600]],
        ["stay-fraction", "a fraction of a second", 600.5],
      ],
      ["StayIsNotExpiry", "NotAnInstant"],
      "stay-apart",
      (value) => staying(value),
      ["claims.invalid", "claims.unknown-value"],
      tolerating(0),
    ),
  ],
};

export const groups = [missing, types, stay];
