// Grants that no LiveKit token can hold.
import { identity, pages, room } from "./livekit-facts.mjs";
import { now, refused } from "./words.mjs";

const plain = { room, participant: { id: identity }, expiresIn: "1h" };
const withRights = (rights) => ({ ...plain, rights });
const server = (extensions, others = {}) => ({
  purpose: "api",
  room: { any: true },
  expiresIn: "1h",
  extensions: { livekit: extensions },
  ...others,
});

/** A restriction or right that has no place in the token. */
const cannot = (id, comment, grant, path, twin = "participant") => ({
  id,
  comment,
  flags: ["CannotBeHeld"],
  twin,
  grant,
  expect: refused("grant.unsupported", path),
});

const missing = (id, comment, grant, path, twin = "participant") => ({
  id,
  comment,
  flags: ["MissingStatement"],
  twin,
  grant,
  expect: refused("grant.missing", path),
});

export const refusals = {
  title: "Grants that are refused",
  spec: [pages.tokens, pages.serverAuth, pages.serverJoin, pages.serverSdk],
  tests: [
    missing("identity-absent", "nobody joins without an identity", { room, expiresIn: "1h" }, "participant.id"),
    missing("expiry-absent", "an expiry has no default", { room, participant: { id: identity } }, "expiresAt"),
    missing(
      "room-absent",
      "a token without a room may join every one",
      { participant: { id: identity }, expiresIn: "1h" },
      "room",
    ),
    missing(
      "server-without-rights",
      "no right opens the server API as such",
      { purpose: "api", room: { any: true }, expiresIn: "1h" },
      "purpose",
      "server-rooms",
    ),
    cannot(
      "never-expires",
      "LiveKit requires an expiry",
      { ...plain, expiresIn: undefined, expiresAt: null },
      "expiresAt",
    ),
    cannot("every-room", "nobody joins every room", { ...plain, room: { any: true } }, "room"),
    cannot("room-list", "one room", { ...plain, room: { anyOf: [room, "retro"] } }, "room"),
    cannot("room-pattern", "no pattern", { ...plain, room: { pattern: "stand*", dialect: "glob" } }, "room"),
    cannot(
      "server-moderates-every-room",
      "roomAdmin is for one room",
      { purpose: "api", room: { any: true }, expiresIn: "1h", rights: { moderate: true } },
      "room",
      "server-moderator",
    ),
    cannot(
      "server-rights-for-one-room",
      "rights of the server API hold for every room, so that one room would be a false promise",
      server({ roomCreate: true }, { room }),
      "room",
      "server-rooms",
    ),
    cannot(
      "join-and-create",
      "a participant's client never gets rights of the server API: two tokens",
      { ...plain, purpose: ["api", "participant"], extensions: { livekit: { roomCreate: true } } },
      "purpose",
      "server-rooms",
    ),
    cannot(
      "create-in-hand",
      "nor behind the back of the grant",
      { ...plain, extensions: { livekit: { roomCreate: true } } },
      "purpose",
      "server-rooms",
    ),
    cannot("ask", "LiveKit has no waiting room", { ...plain, entry: "ask" }, "entry", "entry-direct"),
    cannot(
      "moderate-media-only",
      "roomAdmin removes people too, so it is not minted for muting alone",
      withRights({ moderate: { media: true } }),
      "rights.moderate.media",
      "moderator",
    ),
    cannot("admit-given", "nobody asks to enter", withRights({ admit: true }), "rights.admit"),
    cannot(
      "record-given",
      "a participant starts no recording",
      withRights({ record: true, livestream: true }),
      "rights.record",
      "server-recording",
    ),
    cannot("transcribe-given", "agents transcribe", withRights({ transcribe: true }), "rights.transcribe"),
    cannot(
      "custom-beside-a-list",
      "a track without a source goes with all others only",
      withRights({ publish: { camera: false, custom: true } }),
      "rights.publish.custom",
      "publish-all",
    ),
    cannot(
      "subscribe-selection",
      "everything is received or nothing",
      withRights({ subscribe: ["microphone"] }),
      "rights.subscribe",
      "subscribe-denied",
    ),
    cannot("stay-limited", "no claim ends a stay", { ...plain, stay: { maxSeconds: 1800 } }, "stay.maxSeconds"),
    cannot(
      "stay-ending",
      "the expiry affects the first connection only",
      { ...plain, stay: { endsAtExpiry: true } },
      "stay.endsAtExpiry",
    ),
    cannot(
      "automatic-recording-without-configuration",
      "where a recording goes has to be said",
      { ...plain, automation: { record: true } },
      "automation.record",
      "automatic-recording",
    ),
    cannot(
      "automatic-recording-in-hiding",
      "a configuration that records has to be said in neutral words too",
      { ...plain, extensions: { livekit: { roomConfig: { egress: { room: { fileOutputs: [{}] } } } } } },
      "automation.record",
      "automatic-recording",
    ),
    {
      id: "credentials",
      comment: "storage keys in a token are everybody's who has it",
      flags: ["PersonalData"],
      twin: "automatic-recording",
      grant: {
        ...plain,
        automation: { record: true },
        extensions: { livekit: { roomConfig: { egress: { tracks: { s3: { secret: "TEST-ONLY-storage" } } } } } },
      },
      expect: refused("grant.invalid", "extensions.livekit.roomConfig"),
    },
    {
      id: "extension-admin",
      comment: "a role comes from the right to moderate",
      flags: ["ModelledExtension"],
      twin: "extensions",
      grant: { ...plain, extensions: { livekit: { roomAdmin: true } } },
      expect: refused("grant.modelled-extension", "extensions.livekit.roomAdmin"),
    },
    {
      id: "extension-unknown",
      comment: "an extension that LiveKit does not have",
      flags: ["UnknownField"],
      twin: "extensions",
      grant: { ...plain, extensions: { livekit: { maxBitrate: 7 } } },
      expect: refused("grant.unknown-field", "extensions.livekit.maxBitrate"),
    },
    {
      id: "extension-wrong-type",
      comment: "attributes are texts by name",
      flags: ["WrongType"],
      twin: "extensions",
      grant: { ...plain, extensions: { livekit: { attributes: { level: 2 } } } },
      expect: refused("grant.invalid", "extensions.livekit.attributes"),
    },
    {
      id: "extension-off",
      comment: "what is off by default is left out",
      flags: ["WrongType", "AbsentIsNotFalse"],
      twin: "extensions",
      grant: { ...plain, extensions: { livekit: { canUpdateOwnMetadata: false } } },
      expect: refused("grant.invalid", "extensions.livekit.canUpdateOwnMetadata"),
    },
    {
      id: "field-unknown",
      comment: "the vendor's word in place of the neutral one",
      flags: ["UnknownField"],
      twin: "participant",
      grant: { ...plain, canPublish: true },
      expect: refused("grant.unknown-field", "canPublish"),
    },
    {
      id: "expiry-now",
      comment: "a token is dead at its expiry, not one second later",
      flags: ["TimeClaim"],
      twin: "expiry-instant",
      grant: { ...plain, expiresIn: undefined, expiresAt: now },
      expect: refused("grant.empty-window", "expiresAt"),
    },
  ],
};
