// Metered's tokens issued anew at Metered: what stays, what the service adds again, and what is asked for.
import { expiresAt as exp, issuedAt as iat, now } from "./words.mjs";

const person = { roomName: "standup", externalUserId: "u_1", expireUnixSec: exp };
const token = (fields = {}, beside = {}) => ({ data: { ...person, ...fields, appName: "test-app" }, iat, ...beside });

const inRoom = (name) => [`room roomName "${name}"`, 'room privacy "private"'];

/** The same token once more: every property stays, and nothing has to be reported. */
const kept = (
  id,
  comment,
  fields,
  { beside = {}, join, policy, room = inRoom("standup"), properties, report = [] } = {},
) => ({
  id: `kept-${id}`,
  comment,
  claims: token(fields, beside),
  ...(policy === undefined ? {} : { policy }),
  becomes: {
    metered: {
      properties: properties ?? { ...person, ...fields, appName: "test-app", iat, ...beside },
      report,
      ...(join === undefined ? {} : { join }),
      room,
    },
  },
});

/** Refused, with what would let it pass. */
const asked = (id, comment, fields, refused, { beside = {}, policy } = {}) => ({
  id: `kept-${id}`,
  twin: "kept-person",
  comment,
  claims: token(fields, beside),
  ...(policy === undefined ? {} : { policy }),
  becomes: { metered: { refused } },
});

const everything = {
  name: "Ada",
  email: "ada@example.org",
  meta: '{"seat":4}',
  notBeforeUnixSec: now + 60,
  ejectAfterElapsedTimeInSec: 600,
  joinVideoOn: true,
  joinAudioOn: false,
  disableVideo: true,
  disableAudio: false,
  disableScreenSharing: true,
  meteredParticipantId: "9b2f7a60-5c1d-4a8e-9c3b-0d1e2f3a4b5c",
};

const plainProperties = { ...person, appName: "test-app", iat };
const renamed = (to) => ({ rooms: { map: { standup: to } } });

const broadcast = { ownerOnlyBroadcast: true };
const inBroadcast = { rooms: { source: broadcast, target: broadcast } };

export const meteredKept = [
  kept("person", "a room, a person and an expiry", {}),
  kept("everything", "every property that a token can have", everything, { join: { name: "Ada" } }),
  kept("admin", "an admin stays one", { isAdmin: true }),
  kept("no-admin", "and somebody else none", { isAdmin: false }),
  kept("name-empty", "an empty name is passed on as it is", { name: "" }, { join: { name: "" } }),
  kept("global-token-false", "a switch that says nothing new beside a room stays", { globalToken: false }),
  kept("both-expiries", "the same expiry at both places", {}, { beside: { exp } }),
  kept(
    "both-starts",
    "the same beginning at both places",
    { notBeforeUnixSec: now + 60 },
    { beside: { nbf: now + 60 } },
  ),
  kept(
    "every-room",
    "every room of the app, for somebody",
    { roomName: undefined, globalToken: true },
    {
      room: ['room privacy "private"'],
    },
  ),
  kept(
    "unknown-member",
    "a member that nobody knows stays where it stood",
    { vendorNote: "inside" },
    {
      properties: plainProperties,
    },
  ),
  kept("past-start", "a beginning that lies behind", { notBeforeUnixSec: now - 60 }),
  kept(
    "shorter",
    "cut short, the expiry beside `data` goes, since it would say another time",
    {},
    {
      beside: { exp },
      policy: { narrow: { expiresAt: exp - 60 } },
      properties: { ...plainProperties, expireUnixSec: exp - 60 },
      report: ["narrowed expiresAt"],
    },
  ),
  kept(
    "started-later",
    "begun later, so does the beginning beside it",
    { notBeforeUnixSec: now + 60 },
    {
      beside: { nbf: now + 60 },
      policy: { narrow: { notBefore: now + 120 } },
      properties: { ...plainProperties, notBeforeUnixSec: now + 120 },
      report: ["narrowed notBefore"],
    },
  ),
  kept(
    "admission-vouched-for",
    "one of an admin's rights alone makes no admin",
    { isAdmin: false },
    {
      policy: { vouch: { admit: true } },
      report: ['narrowed rights.admit, try: policy vouch {"moderate":true,"admit":true}'],
    },
  ),
  kept(
    "role-vouched-for",
    "all of them together do",
    { isAdmin: false },
    {
      policy: { vouch: { moderate: true, admit: true } },
      properties: { ...plainProperties, isAdmin: true },
      report: ["advisory rights.moderate{media,remove,permissions}"],
    },
  ),
  kept(
    "admin-demoted",
    "an admin without one of his rights is none",
    { isAdmin: true },
    {
      policy: { narrow: { rights: { moderate: { remove: false } } } },
      properties: { ...plainProperties, isAdmin: false },
      report: ["narrowed rights.moderate{media,remove,permissions}", "narrowed rights.admit"],
    },
  ),
  kept("member-of-broadcast", "a member where only admins send", { isAdmin: false }, { policy: inBroadcast }),
  kept("silent-in-broadcast", "silence about the switch where only admins send", {}, { policy: inBroadcast }),
  kept("admin-of-broadcast", "an admin where only admins send", { isAdmin: true }, { policy: inBroadcast }),
  kept(
    "two-expiries",
    "of two expiries the earlier is kept, at both places",
    {},
    {
      beside: { exp: exp - 600 },
      properties: { ...plainProperties, expireUnixSec: exp - 600, exp: exp - 600 },
    },
  ),
  kept(
    "two-starts",
    "of two beginnings the later",
    { notBeforeUnixSec: now + 60 },
    {
      beside: { nbf: now + 600 },
      properties: { ...plainProperties, notBeforeUnixSec: now + 600, nbf: now + 600 },
    },
  ),
  kept(
    "room-and-every-room",
    "of a room and every room the room",
    { globalToken: true },
    {
      properties: plainProperties,
    },
  ),
  asked("no-end", "a token for ever is passed on only with an end", { expireUnixSec: undefined }, [
    "expiresAt, try: policy narrow.expiresAt",
  ]),
  asked("no-person-misread", "an expiry that cannot be read, in place of which one is given", { expireUnixSec: "1" }, [
    "claims.data.expireUnixSec",
    "expiresAt, try: policy narrow.expiresAt",
  ]),
  asked(
    "room-renamed-with-space",
    "a new name with white space is none at Metered",
    {},
    ["room, try: policy rooms.map"],
    { policy: renamed("team standup") },
  ),
  asked("room-renamed-to-address", "nor is the address of a room", {}, ["room, try: policy rooms.map"], {
    policy: renamed("test-app.metered.live/standup"),
  }),
  asked("scope-unknown", "a token that is good nobody knows where", { roomName: undefined, globalToken: false }, [
    "claims.data.globalToken",
    "room, try: policy narrow.room",
  ]),
  asked("stay-zero", "a stay of nothing is no stay", { ejectAfterElapsedTimeInSec: 0 }, [
    "stay.maxSeconds, try: policy narrow.stay.maxSeconds",
  ]),
  asked("start-negative", "a beginning before 1970 is none", { notBeforeUnixSec: -1 }, ["notBefore"]),
];
