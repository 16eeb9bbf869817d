// Metered tokens and what they grant.
import { times, unknowns } from "./metered-decode-claims.mjs";
import { everyRight, texts, wrongTypes } from "./metered-decode-fields.mjs";
import { names } from "./metered-decode-names.mjs";
import { recognized } from "./metered-decode-recognized.mjs";
import { stayEdges, windowEdges } from "./metered-decode-times.mjs";
import { anyRoom, appName, claims, grant, issuance, pages, signingKey, source } from "./metered-facts.mjs";
import { between, each, error, expiresAt, info, issuedAt, moderation, surely, warning } from "./words.mjs";

const participantId = "9b2f7a60-5c1d-4a8e-9c3b-0d1e2f3a4b5c";
const e1 =
  "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJkYXRhIjp7Imdsb2JhbFRva2VuIjp0cnVlLCJhcHBOYW1lIjoiaHlwcmhvc3QifSwiaWF0IjoxNjI3NzcwNDI2fQ.mVkFCexiE9UFHN8ujvsEVmXLllu2dXmF--4PzBFYjDY";

const samples = {
  title: "Tokens that are known to have been minted",
  spec: [pages.guide, pages.introduction],
  tests: [
    {
      id: "published-global-token",
      comment: "the vendor's printed example: every room of an app, for ever",
      flags: ["PublishedSample", "EveryRoom", "NeverExpires"],
      source: { name: "Metered guide on private rooms and access tokens", version: "2026-11", url: pages.guide },
      token: e1,
      claims: { data: { globalToken: true, appName: "hyprhost" }, iat: 1_627_770_426 },
      grant: { purpose: ["participant"], room: anyRoom, expiresAt: null },
      issuance: { issuedAt: 1_627_770_426, tenant: "hyprhost" },
      authority: {
        room: surely(anyRoom),
        window: surely({ notBefore: 0, expiresAt: null }),
        identity: surely(null),
        entry: surely("direct"),
      },
    },
    {
      id: "sample-participant-id",
      comment: "the service adds an id of the minted token, which is no user id",
      flags: ["DocumentedShape", "Identity", "VendorOnly"],
      claims: { data: { globalToken: true, appName, meteredParticipantId: participantId }, iat: issuedAt },
      grant: { purpose: ["participant"], room: anyRoom, expiresAt: null },
      residue: { meteredParticipantId: participantId },
      authority: { identity: surely(null) },
    },
  ],
};

const scope = {
  title: "Where the token is good",
  spec: [pages.guide, pages.mint],
  tests: [
    {
      id: "room",
      comment: "one room by its name; what the token does not speak of is everybody's or nobody's",
      flags: ["AssumedShape", "OneClaim", "VendorDefault"],
      claims: claims(),
      grant: grant(),
      authority: {
        tenant: appName,
        automation: {},
        purpose: surely(["participant"]),
        room: surely("standup"),
        window: surely({ notBefore: 0, expiresAt }),
        stay: surely({ maxSeconds: null, endsAtExpiry: false }),
        entry: surely("direct"),
        rights: {
          "rights.publish.camera": "ungoverned, everyone",
          "rights.publish.data": "ungoverned",
          "rights.subscribe": "ungoverned, everyone",
          "rights.visible": "ungoverned, everyone",
          "rights.record": "ungoverned",
        },
      },
    },
    {
      id: "global-token",
      comment: "every room of the app, said out loud",
      flags: ["OneClaim", "EveryRoom"],
      claims: claims({ roomName: undefined, globalToken: true }),
      grant: grant({ room: anyRoom }),
      authority: { room: surely(anyRoom) },
    },
    {
      id: "room-absent",
      comment: "the guide makes a token without a room a global one",
      flags: ["EveryRoom", "VendorDefault"],
      claims: claims({ roomName: undefined }),
      grant: grant({ room: anyRoom }),
      findings: [warning("metered.implicit-any-room", "data.roomName")],
      authority: { room: surely(anyRoom) },
    },
    {
      id: "global-token-false-alone",
      comment: "nobody documents where a token is good that is not global and names no room",
      flags: ["UnknownStance", "AbsentIsNotFalse"],
      twin: "global-token",
      claims: claims({ roomName: undefined, globalToken: false }),
      grant: grant({ room: anyRoom }),
      residue: { globalToken: false },
      findings: [error("metered.unknown-scope", "data.globalToken")],
    },
    {
      id: "room-and-global-token",
      comment: "which of the two wins is not documented: the room is promised, every room feared",
      flags: ["Contradiction", "EveryRoom"],
      claims: claims({ globalToken: true }),
      grant: grant(),
      residue: { globalToken: true },
      findings: [warning("metered.room-conflict", "data.globalToken")],
      authority: { room: between("standup", anyRoom) },
    },
    {
      id: "room-and-global-token-false",
      comment: "beside a room the flag says nothing new, and is kept",
      flags: ["AbsentIsNotFalse", "AssumedShape"],
      claims: claims({ globalToken: false }),
      grant: grant(),
      residue: { globalToken: false },
      authority: { room: surely("standup") },
    },
    {
      id: "room-white-space",
      comment: "room names are URL-friendly; another one is kept, with a warning",
      flags: ["AssumedShape"],
      claims: claims({ roomName: "team standup" }),
      grant: grant({ room: "team standup" }),
      findings: [warning("metered.room-name", "data.roomName")],
    },
    {
      id: "app-absent",
      comment: "without an app the token does not say whose it is",
      flags: ["AssumedShape"],
      claims: { data: { roomName: "standup", expireUnixSec: expiresAt }, iat: issuedAt },
      grant: grant(),
      issuance: { issuedAt },
    },
    {
      id: "issued-at-absent",
      comment: "a token need not say when it was issued",
      flags: ["AssumedShape"],
      claims: claims({}, { iat: undefined }),
      grant: grant(),
      issuance: { tenant: appName },
    },
  ],
};

const admin = {
  title: "The one switch that gives rights",
  spec: [pages.mint, pages.guide, pages.createRoom],
  tests: [
    {
      id: "admin-absent",
      comment: "no default is stated, so nobody can count on the denial",
      flags: ["RoleFlag", "AbsentIsNotFalse", "VendorDefault"],
      claims: claims({ name: "Alice" }),
      grant: grant({ participant: { name: "Alice" } }),
      authority: {
        rights: {
          ...each("rights.moderate", moderation, "default(deny), liftable"),
          "rights.admit": "default(deny), liftable",
        },
      },
    },
    {
      id: "admin-false",
      comment: "no admin, and no denial of single rights either",
      flags: ["OneClaim", "RoleFlag", "AbsentIsNotFalse", "AssumedShape"],
      claims: claims({ isAdmin: false }),
      grant: grant(),
      authority: {
        rights: { ...each("rights.moderate", moderation, "default(deny)"), "rights.admit": "default(deny)" },
      },
    },
    {
      id: "admin-true",
      comment: "surely admits people; what an admin may do to them is not documented",
      flags: ["OneClaim", "RoleFlag", "AssumedShape"],
      claims: claims({ isAdmin: true }),
      grant: grant({ rights: { admit: true } }),
      authority: {
        rights: {
          ...each("rights.moderate", moderation, "possible"),
          "rights.admit": "allow",
          "rights.record": "ungoverned",
        },
      },
    },
    {
      id: "admin-text",
      comment: "`true` as text makes no admin",
      flags: ["WrongType", "RoleFlag"],
      twin: "admin-true",
      claims: claims({ isAdmin: "true" }),
      grant: grant(),
      findings: [error("claims.invalid", "data.isAdmin")],
      authority: { rights: { "rights.admit": "default(deny)" } },
    },
    {
      id: "admin-number",
      comment: "1 makes no admin",
      flags: ["WrongType", "RoleFlag"],
      twin: "admin-true",
      claims: claims({ isAdmin: 1 }),
      grant: grant(),
      findings: [error("claims.invalid", "data.isAdmin")],
      authority: { rights: { "rights.admit": "default(deny)" } },
    },
    {
      id: "broadcast-room",
      comment: "in a room where only admins broadcast, others do not send",
      flags: ["RoomSettings", "RoleFlag"],
      claims: claims({ isAdmin: false, externalUserId: "u-1" }),
      room: { ownerOnlyBroadcast: true },
      grant: grant({ participant: { id: "u-1" } }),
      findings: [info("lint.personal-data", "data.externalUserId")],
      authority: { rights: each("rights.publish", ["microphone", "camera", "screen"], "default(deny)") },
    },
    {
      id: "audio-only-room",
      comment: "a setting that nobody describes: no camera is promised and no screen is certain",
      flags: ["RoomSettings", "UnknownStance"],
      claims: claims({ isAdmin: true }),
      room: { audioOnlyRoom: true },
      grant: grant({ rights: { admit: true } }),
      authority: {
        rights: {
          "rights.publish.microphone": "ungoverned, everyone",
          "rights.publish.camera": "default(deny), liftable",
          "rights.publish.screen": "unknown",
        },
      },
    },
    {
      id: "silent-room",
      comment: "a setting that is off changes nothing",
      flags: ["RoomSettings", "RoleFlag"],
      claims: claims({ isAdmin: false, externalUserId: "u-1" }),
      room: { ownerOnlyBroadcast: false },
      grant: grant({ participant: { id: "u-1" } }),
      authority: { rights: each("rights.publish", ["microphone", "camera", "screen"], "ungoverned, everyone") },
    },
  ],
};

const people = {
  title: "Who it is for, and how the embed starts",
  spec: [pages.mint, pages.guide, pages.participantJoined],
  tests: [
    {
      id: "user-id",
      comment: "the caller's own id",
      flags: ["OneClaim", "Identity", "AssumedShape"],
      claims: claims({ externalUserId: "user-7" }),
      grant: grant({ participant: { id: "user-7" } }),
      authority: { identity: surely("user-7") },
    },
    {
      id: "email",
      comment: "every participant of the room receives it",
      flags: ["OneClaim", "PersonalData", "AssumedShape"],
      claims: claims({ email: "a@example.org" }),
      grant: grant({ participant: { email: "a@example.org" } }),
      findings: [warning("lint.personal-data", "data.email")],
    },
    {
      id: "meta-text",
      comment: "free text stays text",
      flags: ["OneClaim", "PersonalData", "AssumedShape"],
      claims: claims({ meta: "front row" }),
      grant: grant({ participant: { metadata: "front row" } }),
      findings: [warning("lint.personal-data", "data.meta")],
    },
    {
      id: "meta-stringified",
      comment: "text that is a stringified object is read as that object",
      flags: ["OneClaim", "PersonalData", "AssumedShape"],
      claims: claims({ meta: '{"seat":4,"vip":false,"note":null}' }),
      grant: grant({ participant: { metadata: { seat: 4, vip: false, note: null } } }),
      findings: [warning("lint.personal-data", "data.meta")],
    },
    {
      id: "meta-number-text",
      comment: "text that looks like a number stays text",
      flags: ["AssumedShape", "PersonalData"],
      claims: claims({ meta: "42" }),
      grant: grant({ participant: { metadata: "42" } }),
      findings: [warning("lint.personal-data", "data.meta")],
    },
    {
      id: "meta-object",
      comment: "an object where the vendor documents text is read, and reported",
      flags: ["ToleratedSpelling", "PersonalData"],
      claims: claims({ meta: { seat: 4 } }),
      grant: grant({ participant: { metadata: { seat: 4 } } }),
      findings: [warning("metered.meta-not-text", "data.meta"), warning("lint.personal-data", "data.meta")],
    },
    {
      id: "meta-too-long",
      comment: "one character more than the documented thousand is kept, with a warning",
      flags: ["Limit", "PersonalData"],
      claims: claims({ meta: "m".repeat(1001) }),
      grant: grant({ participant: { metadata: "m".repeat(1001) } }),
      findings: [warning("metered.meta-too-long", "data.meta"), warning("lint.personal-data", "data.meta")],
    },
    {
      id: "start-state",
      comment: "how the embed starts is no right",
      flags: ["OneClaim", "Description", "AssumedShape"],
      claims: claims({ joinVideoOn: true, joinAudioOn: false }),
      grant: grant({ start: { camera: "on", microphone: "off" } }),
      authority: { rights: { "rights.publish.microphone": "ungoverned, everyone" } },
    },
    {
      id: "start-state-camera-off",
      comment: "false is off, absent is no statement",
      flags: ["AbsentIsNotFalse", "Description", "AssumedShape"],
      claims: claims({ joinVideoOn: false }),
      grant: grant({ start: { camera: "off" } }),
    },
    {
      id: "embed-switches",
      comment: "controls hidden in the embed withhold nothing from other clients",
      flags: ["NotEnforced", "VendorOnly", "AssumedShape"],
      claims: claims({ disableVideo: true, disableAudio: true, disableScreenSharing: true }),
      grant: grant(),
      residue: { disableVideo: true, disableAudio: true, disableScreenSharing: true },
      findings: [
        warning("lint.not-enforced", "data.disableVideo"),
        warning("lint.not-enforced", "data.disableAudio"),
        warning("lint.not-enforced", "data.disableScreenSharing"),
      ],
      authority: { rights: each("rights.publish", ["microphone", "camera", "screen"], "ungoverned, everyone") },
    },
    {
      id: "embed-switches-false",
      comment: "switches that are off are kept, and warn of nothing",
      flags: ["AbsentIsNotFalse", "VendorOnly", "AssumedShape"],
      claims: claims({ disableVideo: false }),
      grant: grant(),
      residue: { disableVideo: false },
    },
  ],
};

export default {
  vendor: "metered",
  category: "decode",
  title: "Metered tokens and what they grant",
  keys: [signingKey],
  source,
  issuance,
  groups: [
    samples,
    scope,
    admin,
    people,
    times,
    unknowns,
    wrongTypes,
    everyRight,
    texts,
    windowEdges,
    stayEdges,
    names,
    recognized,
  ],
};
