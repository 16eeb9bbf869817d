// Metered: names that people mistake for fields, inside and beside `data`, and names that are nobody's mistake.
import { anyRoom, appName, claims, grant, pages } from "./metered-facts.mjs";
import { expiresAt, issuedAt, misnamed, surely, warning } from "./words.mjs";

/** Members of `data` that nobody documents: all of them survive, and those of `meant` stand for one of its fields. */
const inside = (id, comment, members, meant = {}, others = {}) => ({
  id,
  comment,
  flags: [Object.keys(meant).length > 0 ? "MisnamedClaim" : "UnknownMember", ...(others.flags ?? [])],
  claims: claims(members),
  grant: grant(),
  unknown: { data: members },
  findings: misnamed(meant, "data."),
  authority: others.authority ?? { identity: surely(null), room: surely("standup") },
});

const beside = (id, comment, members, meant = {}) => ({
  id,
  comment,
  flags: [Object.keys(meant).length > 0 ? "MisnamedClaim" : "UnknownMember"],
  claims: claims({}, members),
  grant: grant(),
  unknown: members,
  findings: misnamed(meant),
});

/** All of them stand for one field. */
const allFor = (field, members) => Object.fromEntries(Object.keys(members).map((name) => [name, field]));

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
    inside("misnamed-admin", "other words for an admin make none", forAdmin, allFor("isAdmin", forAdmin), {
      flags: ["RoleFlag"],
      authority: { rights: { "rights.admit": "default(deny), liftable" } },
    }),
    inside("misnamed-expiry", "other words for the expiry are none", forExpiry, allFor("expireUnixSec", forExpiry), {
      flags: ["TimeClaim"],
      authority: { window: surely({ notBefore: 0, expiresAt }) },
    }),
    inside(
      "misnamed-times",
      "other words for a start and a limit restrict nothing",
      forTimes,
      {
        nbf: "notBeforeUnixSec",
        notBefore: "notBeforeUnixSec",
        not_before: "notBeforeUnixSec",
        duration: "ejectAfterElapsedTimeInSec",
        ejectAfterElapsed: "ejectAfterElapsedTimeInSec",
      },
      {
        flags: ["TimeClaim"],
        authority: {
          stay: surely({ maxSeconds: null, endsAtExpiry: false }),
          window: surely({ notBefore: 0, expiresAt }),
        },
      },
    ),
    inside("misnamed-people", "other words for whom it is for name nobody", forPeople, {
      displayName: "name",
      userName: "name",
      user_id: "externalUserId",
      participantId: "externalUserId",
      metadata: "meta",
    }),
    inside("misnamed-rooms", "other words for the room are none", forRooms, allFor("roomName", forRooms)),
    inside("misspelt-fields", "fields are told apart by every letter and its case", misspelt, {
      roomname: "roomName",
      room_name: "roomName",
      globaltoken: "globalToken",
      is_admin: "isAdmin",
      isAdmn: "isAdmin",
      emial: "email",
      external_user_id: "externalUserId",
    }),
    inside("misspelt-further-fields", "also those with long names", misspeltFurther, {
      expireUnixSecs: "expireUnixSec",
      notBeforeUnixSecs: "notBeforeUnixSec",
      ejectAfterElapsedTimeSec: "ejectAfterElapsedTimeInSec",
      joinVideoOff: "joinVideoOn",
      disableScreenSharin: "disableScreenSharing",
      meteredParticipantID: "meteredParticipantId",
    }),
    inside(
      "foreign-switches",
      "another vendor's switches withhold nothing",
      { canSubscribe: false, can_publish: false },
      { canSubscribe: undefined, can_publish: "ownerOnlyBroadcast" },
    ),
    inside("names-of-nobody", "a name that is near to no field is kept, and nobody guesses at it", {
      department: "sales",
      x: 1,
      "x-tier": "gold",
      shoeSize: 43,
    }),
    inside("names-odd", "nor at names that are no plain words, which would be repeated in a message", {
      "room name": "other",
      "isAdmin!": true,
      ".isAdmin": true,
      "9expires": 1,
      "": 1,
      "isAdmin\n": true,
    }),
    inside("names-longest", "forty characters are a plain name", { [longest]: true }, { [longest]: "isAdmin" }),
    inside("names-too-long", "one more is not", { [`${longest}-`]: true }),
    beside(
      "beside-mixed-up",
      "letters in another order are a slip",
      { nfb: 1, epx: expiresAt, ita: issuedAt },
      { nfb: "nbf", epx: "exp", ita: "iat" },
    ),
    beside("beside-near", "three letters are near to everything, so that another letter is no slip", {
      jti: "4f2c2d1e",
      sub: "user-7",
      aud: "test",
      iss: "somebody",
      ex: 1,
      nb: 1,
    }),
    beside(
      "beside-fields",
      "fields of `data` beside it are not read, however they are written",
      { isAdmin: true, "global-token": true, external_user_id: "user-7", appName: "other-app" },
      {
        isAdmin: "data.isAdmin",
        "global-token": "data.globalToken",
        external_user_id: "data.externalUserId",
        appName: "data.appName",
      },
    ),
    beside("beside-odd", "names that are no plain words are not guessed at", { "isAdmin ": true, "room\tName": 1 }),
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
        ...misnamed({ roomName: "data.roomName", expireUnixSec: "data.expireUnixSec" }),
        warning("metered.implicit-any-room", "data.roomName"),
      ],
      authority: { room: surely(anyRoom), window: surely({ notBefore: 0, expiresAt: null }) },
    },
  ],
};
