// Grants and the LiveKit tokens that they become.
import { extensions, fields as moreFields } from "./livekit-encode-fields.mjs";
import { refusals } from "./livekit-encode-refusals.mjs";
import { apiKey, identity, key, pages, room, source } from "./livekit-facts.mjs";
import { expiresAt, now } from "./words.mjs";

const plain = { room, participant: { id: identity }, expiresIn: "1h" };
const withRights = (rights) => ({ ...plain, rights });

/** The claims of a participant's token for one room; `video` adds to its grants, `others` replace claims. */
const claims = (video = {}, others = {}) => ({
  iss: apiKey,
  sub: identity,
  name: undefined,
  metadata: undefined,
  attributes: undefined,
  roomConfig: undefined,
  video: { roomJoin: true, room, ...video },
  iat: now,
  nbf: undefined,
  exp: expiresAt,
  ...others,
});

const serverClaims = (video, others = {}) => ({ ...claims({}, { sub: undefined, ...others }), video });

const canonical = {
  title: "Tokens letter by letter",
  spec: [pages.tokens, pages.serverSdk, pages.protocolGrants],
  canonical: true,
  tests: [
    {
      id: "participant",
      comment: "what is not said is not written: LiveKit lets such a participant send and receive",
      flags: ["OneField", "VendorDefault"],
      grant: plain,
      claims: claims(),
    },
    {
      id: "participant-described",
      comment: "a name, and metadata as text",
      flags: ["OneField", "Description"],
      grant: { ...plain, participant: { id: identity, name: "Zoë", metadata: { team: "a" } } },
      claims: claims({}, { name: "Zoë", metadata: '{"team":"a"}' }),
    },
    {
      id: "publish-none",
      comment: "none is canPublish false, never an empty list, which would give every source",
      flags: ["OneField", "AbsentIsNotFalse"],
      grant: withRights({ publish: false }),
      claims: claims({ canPublish: false }),
    },
    {
      id: "publish-all",
      comment: "all kinds of tracks, those without a source too",
      flags: ["OneField"],
      grant: withRights({ publish: true }),
      claims: claims({ canPublish: true }),
    },
    {
      id: "publish-some",
      comment: "a list of sources withholds what it does not name",
      flags: ["OneField"],
      grant: withRights({ publish: ["microphone", "camera"] }),
      claims: claims({ canPublishSources: ["camera", "microphone"] }),
    },
    {
      id: "publish-four-sources",
      comment: "all four sources without tracks that have none",
      flags: ["OneField"],
      grant: withRights({ publish: ["microphone", "camera", "screen", "screenAudio"] }),
      claims: claims({ canPublishSources: ["camera", "microphone", "screen_share", "screen_share_audio"] }),
    },
    {
      id: "moderator",
      comment: "muting, removing and changing permissions together make roomAdmin",
      flags: ["OneField", "RoleFlag"],
      grant: withRights({ moderate: true }),
      claims: serverClaims({ roomJoin: true, room, roomAdmin: true }, { sub: identity }),
    },
    {
      id: "server-rooms",
      comment: "a server's token names its rights, and needs neither room nor identity",
      flags: ["OneField", "Purpose", "VendorOnly"],
      grant: {
        purpose: "api",
        room: { any: true },
        expiresIn: "1h",
        extensions: { livekit: { roomList: true, roomCreate: true } },
      },
      claims: serverClaims({ roomCreate: true, roomList: true }),
    },
    {
      id: "extensions",
      comment: "properties that only LiveKit has",
      flags: ["OneField", "VendorOnly"],
      grant: { ...plain, extensions: { livekit: { attributes: { role: "host" }, canUpdateOwnMetadata: true } } },
      claims: claims({ canUpdateOwnMetadata: true }, { attributes: { role: "host" } }),
    },
  ],
};

const fields = {
  title: "Times, rights and descriptions",
  spec: [pages.tokens, pages.serverRooms, pages.serverEgress, pages.protocolRoom],
  tests: [
    {
      id: "expiry-instant",
      comment: "an instant in unix seconds",
      flags: ["OneField", "TimeClaim"],
      grant: { ...plain, expiresIn: undefined, expiresAt: now + 60 },
      claims: claims({}, { exp: now + 60 }),
    },
    {
      id: "not-before",
      comment: "the beginning of the window",
      flags: ["OneField", "TimeClaim"],
      grant: { ...plain, notBefore: now + 600 },
      claims: claims({}, { nbf: now + 600 }),
    },
    {
      id: "data-denied",
      comment: "data has its own switch; tracks stay what they are",
      flags: ["OneField"],
      grant: withRights({ publish: { data: false } }),
      claims: claims({ canPublishData: false }),
    },
    {
      id: "data-given-alone",
      comment: "data without tracks",
      flags: ["OneField"],
      grant: withRights({
        publish: { microphone: false, camera: false, screen: false, screenAudio: false, custom: false, data: true },
      }),
      claims: claims({ canPublish: false, canPublishData: true }),
    },
    {
      id: "subscribe-denied",
      comment: "receives nothing",
      flags: ["OneField"],
      grant: withRights({ subscribe: false }),
      claims: claims({ canSubscribe: false }),
    },
    {
      id: "hidden",
      comment: "others do not see it",
      flags: ["OneField"],
      grant: withRights({ visible: false }),
      claims: claims({ hidden: true }),
    },
    {
      id: "visible",
      comment: "what is said is written, also where it is the default",
      flags: ["OneField", "AbsentIsNotFalse"],
      grant: withRights({ visible: true, subscribe: true }),
      claims: claims({ canSubscribe: true, hidden: false }),
    },
    {
      id: "no-moderator",
      comment: "no role is said by leaving it out",
      flags: ["OneField", "RoleFlag"],
      grant: withRights({ moderate: false, admit: false, record: false, livestream: false, transcribe: false }),
      claims: claims(),
    },
    {
      id: "camera-denied",
      comment: "a list would give the other sources, which nobody asked for: everything is withheld, and reported",
      flags: ["OneField"],
      grant: withRights({ publish: { camera: false } }),
      claims: claims({ canPublish: false }),
      report: [{ path: "rights.publish", kind: "narrowed" }],
    },
    {
      id: "entry-direct",
      comment: "whoever may join walks in",
      flags: ["OneField"],
      grant: { ...plain, entry: "direct" },
      claims: claims(),
    },
    {
      id: "server-moderator",
      comment: "an admin who does not join, for one room",
      flags: ["OneField", "Purpose"],
      grant: { purpose: "api", room, expiresIn: "1h", rights: { moderate: true } },
      claims: serverClaims({ room, roomAdmin: true }),
    },
    {
      id: "server-recording",
      comment: "recordings and streams are one right of the server API, in every room",
      flags: ["OneField", "Purpose", "RoleFlag"],
      grant: { purpose: "api", room: { any: true }, expiresIn: "1h", rights: { record: true, livestream: true } },
      claims: serverClaims({ roomRecord: true }),
    },
    {
      id: "server-telephony",
      comment: "other products of the project have claims of their own",
      flags: ["OneField", "Purpose", "VendorOnly"],
      grant: {
        purpose: "api",
        room: { any: true },
        expiresIn: "1h",
        extensions: { livekit: { sip: { call: true }, agentWorker: true } },
      },
      claims: { ...serverClaims({ agent: true }), sip: { call: true } },
    },
    {
      id: "automatic-recording",
      comment: "a room that the holder opens is recorded, as its configuration says",
      flags: ["OneField", "VendorOnly"],
      grant: {
        ...plain,
        automation: { record: true },
        extensions: { livekit: { roomConfig: { egress: { room: { fileOutputs: [{ filepath: "a.mp4" }] } } } } },
      },
      claims: claims({}, { roomConfig: { egress: { room: { fileOutputs: [{ filepath: "a.mp4" }] } } } }),
    },
    {
      id: "camera-off",
      comment: "how the client starts is the client's matter",
      flags: ["Description"],
      grant: { ...plain, start: { camera: "off" } },
      claims: claims(),
      report: [{ path: "start.camera", kind: "moved" }],
    },
    {
      id: "email",
      comment: "an address has no place in the token",
      flags: ["Description", "PersonalData"],
      grant: { ...plain, participant: { id: identity, email: "a@example.org" } },
      claims: claims(),
      report: [{ path: "participant.email", kind: "dropped" }],
    },
  ],
};

export default {
  vendor: "livekit",
  category: "encode",
  title: "Grants and the LiveKit tokens that they become",
  keys: [key],
  source,
  shared: { key: key.id, method: "sign", tenant: apiKey },
  groups: [canonical, fields, refusals, moreFields, extensions],
};
