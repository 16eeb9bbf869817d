// Grants that no VideoSDK token can hold.
import { pages, plain, room } from "./videosdk-facts.mjs";
import { now, refused } from "./words.mjs";

const withRights = (rights) => ({ ...plain, rights });

/** A restriction or right that has no place in the token. */
const cannot = (id, comment, grant, path, twin = "participant") => ({
  id,
  comment,
  flags: ["CannotBeHeld"],
  twin,
  grant,
  expect: refused("grant.unsupported", path),
});

const missing = (id, comment, grant, path) => ({
  id,
  comment,
  flags: ["MissingStatement"],
  twin: "participant",
  grant,
  expect: refused("grant.missing", path),
});

export const refusals = {
  title: "Grants that are refused",
  spec: [pages.authentication, pages.errorEvents],
  tests: [
    missing("entry-absent", "a forgotten grant makes nobody a moderator", { room, expiresIn: "1h" }, "entry"),
    missing("expiry-absent", "an expiry has no default", { room, entry: "direct" }, "expiresAt"),
    missing("room-absent", "every room is never a default", { expiresIn: "1h", entry: "direct" }, "room"),
    cannot(
      "camera-denied",
      "whoever is inside may send",
      withRights({ publish: { camera: false } }),
      "rights.publish.camera",
    ),
    cannot(
      "camera-given",
      "a right that the token does not speak of is not promised either",
      withRights({ publish: { camera: true } }),
      "rights.publish.camera",
    ),
    cannot("subscribe-denied", "whoever is inside receives", withRights({ subscribe: false }), "rights.subscribe"),
    cannot("hidden", "a token hides nobody", withRights({ visible: false }), "rights.visible"),
    cannot(
      "moderate-media-only",
      "allow_mod may remove people too, so it is not minted for muting alone",
      withRights({ moderate: { media: true } }),
      "rights.moderate.media",
      "moderator",
    ),
    cannot(
      "moderate-all",
      "nobody at VideoSDK changes others' permissions",
      withRights({ moderate: true }),
      "rights.moderate.permissions",
      "moderator",
    ),
    cannot("admit-denied", "allow_join answers those who ask", withRights({ admit: false }), "rights.admit"),
    cannot("record-given", "no permission gives recording", withRights({ record: true }), "rights.record"),
    cannot("record-denied", "no permission withholds recording", withRights({ record: false }), "rights.record"),
    cannot("livestream-denied", "nor live streaming", withRights({ livestream: false }), "rights.livestream"),
    cannot(
      "not-before",
      "no claim with a documented effect holds somebody back",
      { ...plain, notBefore: now + 600 },
      "notBefore",
      "not-before-past",
    ),
    cannot(
      "stay-limited",
      "the token is checked while joining only",
      { ...plain, stay: { maxSeconds: 1800 } },
      "stay.maxSeconds",
    ),
    cannot(
      "stay-ending",
      "a later expiry does not disturb the meeting",
      { ...plain, stay: { endsAtExpiry: true } },
      "stay.endsAtExpiry",
      "stay-not-ending",
    ),
    cannot("room-list", "one room or every room", { ...plain, room: { anyOf: [room, "abcd-efgh-ijkl"] } }, "room"),
    cannot("room-pattern", "no pattern", { ...plain, room: { pattern: "2kyv-*", dialect: "glob" } }, "room"),
    cannot(
      "automatic-recording",
      "a recording that starts by itself is a matter of the room",
      { ...plain, automation: { record: { mode: "cloud" } } },
      "automation.record",
    ),
    cannot(
      "ask-and-moderate",
      "ask_join beside another permission is documented as invalid",
      { ...plain, entry: "ask", rights: { moderate: { media: true, remove: true } } },
      "rights.moderate.media",
      "moderator",
    ),
    {
      id: "participant-white-space",
      comment: "VideoSDK refuses such ids, and nothing is cut or replaced",
      flags: ["Identity"],
      twin: "participant-with-id",
      grant: { ...plain, participant: { id: "user 7" } },
      expect: refused("grant.invalid", "participant.id"),
    },
    {
      id: "participant-empty",
      comment: "an empty id binds nobody",
      flags: ["Identity"],
      twin: "participant-with-id",
      grant: { ...plain, participant: { id: "" } },
      expect: refused("grant.invalid", "participant.id"),
    },
    {
      id: "extension-permissions",
      comment: "permissions come from the entry and the right to moderate",
      flags: ["ModelledExtension"],
      twin: "token-id",
      grant: { ...plain, extensions: { videosdk: { permissions: ["allow_join", "allow_mod"] } } },
      expect: refused("grant.modelled-extension", "extensions.videosdk.permissions"),
    },
    {
      id: "extension-unknown",
      comment: "an extension that VideoSDK does not have",
      flags: ["UnknownField"],
      twin: "token-id",
      grant: { ...plain, extensions: { videosdk: { mode: "VIEWER" } } },
      expect: refused("grant.unknown-field", "extensions.videosdk.mode"),
    },
    {
      id: "extension-wrong-type",
      comment: "a token id is a text",
      flags: ["WrongType"],
      twin: "token-id",
      grant: { ...plain, extensions: { videosdk: { jti: 7 } } },
      expect: refused("grant.invalid", "extensions.videosdk.jti"),
    },
    {
      id: "field-unknown",
      comment: "the vendor's word in place of the neutral one",
      flags: ["UnknownField"],
      twin: "participant",
      grant: { ...plain, permissions: ["allow_join"] },
      expect: refused("grant.unknown-field", "permissions"),
    },
    {
      id: "expiry-milliseconds",
      comment: "milliseconds in place of seconds",
      flags: ["TimeClaim"],
      twin: "expiry-instant",
      grant: { room, entry: "direct", expiresAt: (now + 60) * 1000 },
      expect: refused("grant.milliseconds", "expiresAt"),
    },
    {
      id: "expiry-relative",
      comment: "a duration in place of an instant",
      flags: ["TimeClaim"],
      twin: "expiry-instant",
      grant: { room, entry: "direct", expiresAt: 86_400 },
      expect: refused("grant.relative-time", "expiresAt"),
    },
    {
      id: "expiry-now",
      comment: "a token is dead at its expiry, not one second later",
      flags: ["TimeClaim"],
      twin: "expiry-instant",
      grant: { room, entry: "direct", expiresAt: now },
      expect: refused("grant.empty-window", "expiresAt"),
    },
  ],
};
