// Grants and the requests for Metered tokens that they become.
import { extensions, fields } from "./metered-encode-fields.mjs";
import { refusals } from "./metered-encode-refusals.mjs";
import { anyRoom, appName, pages, secretKey, source } from "./metered-facts.mjs";
import { expiresAt, now } from "./words.mjs";

const plain = { room: "standup", expiresIn: "1h" };
const body = (fields = {}) => ({ roomName: "standup", expireUnixSec: expiresAt, ...fields });
const withParticipant = (participant) => ({ ...plain, participant });

const scope = {
  title: "Room and times",
  spec: [pages.mint, pages.guide],
  tests: [
    {
      id: "room",
      comment: "one room and an expiry; what the grant does not say is not sent",
      flags: ["OneField", "SecretPosition", "AbsentIsNotFalse"],
      grant: plain,
      body: body(),
    },
    {
      id: "every-room",
      comment: "every room of the app, said out loud",
      flags: ["OneField", "EveryRoom"],
      grant: { ...plain, room: anyRoom },
      body: { globalToken: true, expireUnixSec: expiresAt },
    },
    {
      id: "never-expires",
      comment: "no expiry, said out loud",
      flags: ["OneField", "NeverExpires"],
      grant: { room: "standup", expiresAt: null },
      body: { roomName: "standup" },
    },
    {
      id: "expiry-instant",
      comment: "an instant in unix seconds",
      flags: ["OneField", "TimeClaim"],
      grant: { room: "standup", expiresAt: now + 60 },
      body: body({ expireUnixSec: now + 60 }),
    },
    {
      id: "not-before",
      comment: "nobody joins before it",
      flags: ["OneField", "TimeClaim"],
      grant: { ...plain, notBefore: now + 600 },
      body: body({ notBeforeUnixSec: now + 600 }),
    },
    {
      id: "not-before-past",
      comment: "a beginning that lies behind is sent all the same",
      flags: ["OneField", "TimeClaim"],
      grant: { ...plain, notBefore: now - 600 },
      body: body({ notBeforeUnixSec: now - 600 }),
    },
    {
      id: "not-before-zero",
      comment: "zero is no beginning, and never sent",
      flags: ["TimeClaim", "UnknownStance"],
      grant: { ...plain, notBefore: 0 },
      body: body(),
    },
    {
      id: "stay-limited",
      comment: "ejected after half an hour",
      flags: ["OneField", "TimeClaim"],
      grant: { ...plain, stay: { maxSeconds: 1800 } },
      body: body({ ejectAfterElapsedTimeInSec: 1800 }),
    },
    {
      id: "stay-not-ending",
      comment: "no Metered token ends a stay at its expiry, so saying so is no problem",
      flags: ["OneField", "TimeClaim", "AbsentIsNotFalse"],
      grant: { ...plain, stay: { endsAtExpiry: false } },
      body: body(),
    },
    {
      id: "entry-direct",
      comment: "whoever has a token walks in",
      flags: ["OneField", "EntryRequest"],
      grant: { ...plain, entry: "direct" },
      body: body(),
    },
  ],
};

const people = {
  title: "Who it is for, and how the embed starts",
  spec: [pages.mint, pages.guide],
  tests: [
    {
      id: "user-id",
      comment: "the caller's own id",
      flags: ["OneField", "Identity"],
      grant: withParticipant({ id: "user-7" }),
      body: body({ externalUserId: "user-7" }),
    },
    {
      id: "name",
      comment: "a display name of any letters",
      flags: ["OneField", "Description"],
      grant: withParticipant({ name: "Zo\u0065\u0308 \u{1f600} \u05e9\u05dc\u05d5\u05dd" }),
      body: body({ name: "Zo\u0065\u0308 \u{1f600} \u05e9\u05dc\u05d5\u05dd" }),
    },
    {
      id: "email",
      comment: "an address, which everybody in the room receives",
      flags: ["OneField", "PersonalData"],
      grant: withParticipant({ email: "a@example.org" }),
      body: body({ email: "a@example.org" }),
    },
    {
      id: "metadata-text",
      comment: "text goes in as it is",
      flags: ["OneField", "PersonalData"],
      grant: withParticipant({ metadata: "front row" }),
      body: body({ meta: "front row" }),
    },
    {
      id: "metadata-object",
      comment: "an object goes in as its text, since the vendor takes text only",
      flags: ["OneField", "PersonalData"],
      grant: withParticipant({ metadata: { seat: 4, vip: false } }),
      body: body({ meta: '{"seat":4,"vip":false}' }),
    },
    {
      id: "metadata-longest",
      comment: "a thousand characters are taken",
      flags: ["Limit"],
      grant: withParticipant({ metadata: "m".repeat(1000) }),
      body: body({ meta: "m".repeat(1000) }),
    },
    {
      id: "avatar",
      comment: "a picture has no place, and refuses nothing",
      flags: ["Description"],
      grant: withParticipant({ avatarUrl: "https://example.org/a.png" }),
      body: body(),
    },
    {
      id: "start-state",
      comment: "off is false and not left out",
      flags: ["OneField", "Description", "AbsentIsNotFalse"],
      grant: { ...plain, start: { camera: "on", microphone: "off" } },
      body: body({ joinVideoOn: true, joinAudioOn: false }),
    },
    {
      id: "embed-switches",
      comment: "what only Metered's embed has, true and false",
      flags: ["OneField", "VendorOnly", "AbsentIsNotFalse"],
      grant: { ...plain, extensions: { metered: { disableVideo: true, disableScreenSharing: false } } },
      body: body({ disableVideo: true, disableScreenSharing: false }),
    },
  ],
};

const admin = {
  title: "The one switch that gives rights",
  spec: [pages.mint],
  tests: [
    {
      id: "admin",
      comment: "all of moderation and admission together make an admin",
      flags: ["OneField", "RoleFlag"],
      grant: { ...plain, rights: { moderate: true, admit: true } },
      body: body({ isAdmin: true }),
    },
    {
      id: "admin-denied",
      comment: "a denial is written: nobody states the default",
      flags: ["OneField", "RoleFlag", "AbsentIsNotFalse"],
      grant: { ...plain, rights: { moderate: false, admit: false } },
      body: body({ isAdmin: false }),
    },
    {
      id: "moderation-denied",
      comment: "one of the denied rights is enough to write it",
      flags: ["RoleFlag", "AbsentIsNotFalse"],
      grant: { ...plain, rights: { moderate: { remove: false } } },
      body: body({ isAdmin: false }),
    },
    {
      id: "rights-empty",
      comment: "no statement, no switch",
      flags: ["RoleFlag", "AbsentIsNotFalse"],
      grant: { ...plain, rights: {} },
      body: body(),
    },
    {
      id: "everything",
      comment: "every field that a request can have but the scope of all rooms",
      flags: ["OneField", "RoleFlag"],
      grant: {
        room: "standup",
        participant: { id: "user-7", name: "Alice", email: "a@example.org", metadata: "front row" },
        notBefore: now + 60,
        expiresAt,
        stay: { maxSeconds: 600 },
        entry: "direct",
        rights: { moderate: true, admit: true },
        start: { camera: "off", microphone: "on" },
        extensions: { metered: { disableVideo: false, disableAudio: true, disableScreenSharing: true } },
      },
      body: {
        roomName: "standup",
        isAdmin: true,
        name: "Alice",
        email: "a@example.org",
        meta: "front row",
        externalUserId: "user-7",
        expireUnixSec: expiresAt,
        notBeforeUnixSec: now + 60,
        ejectAfterElapsedTimeInSec: 600,
        joinVideoOn: false,
        joinAudioOn: true,
        disableVideo: false,
        disableAudio: true,
        disableScreenSharing: true,
      },
    },
  ],
};

export default {
  vendor: "metered",
  category: "encode",
  title: "Grants and the requests for Metered tokens that they become",
  keys: [secretKey],
  source,
  shared: { key: secretKey.id, method: "request", tenant: appName },
  request: {
    method: "POST",
    url: `https://${appName}.metered.live/api/v1/token`,
    secret: { in: "query", name: "secretKey" },
  },
  wrap: (fields) => fields,
  groups: [scope, people, admin, refusals, fields, extensions],
};
