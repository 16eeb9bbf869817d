// LiveKit's tokens issued anew at LiveKit: every spelling stays, unless what it says has been narrowed.
import { expiresAt as exp, issuedAt as iat, now } from "./words.mjs";

const room = "standup";
const guest = { iss: "key", sub: "u_1", iat, exp };
const joining = { roomJoin: true, room };

const kept = (id, comment, video, { others = {}, becomes = {}, becomesVideo = {}, policy, report = [] } = {}) => ({
  id: `kept-${id}`,
  comment,
  claims: { ...guest, ...others, video: { ...joining, ...video } },
  ...(policy === undefined ? {} : { policy }),
  becomes: {
    livekit: {
      properties: { ...guest, ...others, video: { ...joining, ...video, ...becomesVideo }, ...becomes },
      report,
      room: [],
    },
  },
});

/** A server's token, which joins nothing. */
const server = (id, comment, claims) => ({
  id: `kept-server-${id}`,
  comment,
  claims: { iss: "key", iat, exp, ...claims },
  becomes: { livekit: { properties: { iss: "key", iat, exp, ...claims }, report: [], room: [] } },
});

const asked = (id, comment, claims, refused, policy) => ({
  id: `kept-${id}`,
  twin: "kept-guest",
  comment,
  claims: { ...guest, video: joining, ...claims },
  ...(policy === undefined ? {} : { policy }),
  becomes: { livekit: { refused } },
});

const narrow = (narrowed) => ({ policy: { narrow: narrowed } });

export const livekitKept = [
  kept("guest", "one person in one room", {}),
  kept(
    "everything",
    "every claim at once",
    {
      roomAdmin: true,
      canPublish: true,
      canPublishSources: ["camera", "microphone"],
      canPublishData: true,
      canSubscribe: true,
      canUpdateOwnMetadata: true,
      canSubscribeMetrics: true,
      canManageAgentSession: true,
      hidden: false,
      recorder: true,
      destinationRoom: "retro",
    },
    {
      others: {
        jti: "4f2c",
        name: "Ada",
        metadata: '{"team":"a"}',
        attributes: { role: "host" },
        kind: "agent",
        kindDetails: ["a"],
        sha256: "q80=",
        roomPreset: "a",
        roomConfig: { maxParticipants: 4, egress: { room: { fileOutputs: [{}] } } },
        nbf: now + 60,
      },
    },
  ),
  kept("denials", "everything that can be denied", {
    canPublish: false,
    canPublishData: false,
    canSubscribe: false,
    hidden: true,
  }),
  kept("silent-data", "no tracks, and not a word about data", { canPublish: false }),
  kept("data-alone", "data and no tracks", { canPublish: false, canPublishData: true }),
  kept("one-source", "one source", { canPublishSources: ["screen_share"] }),
  kept("four-sources", "four sources", {
    canPublishSources: ["camera", "microphone", "screen_share", "screen_share_audio"],
  }),
  kept(
    "switched-off",
    "switches that are off",
    {
      roomAdmin: false,
      canUpdateOwnMetadata: false,
      recorder: false,
      agent: false,
      roomCreate: false,
      roomList: false,
      roomRecord: false,
      ingressAdmin: false,
    },
    { others: { sip: { admin: false }, agent: {}, inference: { perform: false } } },
  ),
  kept("admin-with-limits", "an admin with limits, which it can lift", {
    roomAdmin: true,
    canPublish: false,
    hidden: true,
  }),
  kept("join-and-create", "a participant with rights of the server API", { roomCreate: true, roomRecord: true }),
  kept("past-start", "a beginning that lies behind", {}, { others: { nbf: now - 60 } }),
  kept("no-start", "a beginning at zero", {}, { others: { nbf: 0 } }),
  kept(
    "unknown-members",
    "members that nobody knows, where they stood",
    { "x-zone": 1 },
    {
      others: { "x-tier": 2 },
      becomes: { "x-tier": undefined },
      becomesVideo: { "x-zone": undefined },
    },
  ),
  kept("empty-metadata", "empty texts", {}, { others: { name: "", metadata: "" } }),
  server("rooms", "a server that makes and lists rooms", { video: { roomCreate: true, roomList: true } }),
  server("recordings", "a server that records", { video: { roomRecord: true } }),
  server("ingress", "a server that takes streams in", { video: { ingressAdmin: true, agent: true } }),
  server("moderator", "a server that moderates one room", { video: { room, roomAdmin: true } }),
  server("products", "a server with every other product", {
    sip: { admin: true, call: false },
    agent: { createSimulation: true },
    inference: { perform: true },
    observability: { write: true },
  }),
  kept(
    "shorter",
    "cut short",
    {},
    { ...narrow({ expiresAt: exp - 60 }), becomes: { exp: exp - 60 }, report: ["narrowed expiresAt"] },
  ),
  kept(
    "later",
    "begun later",
    {},
    { ...narrow({ notBefore: now + 60 }), becomes: { nbf: now + 60 }, report: ["narrowed notBefore"] },
  ),
  kept(
    "silenced",
    "no longer sends tracks: data, of which nothing was said, is still sent",
    { canPublish: true },
    {
      ...narrow({ rights: { publish: false } }),
      becomesVideo: { canPublish: false, canPublishData: true },
      report: ["narrowed rights.publish{microphone,camera,screen,screenAudio,custom}", "assumed rights.publish.data"],
    },
  ),
  kept(
    "one-source-of-two",
    "sends less",
    { canPublishSources: ["camera", "microphone"] },
    {
      ...narrow({ rights: { publish: { camera: false } } }),
      becomesVideo: { canPublishSources: ["microphone"] },
      report: ["narrowed rights.publish.camera"],
    },
  ),
  kept(
    "hears-nothing",
    "no longer receives",
    { canSubscribe: true },
    {
      ...narrow({ rights: { subscribe: false } }),
      becomesVideo: { canSubscribe: false },
      report: ["narrowed rights.subscribe"],
    },
  ),
  kept(
    "no-admin-now",
    "no longer moderates",
    { roomAdmin: true },
    {
      ...narrow({ rights: { moderate: false } }),
      becomesVideo: { roomAdmin: undefined },
      report: ["narrowed rights.moderate{media,remove,permissions}"],
    },
  ),
  asked("no-end", "LiveKit requires an end", { exp: undefined }, ["expiresAt, try: policy narrow.expiresAt"]),
  asked("no-room", "and a room", { video: { roomJoin: true } }, ["claims.video.room", "purpose"]),
  asked("nobody", "and somebody", { sub: undefined }, ["claims.sub", "purpose"]),
  kept(
    "hears-some",
    "everything is received or nothing: what is left of some kinds is nothing",
    {},
    {
      ...narrow({ rights: { subscribe: ["microphone"] } }),
      becomesVideo: { canSubscribe: false },
      report: ["narrowed rights.subscribe"],
    },
  ),
  kept(
    "admin-hears-some",
    "an admin could lift that, so that nobody is one",
    { roomAdmin: true },
    {
      ...narrow({ rights: { subscribe: ["microphone"] } }),
      becomesVideo: { canSubscribe: false, roomAdmin: undefined },
      report: ["narrowed rights.subscribe", "narrowed rights.moderate{media,remove,permissions}"],
    },
  ),
];
