import { claims } from "./livekit-facts.mjs";
import {
  does,
  onlyDaily,
  refusedByAll,
  toDaily,
  toMetered,
  toVideosdk,
  unlessAllowed,
} from "./livekit-translate-lines.mjs";
import { mayRemoveAndAdmit } from "./translate-lines.mjs";
import { expiresAt as exp, now } from "./words.mjs";

const sources = (kinds) => kinds.map((kind) => unlessAllowed(`rights.publish.${kind}`));

/** LiveKit's tokens as people sign them. */
export const livekitEveryday = [
  {
    id: "plain",
    comment: "walks into one room as one person, with everything that silence allows",
    claims: claims(),
    becomes: { daily: toDaily(), metered: toMetered(), videosdk: toVideosdk() },
  },
  {
    id: "not-before-zero",
    comment: "a not-before of zero, which older packages write: no beginning",
    claims: claims({}, { nbf: 0 }),
    becomes: { daily: toDaily(), metered: toMetered(), videosdk: toVideosdk() },
  },
  {
    id: "name-and-metadata",
    comment: "a name, and metadata as the text of an object",
    claims: claims({}, { name: "Ada", metadata: JSON.stringify({ seat: 4 }) }),
    becomes: {
      daily: toDaily({
        properties: { user_name: "Ada" },
        report: ["moved participant.metadata, try: client userData"],
        join: { userData: { seat: 4 } },
      }),
      metered: toMetered({
        properties: { name: "Ada", meta: JSON.stringify({ seat: 4 }) },
        join: { name: "Ada" },
      }),
      videosdk: toVideosdk({
        join: { name: "Ada", metaData: { seat: 4 } },
        report: [
          ...mayRemoveAndAdmit,
          "moved participant.name, try: client name",
          "moved participant.metadata, try: client metaData",
        ],
      }),
    },
  },
  {
    id: "admin",
    comment: "the room's admin, who moderates in every way and admits nobody",
    claims: claims({ roomAdmin: true }),
    becomes: {
      daily: toDaily({ permissions: { canAdmin: ["participants"] }, report: ["advisory rights.admit"] }),
      metered: toMetered({
        report: ['narrowed rights.moderate{media,remove,permissions}, try: policy vouch {"admit":true}'],
      }),
      videosdk: toVideosdk({
        properties: { permissions: ["allow_join", "allow_mod"] },
        report: ["advisory rights.moderate.remove", "narrowed rights.moderate.permissions", "advisory rights.admit"],
      }),
    },
  },
  {
    id: "admin-vouched-for",
    comment: "the room's admin, of whom the caller knows that it admits people too",
    claims: claims({ roomAdmin: true }),
    policy: { vouch: { admit: true } },
    becomes: {
      metered: toMetered({
        properties: { isAdmin: true },
        report: ["advisory rights.moderate{media,remove,permissions}"],
      }),
    },
  },
  {
    id: "room-by-map",
    comment: "the room by a map",
    claims: claims(),
    policy: { rooms: { map: { standup: "2kyv-gzay-64pg" } } },
    becomes: {
      videosdk: toVideosdk({
        properties: { roomId: "2kyv-gzay-64pg" },
        room: "moved room",
        requirement: 'room roomId "2kyv-gzay-64pg"',
      }),
    },
  },
  {
    id: "attributes-and-token-id",
    comment: "attributes and a token id, which give nothing",
    claims: claims({}, { attributes: { team: "blue" }, jti: "t_1" }),
    becomes: {
      daily: toDaily({ report: ["dropped extensions.livekit.attributes", "dropped extensions.livekit.jti"] }),
      metered: toMetered({ report: ["dropped extensions.livekit.attributes", "dropped extensions.livekit.jti"] }),
      videosdk: toVideosdk({
        report: [...mayRemoveAndAdmit, "dropped extensions.livekit.attributes", "dropped extensions.livekit.jti"],
      }),
    },
  },
];

/** Tokens that withhold something, and where that can be held. */
export const livekitRights = [
  {
    id: "sends-audio-only",
    twin: "sends-everything",
    comment: "sends from the microphone alone: everything that the list does not name is withheld",
    claims: claims({ canPublishSources: ["microphone"] }),
    becomes: onlyDaily(
      toDaily({
        properties: { enable_screenshare: false },
        permissions: { canSend: ["audio"], canAdmin: false },
        without: [does.send],
      }),
      ...sources(["camera", "screen", "screenAudio", "custom"]),
    ),
  },
  {
    id: "sends-everything",
    comment: "sends everything, in so many words",
    claims: claims({ canPublish: true }),
    becomes: {
      metered: toMetered({
        without: [does.send],
        report: [
          "moved rights.publish{microphone,camera,screen}, try: room ownerOnlyBroadcast",
          "moved rights.publish{screenAudio,custom}",
        ],
      }),
    },
  },
  {
    id: "listens",
    comment: "sends no track and receives everything",
    claims: claims({ canPublish: false, canPublishData: true, canSubscribe: true }),
    becomes: onlyDaily(
      toDaily({
        properties: { enable_screenshare: false },
        permissions: { canSend: false, canReceive: { base: true }, canAdmin: false },
        without: [does.send, does.sendData, does.receive],
        report: ["moved rights.publish.data"],
      }),
      ...sources(["microphone", "camera", "screen", "screenAudio", "custom"]),
    ),
  },
  {
    id: "sends-no-data",
    comment: "sends tracks and no data, which no token elsewhere withholds",
    claims: claims({ canPublishData: false }),
    becomes: refusedByAll(unlessAllowed("rights.publish.data")),
  },
  {
    id: "receives-nothing",
    comment: "sends and receives nothing",
    claims: claims({ canSubscribe: false }),
    becomes: onlyDaily(
      toDaily({ permissions: { canReceive: { base: false }, canAdmin: false }, without: [does.receive] }),
      unlessAllowed("rights.subscribe"),
    ),
  },
  {
    id: "hidden",
    comment: "a hidden participant",
    claims: claims({ hidden: true }),
    becomes: onlyDaily(
      toDaily({ permissions: { hasPresence: false, canAdmin: false }, without: [does.isSeen] }),
      unlessAllowed("rights.visible"),
    ),
  },
];

/** Where and when a token is good, and what else it may hold. */
export const livekitBounds = [
  {
    id: "not-before-future",
    comment: "a beginning that lies ahead",
    claims: claims({}, { nbf: now + 60 }),
    becomes: {
      daily: toDaily({ properties: { nbf: now + 60 } }),
      metered: toMetered({ properties: { notBeforeUnixSec: now + 60 } }),
      videosdk: { refused: [unlessAllowed("notBefore")] },
    },
  },
  {
    id: "no-expiry",
    twin: "no-expiry-narrowed",
    comment: "no expiry, which older verifiers let pass",
    claims: claims({}, { exp: undefined }),
    becomes: refusedByAll("expiresAt, try: policy narrow.expiresAt"),
  },
  {
    id: "no-expiry-narrowed",
    comment: "no expiry, and the one that was asked for",
    claims: claims({}, { exp: undefined }),
    policy: { narrow: { expiresAt: exp } },
    becomes: {
      daily: toDaily({ report: ["narrowed expiresAt"] }),
      metered: toMetered({ report: ["narrowed expiresAt"] }),
      videosdk: toVideosdk({ report: [...mayRemoveAndAdmit, "narrowed expiresAt"] }),
    },
  },
  {
    id: "creates-rooms",
    comment: "a participant who also creates rooms of the whole project",
    claims: claims({ roomCreate: true }),
    becomes: refusedByAll('extensions.livekit.roomCreate, try: policy ignoreUnknown ["roomCreate"]'),
  },
  {
    id: "claim-of-its-own",
    comment: "a claim of the customer's own",
    claims: claims({}, { seat: 4 }),
    becomes: refusedByAll('unknown.seat, try: policy ignoreUnknown ["seat"]'),
  },
  {
    id: "grant-of-its-own",
    comment: "a grant in `video` that LiveKit does not document",
    claims: claims({ canFly: true }),
    becomes: refusedByAll('unknown.video.canFly, try: policy ignoreUnknown ["video.canFly"]'),
  },
];
