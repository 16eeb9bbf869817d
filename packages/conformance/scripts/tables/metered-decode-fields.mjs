// Metered: each field with a value that nobody documents, and each of its documented values.
import { anyRoom, appName, claims, grant, issuance, pages } from "./metered-facts.mjs";
import { between, each, error, expiresAt, issuedAt, moderation, now, surely, warning } from "./words.mjs";

const personal = (field) => warning("lint.personal-data", `data.${field}`);

/** A field inside `data` whose value has another type than documented: an error, and nothing is read. */
const unread = (field, value, twin, others = {}) => ({
  id: `field-${field.toLowerCase()}-${others.name ?? typeof value}`,
  comment: others.comment ?? `\`${field}\` of another type is reported and gives nothing`,
  flags: ["WrongType", ...(others.flags ?? [])],
  twin,
  claims: claims({ [field]: value }),
  grant: grant(others.grant),
  ...(others.issuance === undefined ? {} : { issuance: others.issuance }),
  ...(others.residue === undefined ? {} : { residue: others.residue }),
  findings: [error("claims.invalid", `data.${field}`), ...(others.findings ?? [])],
  ...(others.authority === undefined ? {} : { authority: others.authority }),
});

const everyRoomFeared = {
  flags: ["EveryRoom"],
  grant: { room: anyRoom },
  findings: [warning("metered.implicit-any-room", "data.roomName")],
  authority: { room: surely(anyRoom) },
};

export const wrongTypes = {
  title: "Fields with a value of another type",
  spec: [pages.mint, pages.guide],
  tests: [
    unread("roomName", 7, "room", { comment: "a room that cannot be read may be every room", ...everyRoomFeared }),
    unread("roomName", "", "room", { name: "empty", comment: "nor is an empty name a room", ...everyRoomFeared }),
    unread("globalToken", "true", "global-token", {
      comment: "`true` as text opens no room beside the one that is named",
      flags: ["EveryRoom"],
      residue: { globalToken: false },
      authority: { room: surely("standup") },
    }),
    unread("globalToken", 1, "global-token", { flags: ["EveryRoom"], residue: { globalToken: false } }),
    unread("isAdmin", null, "admin-true", {
      name: "null",
      comment: "null is no switch",
      authority: { rights: { "rights.admit": "default(deny)" } },
    }),
    unread("name", 7, "user-id"),
    unread("email", true, "email"),
    unread("meta", 42, "meta-text"),
    unread("meta", false, "meta-text"),
    unread("meta", null, "meta-text", {
      name: "null",
      comment: "null is neither text nor a thing to be read as its text",
    }),
    unread("externalUserId", 7, "user-id", {
      comment: "an id that cannot be read binds nobody",
      flags: ["Identity"],
      authority: { identity: surely(null) },
    }),
    unread("externalUserId", "", "user-id", {
      name: "empty",
      comment: "an empty id is nobody's, and not the same as none",
      flags: ["Identity"],
      authority: { identity: surely(null) },
    }),
    unread("expireUnixSec", now + 0.5, "expiry-inside", {
      name: "fraction",
      flags: ["TimeClaim"],
      grant: { expiresAt: undefined },
      authority: { window: between({ notBefore: 0 }, { notBefore: 0, expiresAt: null }) },
    }),
    unread("expireUnixSec", "2027-01-15T09:00:00Z", "expiry-inside", {
      name: "date",
      flags: ["TimeClaim"],
      comment: "a date is no number of seconds",
      grant: { expiresAt: undefined },
    }),
    unread("notBeforeUnixSec", `${now}`, "not-before-inside", { flags: ["TimeClaim"] }),
    unread("notBeforeUnixSec", now + 0.5, "not-before-inside", { name: "fraction", flags: ["TimeClaim"] }),
    unread("ejectAfterElapsedTimeInSec", "1800", "stay-limited", {
      comment: "a limit that cannot be read promises nothing",
      flags: ["TimeClaim"],
    }),
    unread("ejectAfterElapsedTimeInSec", 1800.5, "stay-limited", { name: "fraction", flags: ["TimeClaim"] }),
    unread("joinVideoOn", "on", "start-state"),
    unread("joinAudioOn", 0, "start-state"),
    unread("disableVideo", "yes", "embed-switches"),
    unread("disableAudio", 1, "embed-switches"),
    unread("disableScreenSharing", null, "embed-switches", { name: "null" }),
    unread("meteredParticipantId", 7, "sample-participant-id"),
    {
      id: "field-appname-number",
      comment: "an app that cannot be read is nobody's account",
      flags: ["WrongType"],
      twin: "room",
      claims: { data: { roomName: "standup", expireUnixSec: expiresAt, appName: 7 }, iat: issuedAt },
      grant: grant(),
      issuance: { issuedAt },
      findings: [error("claims.invalid", "data.appName")],
    },
    {
      id: "field-appname-empty",
      comment: "an empty app is no account either, and not the same as none: the service always names one",
      flags: ["WrongType"],
      twin: "room",
      claims: { data: { roomName: "standup", expireUnixSec: expiresAt, appName: "" }, iat: issuedAt },
      grant: grant(),
      issuance: { issuedAt },
      findings: [error("claims.invalid", "data.appName")],
    },
    {
      id: "field-iat-text",
      comment: "a time of issue as text is not read",
      flags: ["WrongType", "TimeClaim"],
      twin: "room",
      claims: claims({}, { iat: `${issuedAt}` }),
      grant: grant(),
      issuance: { tenant: appName },
      findings: [error("claims.invalid", "iat")],
    },
    {
      id: "field-nbf-text",
      comment: "nor is a beginning beside `data`",
      flags: ["WrongType", "TimeClaim"],
      twin: "not-before-beside",
      claims: claims({}, { nbf: `${now}` }),
      grant: grant(),
      findings: [error("claims.invalid", "nbf")],
    },
    {
      id: "expiry-unread-beside-and-read-inside",
      comment: "of two expiries one can be read: that one holds, and the other is an error",
      flags: ["WrongType", "TimeClaim"],
      twin: "expiry-twice",
      claims: claims({}, { exp: null }),
      grant: grant(),
      findings: [error("claims.invalid", "exp")],
      authority: { window: surely({ notBefore: 0, expiresAt }) },
    },
    {
      id: "expiry-absent-beside-another-error",
      comment: "what is wrong elsewhere makes no expiry of silence: the token never expires",
      flags: ["WrongType", "NeverExpires"],
      twin: "expiry-absent",
      claims: claims({ expireUnixSec: undefined, name: 7 }),
      grant: grant({ expiresAt: null }),
      findings: [error("claims.invalid", "data.name")],
      authority: { window: surely({ notBefore: 0, expiresAt: null }) },
    },
    {
      id: "data-absent",
      comment: "without `data` no field can be read: neither a room nor an expiry is known",
      flags: ["WrongType", "EveryRoom"],
      twin: "room",
      claims: { iat: issuedAt },
      grant: grant({ room: anyRoom, expiresAt: undefined }),
      issuance: { issuedAt },
      findings: [error("claims.invalid", "data"), warning("metered.implicit-any-room", "data.roomName")],
      authority: { window: between({ notBefore: 0 }, { notBefore: 0, expiresAt: null }), identity: surely(null) },
    },
    {
      id: "data-list",
      comment: "a list is no object; an expiry beside it is still read",
      flags: ["WrongType", "EveryRoom"],
      twin: "room",
      claims: { data: ["standup"], iat: issuedAt, exp: expiresAt },
      grant: grant({ room: anyRoom }),
      issuance: { issuedAt },
      residue: { exp: expiresAt },
      findings: [error("claims.invalid", "data"), warning("metered.implicit-any-room", "data.roomName")],
    },
  ],
};

const everybody = {
  "rights.publish.microphone": "ungoverned, everyone",
  "rights.publish.camera": "ungoverned, everyone",
  "rights.publish.screen": "ungoverned, everyone",
  "rights.publish.screenAudio": "ungoverned",
  "rights.publish.custom": "ungoverned",
  "rights.publish.data": "ungoverned",
  "rights.subscribe": "ungoverned, everyone",
  "rights.visible": "ungoverned, everyone",
  "rights.record": "ungoverned",
  "rights.livestream": "ungoverned",
  "rights.transcribe": "ungoverned",
};

const powers = (moderate, admit) => ({ ...each("rights.moderate", moderation, moderate), "rights.admit": admit });
const sending = (value) => each("rights.publish", ["microphone", "camera", "screen"], value);

/** Somebody with this switch, and everything that he then may, in a room with these settings. */
const holder = (id, comment, isAdmin, room, rights) => ({
  id,
  comment,
  flags: ["VendorDefault", "RoleFlag", ...(room === undefined ? [] : ["RoomSettings"])],
  claims: claims({ isAdmin, name: id }),
  ...(room === undefined ? {} : { room }),
  grant: grant({ participant: { name: id }, ...(isAdmin === true ? { rights: { admit: true } } : {}) }),
  authority: { entry: surely("direct"), rights: { ...everybody, ...rights } },
});

const nobodys = powers("default(deny)", "default(deny)");
const unstated = powers("default(deny), liftable", "default(deny), liftable");
const admins = powers("possible", "allow");
const soundOnly = {
  "rights.publish.camera": "default(deny), liftable",
  "rights.publish.screen": "unknown",
};

export const everyRight = {
  title: "Every right of every holder, where nothing is known of the room and where something is",
  spec: [pages.mint, pages.createRoom, pages.introduction, pages.participantJoined],
  tests: [
    holder("all-rights-silent", "silence about the switch", undefined, undefined, unstated),
    holder("all-rights-member", "no admin", false, undefined, nobodys),
    holder("all-rights-admin", "an admin", true, undefined, admins),
    holder(
      "broadcast-silent",
      "silence makes no admin where only admins send",
      undefined,
      { ownerOnlyBroadcast: true },
      {
        ...unstated,
        ...sending("default(deny)"),
      },
    ),
    holder("broadcast-admin", "an admin sends where only admins send", true, { ownerOnlyBroadcast: true }, admins),
    holder(
      "recording-off",
      "where users cannot record nobody can",
      true,
      { enableRecording: false },
      {
        ...admins,
        "rights.record": "default(deny)",
      },
    ),
    holder(
      "recording-on",
      "where they can, it is still no matter of the token",
      false,
      { enableRecording: true },
      nobodys,
    ),
    holder(
      "audio-only-member",
      "sound alone, for a member",
      false,
      { audioOnlyRoom: true },
      { ...nobodys, ...soundOnly },
    ),
    holder("audio-only-off", "a room that is not for sound alone", false, { audioOnlyRoom: false }, nobodys),
    holder(
      "audio-only-broadcast",
      "of two settings about one right the documented one counts",
      false,
      { audioOnlyRoom: true, ownerOnlyBroadcast: true },
      { ...nobodys, ...sending("default(deny)") },
    ),
    holder(
      "settings-as-text",
      "settings of another type are nothing that anybody knows",
      false,
      { audioOnlyRoom: "true", ownerOnlyBroadcast: 1, enableRecording: 0 },
      nobodys,
    ),
  ],
};

const metadata = (id, comment, meta, read = meta) => ({
  id: `meta-${id}`,
  comment,
  flags: ["PersonalData", "AssumedShape"],
  claims: claims({ meta }),
  grant: grant({ participant: { metadata: read } }),
  findings: [personal("meta")],
});

export const texts = {
  title: "Texts as they stand",
  spec: [pages.mint, pages.guide],
  tests: [
    metadata("list", "the text of a list is read as that list", '["a",1]', ["a", 1]),
    metadata("with-space", "text that no stringifying gives stays text", '{ "seat": 4 }'),
    metadata("twice", "an object with a name twice stays text", '{"a":1,"a":2}'),
    metadata("prototype", "nor is a prototype read out of a text", '{"__proto__":{"isAdmin":true}}'),
    metadata("cut", "half an object stays text", '{"seat":4'),
    metadata("half-list", "and so does half a list", "[1,"),
    metadata("quoted", "text in quotation marks keeps them", '"front row"'),
    metadata("true-text", "the word for true stays a word", "true"),
    metadata("longest", "a thousand characters are the documented most", "m".repeat(1000)),
    {
      id: "meta-list-not-text",
      comment: "a list where the vendor documents text is read, and reported",
      flags: ["ToleratedSpelling", "PersonalData"],
      claims: claims({ meta: ["a", 1] }),
      grant: grant({ participant: { metadata: ["a", 1] } }),
      findings: [warning("metered.meta-not-text", "data.meta"), personal("meta")],
    },
    {
      id: "texts-empty",
      comment: "an empty name, address and note are kept, and tell nobody anything",
      flags: ["AbsentIsNotFalse", "Description"],
      claims: claims({ name: "", email: "", meta: "" }),
      grant: grant({ participant: { name: "", email: "", metadata: "" } }),
    },
    {
      id: "microphone-on-alone",
      comment: "one device on, and nothing said of the other",
      flags: ["AbsentIsNotFalse", "Description"],
      claims: claims({ joinAudioOn: true }),
      grant: grant({ start: { microphone: "on" } }),
    },
    {
      id: "embed-microphone-only",
      comment: "one control hidden, one shown, one not spoken of",
      flags: ["NotEnforced", "VendorOnly"],
      claims: claims({ disableAudio: true, disableScreenSharing: false }),
      grant: grant(),
      residue: { disableAudio: true, disableScreenSharing: false },
      findings: [warning("lint.not-enforced", "data.disableAudio")],
    },
    {
      id: "participant-id-beside-user-id",
      comment: "Metered's own id of a token is no user's, also where the user has one",
      flags: ["Identity", "VendorOnly"],
      claims: claims({ meteredParticipantId: "9b2f7a60-5c1d-4a8e-9c3b-0d1e2f3a4b5c", externalUserId: "user-7" }),
      grant: grant({ participant: { id: "user-7" } }),
      issuance,
      residue: { meteredParticipantId: "9b2f7a60-5c1d-4a8e-9c3b-0d1e2f3a4b5c" },
      authority: { identity: surely("user-7") },
    },
  ],
};
