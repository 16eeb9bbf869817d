// Grants and the VideoSDK tokens that they become.
import { extensions, fields as moreFields } from "./videosdk-encode-fields.mjs";
import { refusals } from "./videosdk-encode-refusals.mjs";
import { apikey, issuedClaims as claims, key, pages, plain, room, source } from "./videosdk-facts.mjs";
import { now } from "./words.mjs";

const canonical = {
  title: "Tokens letter by letter: claims in the order of the official samples",
  spec: [pages.authentication, pages.serverPackage],
  canonical: true,
  tests: [
    {
      id: "participant",
      comment: "the version and the role are always written",
      flags: ["OneField"],
      grant: plain,
      claims: claims(),
    },
    {
      id: "participant-with-id",
      comment: "bound to one participant",
      flags: ["OneField", "Identity"],
      grant: { ...plain, participant: { id: "lxvdplwt" } },
      claims: claims({ participantId: "lxvdplwt" }),
    },
    {
      id: "participant-unicode",
      comment: "an id of any letters is written as UTF-8, without escapes",
      flags: ["Identity"],
      grant: { ...plain, participant: { id: "zo\u0065\u0308-\u4f1a\u8b70" } },
      claims: claims({ participantId: "zo\u0065\u0308-\u4f1a\u8b70" }),
    },
    {
      id: "lobby-guest",
      comment: "somebody who has to be let in: ask_join and nothing else",
      flags: ["OneField", "EntryRequest"],
      grant: { ...plain, entry: "ask" },
      claims: claims({ permissions: ["ask_join"] }),
    },
    {
      id: "moderator",
      comment: "muting and removing together make allow_mod",
      flags: ["OneField", "RoleFlag"],
      grant: { ...plain, rights: { moderate: { media: true, remove: true } } },
      claims: claims({ permissions: ["allow_join", "allow_mod"] }),
    },
    {
      id: "server-api",
      comment: "a token for the server API has the role that cannot join",
      flags: ["OneField", "Purpose"],
      grant: { ...plain, purpose: "api" },
      claims: claims({ roles: ["crawler"] }),
    },
    {
      id: "both-purposes",
      comment: "both roles only where both purposes are asked for",
      flags: ["OneField", "Purpose"],
      grant: { ...plain, purpose: ["participant", "api"] },
      claims: claims({ roles: ["crawler", "rtc"] }),
    },
    {
      id: "every-room",
      comment: "every room of the project, said out loud",
      flags: ["OneField", "EveryRoom"],
      grant: { ...plain, room: { any: true } },
      claims: claims({ roomId: undefined }),
    },
    {
      id: "never-expires",
      comment: "no expiry, said out loud",
      flags: ["OneField", "NeverExpires"],
      grant: { room, entry: "direct", expiresAt: null },
      claims: claims({ exp: undefined }),
    },
    {
      id: "token-id",
      comment: "the one property that only VideoSDK has",
      flags: ["OneField", "VendorOnly"],
      grant: { ...plain, extensions: { videosdk: { jti: "4f2c2d1e" } } },
      claims: claims({ jti: "4f2c2d1e" }),
    },
  ],
};

const fields = {
  title: "Times, denials and descriptions",
  spec: [pages.authentication],
  tests: [
    {
      id: "expiry-instant",
      comment: "an instant in unix seconds",
      flags: ["OneField", "TimeClaim"],
      grant: { room, entry: "direct", expiresAt: now + 60 },
      claims: claims({ exp: now + 60 }),
    },
    {
      id: "expiry-seconds",
      comment: "a number of seconds from now",
      flags: ["OneField", "TimeClaim"],
      grant: { ...plain, expiresIn: 600 },
      claims: claims({ exp: now + 600 }),
    },
    {
      id: "expiry-days",
      comment: "a day has 86400 seconds",
      flags: ["OneField", "TimeClaim"],
      grant: { ...plain, expiresIn: "7d" },
      claims: claims({ exp: now + 604_800 }),
    },
    {
      id: "not-before-past",
      comment: "a beginning that lies behind restricts nothing, so that nothing is lost without a claim for it",
      flags: ["OneField", "TimeClaim"],
      grant: { ...plain, notBefore: now - 600 },
      claims: claims(),
    },
    {
      id: "stay-not-ending",
      comment: "VideoSDK never ends a stay at the expiry, so saying so is no problem",
      flags: ["OneField", "TimeClaim", "AbsentIsNotFalse"],
      grant: { ...plain, stay: { endsAtExpiry: false } },
      claims: claims(),
    },
    {
      id: "moderation-denied",
      comment: "a denial is allow_mod left out; that removing is denied is not documented, and reported",
      flags: ["OneField", "RoleFlag", "AbsentIsNotFalse"],
      grant: { ...plain, rights: { moderate: false } },
      claims: claims(),
      report: [{ path: "rights.moderate.remove", kind: "advisory" }],
    },
    {
      id: "name",
      comment: "a display name goes to the client, and the report says so",
      flags: ["Description"],
      grant: { ...plain, participant: { name: "Alice" } },
      claims: claims(),
      report: [{ path: "participant.name", kind: "moved" }],
    },
    {
      id: "start-state",
      comment: "camera and microphone at the start are the client's",
      flags: ["Description"],
      grant: { ...plain, start: { camera: "off", microphone: "on" } },
      claims: claims(),
      report: [
        { path: "start.camera", kind: "moved" },
        { path: "start.microphone", kind: "moved" },
      ],
    },
    {
      id: "email",
      comment: "an email address has no place at all",
      flags: ["Description", "PersonalData"],
      grant: { ...plain, participant: { email: "a@example.org" } },
      claims: claims(),
      report: [{ path: "participant.email", kind: "dropped" }],
    },
    {
      id: "custom-room",
      comment: "a room id of another form is written as it is",
      flags: ["OneField"],
      grant: { ...plain, room: "Weekly-Standup" },
      claims: claims({ roomId: "Weekly-Standup" }),
    },
  ],
};

export default {
  vendor: "videosdk",
  category: "encode",
  title: "Grants and the VideoSDK tokens that they become",
  keys: [key],
  source,
  shared: { key: key.id, method: "sign", tenant: apikey },
  groups: [canonical, fields, refusals, moreFields, extensions],
};
