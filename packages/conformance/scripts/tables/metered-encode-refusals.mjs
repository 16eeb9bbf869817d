// Grants that no Metered token can hold.
import { pages } from "./metered-facts.mjs";
import { now, refused } from "./words.mjs";

const plain = { room: "standup", expiresIn: "1h" };
const withRights = (rights) => ({ ...plain, rights });

/** A restriction or right that has no place in the token. */
const cannot = (id, comment, grant, path, twin = "room") => ({
  id,
  comment,
  flags: ["CannotBeHeld"],
  twin,
  grant,
  expect: refused("grant.unsupported", path),
});

/** One switch gives several rights: who is silent about some of them is told what is missing, who denies one cannot have it. */
const partial = (id, comment, rights, path, code = "grant.missing") => ({
  id,
  comment,
  flags: ["RoleFlag", "CannotBeHeld"],
  twin: "admin",
  grant: withRights(rights),
  expect: refused(code, path),
});

const extension = (id, comment, flags, members, code, name) => ({
  id,
  comment,
  flags,
  twin: "embed-switches",
  grant: { ...plain, extensions: { metered: members } },
  expect: refused(code, `extensions.metered.${name}`),
});

export const refusals = {
  title: "Grants that are refused",
  spec: [pages.mint, pages.guide],
  tests: [
    {
      id: "room-absent",
      comment: "without a room the service would mint a token for every room",
      flags: ["MissingStatement", "EveryRoom"],
      twin: "room",
      grant: { expiresIn: "1h" },
      expect: refused("grant.missing", "room"),
    },
    {
      id: "expiry-absent",
      comment: "without an expiry the service would mint a token for ever",
      flags: ["MissingStatement", "NeverExpires"],
      twin: "never-expires",
      grant: { room: "standup" },
      expect: refused("grant.missing", "expiresAt"),
    },
    cannot("room-list", "one room or every room", { ...plain, room: { anyOf: ["a", "b"] } }, "room"),
    cannot("room-pattern", "no pattern", { ...plain, room: { pattern: "team-*", dialect: "glob" } }, "room"),
    {
      id: "room-white-space",
      comment: "room names are URL-friendly, and nothing is cut or replaced",
      flags: ["Identity"],
      twin: "room",
      grant: { ...plain, room: "team standup" },
      expect: refused("grant.invalid", "room"),
    },
    cannot("server-api", "the server API takes the app's secret", { ...plain, purpose: "api" }, "purpose"),
    cannot(
      "lobby-guest",
      "a guest of the waiting room is somebody without a token",
      { ...plain, entry: "ask" },
      "entry",
      "entry-direct",
    ),
    cannot(
      "stay-ending",
      "a token ends nobody's stay at its expiry",
      { ...plain, stay: { endsAtExpiry: true } },
      "stay.endsAtExpiry",
      "stay-not-ending",
    ),
    {
      id: "stay-zero",
      comment: "what the service makes of zero is not documented",
      flags: ["TimeClaim", "UnknownStance"],
      twin: "stay-limited",
      grant: { ...plain, stay: { maxSeconds: 0 } },
      expect: refused("grant.invalid", "stay.maxSeconds"),
    },
    cannot(
      "camera-denied",
      "hiding a control of the embed is no denial",
      withRights({ publish: { camera: false } }),
      "rights.publish.camera",
    ),
    cannot("data-denied", "no field speaks of data", withRights({ publish: { data: false } }), "rights.publish.data"),
    cannot("subscribe-denied", "everybody in the room receives", withRights({ subscribe: false }), "rights.subscribe"),
    cannot("hidden", "nobody can be hidden", withRights({ visible: false }), "rights.visible"),
    cannot("record-given", "the room decides who records", withRights({ record: ["cloud"] }), "rights.record"),
    cannot("record-denied", "and nobody can be kept from it", withRights({ record: false }), "rights.record"),
    partial(
      "moderate-media-only",
      "an admin may do more than mute, so muting alone makes no admin",
      { moderate: { media: true } },
      "rights.moderate.media",
    ),
    partial("remove-only", "nor does removing alone", { moderate: { remove: true } }, "rights.moderate.remove"),
    partial(
      "permissions-only",
      "nor changing what others may",
      { moderate: { permissions: true } },
      "rights.moderate.permissions",
    ),
    partial(
      "all-but-one",
      "an admin may do more than three of the four",
      { moderate: { media: true, remove: true }, admit: true },
      "rights.moderate.media",
    ),
    partial("moderate-without-admit", "an admin admits people too", { moderate: true }, "rights.moderate.media"),
    partial("admit-only", "an admin may do more than admit people", { admit: true }, "rights.admit"),
    partial(
      "moderate-and-no-admit",
      "one switch cannot say yes and no",
      { moderate: true, admit: false },
      "rights.moderate.media",
      "grant.unsupported",
    ),
    {
      id: "moderate-partly",
      comment: "one switch cannot mute people and not remove them",
      flags: ["RoleFlag", "CannotBeHeld"],
      twin: "admin",
      grant: withRights({ moderate: { media: true, remove: false } }),
      expect: refused("grant.unsupported", "rights.moderate.media"),
    },
    cannot(
      "automatic-recording",
      "a recording that starts by itself is a matter of the room",
      { ...plain, automation: { record: { mode: "cloud" } } },
      "automation.record",
    ),
    {
      id: "metadata-too-long",
      comment: "one character more than a thousand is refused, never cut",
      flags: ["Limit"],
      twin: "metadata-longest",
      grant: { ...plain, participant: { metadata: "m".repeat(1001) } },
      expect: refused("grant.limit", "participant.metadata"),
    },
    extension(
      "extension-admin",
      "nobody becomes an admin through the extensions",
      ["ModelledExtension"],
      { isAdmin: true },
      "grant.modelled-extension",
      "isAdmin",
    ),
    extension(
      "extension-global-token",
      "nor gets every room through them",
      ["ModelledExtension", "EveryRoom"],
      { globalToken: true },
      "grant.modelled-extension",
      "globalToken",
    ),
    extension(
      "extension-unknown",
      "a property of rooms, not of tokens",
      ["UnknownField"],
      { recordRoom: true },
      "grant.unknown-field",
      "recordRoom",
    ),
    extension(
      "extension-wrong-type",
      "a switch is true or false",
      ["WrongType"],
      { disableVideo: "yes" },
      "grant.invalid",
      "disableVideo",
    ),
    {
      id: "expiration-date",
      comment: "a made-up name for the expiry, seen in public code",
      flags: ["UnknownField", "NeverExpires"],
      twin: "expiry-instant",
      grant: { room: "standup", expirationDate: "2027-01-15T09:00:00Z" },
      expect: refused("grant.unknown-field", "expirationDate"),
    },
    {
      id: "expiry-milliseconds",
      comment: "milliseconds in place of seconds",
      flags: ["TimeClaim"],
      twin: "expiry-instant",
      grant: { room: "standup", expiresAt: (now + 60) * 1000 },
      expect: refused("grant.milliseconds", "expiresAt"),
    },
    {
      id: "window-empty",
      comment: "over before it begins",
      flags: ["TimeClaim"],
      twin: "not-before",
      grant: { ...plain, notBefore: now + 7200 },
      expect: refused("grant.empty-window", "notBefore"),
    },
  ],
};
