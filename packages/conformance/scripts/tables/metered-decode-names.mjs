// Metered: names that people mistake for fields, inside and beside `data`, and names that are nobody's mistake.
import { anyRoom, appName, claims, grant, pages } from "./metered-facts.mjs";
import { expiresAt, issuedAt, surely, warning } from "./words.mjs";

const misnamed = (path) => warning("lint.unknown-claim", path);

/** Members of `data` that nobody documents: all of them survive, and those at `reported` are somebody's mistake. */
const inside = (id, comment, members, reported, others = {}) => ({
  id,
  comment,
  flags: [reported.length > 0 ? "MisnamedClaim" : "UnknownMember", ...(others.flags ?? [])],
  claims: claims(members),
  grant: grant(),
  unknown: { data: members },
  findings: reported.map((name) => misnamed(`data.${name}`)),
  authority: others.authority ?? { identity: surely(null), room: surely("standup") },
});

const beside = (id, comment, members, reported) => ({
  id,
  comment,
  flags: [reported.length > 0 ? "MisnamedClaim" : "UnknownMember"],
  claims: claims({}, members),
  grant: grant(),
  unknown: members,
  findings: reported.map(misnamed),
});

const all = (members) => Object.keys(members);

/** Names seen in public code, or those of other vendors. */
const forAdmin = { admin: true, isOwner: true, isModerator: true, is_owner: true };
const forExpiry = {
  expire: expiresAt,
  expires: expiresAt,
  expiresAt,
  expires_at: expiresAt,
  expiresIn: 3600,
  expiresInSec: 3600,
  expiry: expiresAt,
  tokenExpiresAt: expiresAt,
};
const forTimes = { nbf: 1, notBefore: 1, not_before: 1, duration: 60, ejectAfterElapsed: 60 };
const forPeople = {
  displayName: "Alice",
  userName: "Alice",
  user_id: "user-7",
  participantId: "user-7",
  metadata: "front row",
};
const forRooms = { room: "other", roomId: "other", roomURL: "https://test-app.metered.live/other" };

const misspelt = {
  roomname: "other",
  room_name: "other",
  globaltoken: true,
  is_admin: true,
  isAdmn: true,
  emial: "a@example.org",
  external_user_id: "user-7",
};

const misspeltFurther = {
  expireUnixSecs: expiresAt,
  notBeforeUnixSecs: 1,
  ejectAfterElapsedTimeSec: 60,
  joinVideoOff: true,
  disableScreenSharin: true,
  meteredParticipantID: "9b2f7a60",
};

const longest = `isAdmi${"-".repeat(34)}`;

export const names = {
  title: "Names that are mistaken for fields",
  spec: [pages.mint, pages.guide],
  tests: [
    inside("misnamed-admin", "other words for an admin make none", forAdmin, all(forAdmin), {
      flags: ["RoleFlag"],
      authority: { rights: { "rights.admit": "default(deny), liftable" } },
    }),
    inside("misnamed-expiry", "other words for the expiry are none", forExpiry, all(forExpiry), {
      flags: ["TimeClaim"],
      authority: { window: surely({ notBefore: 0, expiresAt }) },
    }),
    inside("misnamed-times", "other words for a start and a limit restrict nothing", forTimes, all(forTimes), {
      flags: ["TimeClaim"],
      authority: {
        stay: surely({ maxSeconds: null, endsAtExpiry: false }),
        window: surely({ notBefore: 0, expiresAt }),
      },
    }),
    inside("misnamed-people", "other words for whom it is for name nobody", forPeople, all(forPeople)),
    inside("misnamed-rooms", "other words for the room are none", forRooms, all(forRooms)),
    inside("misspelt-fields", "fields are told apart by every letter and its case", misspelt, all(misspelt)),
    inside("misspelt-further-fields", "also those with long names", misspeltFurther, all(misspeltFurther)),
    inside(
      "foreign-switches",
      "another vendor's switches withhold nothing",
      { canSubscribe: false, can_publish: false },
      ["canSubscribe", "can_publish"],
    ),
    inside(
      "names-of-nobody",
      "a name that is near to no field is kept, and nobody guesses at it",
      { department: "sales", x: 1, "x-tier": "gold", shoeSize: 43 },
      [],
    ),
    inside(
      "names-odd",
      "nor at names that are no plain words, which would be repeated in a message",
      { "room name": "other", "isAdmin!": true, ".isAdmin": true, "9expires": 1, "": 1, "isAdmin\n": true },
      [],
    ),
    inside("names-longest", "forty characters are a plain name", { [longest]: true }, [longest]),
    inside("names-too-long", "one more is not", { [`${longest}-`]: true }, []),
    beside("beside-mixed-up", "letters in another order are a slip", { nfb: 1, epx: expiresAt, ita: issuedAt }, [
      "nfb",
      "epx",
      "ita",
    ]),
    beside(
      "beside-near",
      "three letters are near to everything, so that another letter is no slip",
      { jti: "4f2c2d1e", sub: "user-7", aud: "test", iss: "somebody", ex: 1, nb: 1 },
      [],
    ),
    beside(
      "beside-fields",
      "fields of `data` beside it are not read, however they are written",
      { isAdmin: true, "global-token": true, external_user_id: "user-7", appName: "other-app" },
      ["isAdmin", "global-token", "external_user_id", "appName"],
    ),
    beside("beside-odd", "names that are no plain words are not guessed at", { "isAdmin ": true, "room\tName": 1 }, []),
    {
      id: "unknown-in-every-place",
      comment: "unknown members survive with every JSON value, also null and empty ones",
      flags: ["UnknownMember", "AbsentIsNotFalse"],
      claims: claims({ inner: null, hollow: {} }, { outer: [], zero: 0, nothing: null }),
      grant: grant(),
      unknown: { data: { inner: null, hollow: {} }, outer: [], zero: 0, nothing: null },
    },
    {
      id: "everything-beside",
      comment: "a token whose fields all stand beside an empty `data` is a global one for ever",
      flags: ["MisnamedClaim", "EveryRoom", "NeverExpires"],
      claims: { data: { appName }, roomName: "standup", expireUnixSec: expiresAt, iat: issuedAt },
      grant: grant({ room: anyRoom, expiresAt: null }),
      unknown: { roomName: "standup", expireUnixSec: expiresAt },
      findings: [
        misnamed("roomName"),
        misnamed("expireUnixSec"),
        warning("metered.implicit-any-room", "data.roomName"),
      ],
      authority: { room: surely(anyRoom), window: surely({ notBefore: 0, expiresAt: null }) },
    },
  ],
};
