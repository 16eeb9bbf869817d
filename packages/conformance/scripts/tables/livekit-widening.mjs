// LiveKit's claims that are not what they seem: none of them lets a token come out stronger.
import { pages, claims as signed, source } from "./livekit-facts.mjs";
import { nowhere, plainEverywhere, plainly } from "./widening-words.mjs";
import { expiresAt as exp } from "./words.mjs";

/** Without a time of issue, which server packages of LiveKit leave out. */
const claims = (video, others) => signed(video, { iat: undefined, ...others });
const refused = (...paths) => nowhere("livekit", ...paths);
const media = ["microphone", "camera", "screen", "screenAudio", "custom"];
const sending = media.map((kind) => `rights.publish.${kind}`);
/** Who may send nothing sends no data either, unless the token says so. */
const data = "rights.publish.data";
const sendsEverything = "assumed rights.publish{microphone,camera,screen,screenAudio,custom}";

const values = [
  { id: "plain", comment: "one person, one room, one hour", claims: claims(), becomes: plainEverywhere("livekit") },
  {
    id: "admin-as-text",
    comment: "`true` as text makes no admin",
    claims: claims({ roomAdmin: "true" }),
    becomes: refused("claims.video.roomAdmin"),
  },
  {
    id: "sources-as-text",
    comment: "a list of sources that cannot be read is not every source",
    claims: claims({ canPublishSources: "microphone" }),
    becomes: {
      daily: { refused: ["claims.video.canPublishSources", data] },
      metered: { refused: ["claims.video.canPublishSources", ...sending, data] },
      videosdk: { refused: ["claims.video.canPublishSources", ...sending, data] },
    },
  },
  {
    id: "unknown-source",
    comment: "a source that nobody documents",
    claims: claims({ canPublishSources: ["microphone", "hologram"] }),
    becomes: {
      daily: { refused: ["claims.video.canPublishSources[1]"] },
      metered: { refused: ["claims.video.canPublishSources[1]", ...sending.slice(1)] },
      videosdk: { refused: ["claims.video.canPublishSources[1]", ...sending.slice(1)] },
    },
  },
  {
    id: "unknown-in-video",
    comment: "a grant that nobody knows may be a restriction",
    claims: claims({ canFly: false }),
    becomes: refused("unknown.video.canFly"),
  },
  {
    id: "unknown-beside-video",
    comment: "a member that nobody knows may be a restriction, also beside the grants",
    claims: claims({}, { audioOnly: true }),
    becomes: refused("unknown.audioOnly"),
  },
];

const bounds = [
  {
    id: "milliseconds",
    comment: "an expiry in milliseconds would be the year 59000",
    claims: claims({}, { exp: exp * 1000 }),
    becomes: refused("expiresAt"),
  },
  {
    id: "every-room",
    comment: "a token without a room joins whatever room its holder names, and no room of another vendor",
    claims: claims({ room: undefined }),
    becomes: refused("claims.video.room", "purpose", "room"),
  },
  {
    id: "server",
    comment: "a token that calls the server's API joins no room",
    claims: claims({ roomJoin: undefined, room: undefined, roomCreate: true }),
    becomes: refused("extensions.livekit.roomCreate", "purpose", "room"),
  },
  {
    id: "server-of-one-room",
    comment: "a token that moderates one room from a server becomes no token for another vendor's whole API",
    claims: claims({ roomJoin: undefined, roomAdmin: true }),
    becomes: refused("purpose"),
  },
];

const rights = [
  {
    id: "subscriber",
    comment: "a subscriber sends nothing, also where no token can withhold it",
    claims: claims({ canPublish: false, canPublishData: true }),
    becomes: { metered: { refused: sending }, videosdk: { refused: sending } },
  },
  {
    id: "no-sources",
    comment: "an empty list of sources is every source at LiveKit, and is not written as none or as a list elsewhere",
    claims: claims({ canPublishSources: [] }),
    becomes: plainEverywhere("livekit"),
  },
  {
    id: "microphone-only",
    comment: "what is not on the list is not sent",
    claims: claims({ canPublishSources: ["microphone"] }),
    becomes: { metered: { refused: sending.slice(1) }, videosdk: { refused: sending.slice(1) } },
  },
  {
    id: "hidden",
    comment: "who is hidden is not shown to everybody",
    claims: claims({ hidden: true }),
    becomes: { metered: { refused: ["rights.visible"] }, videosdk: { refused: ["rights.visible"] } },
    twin: "hidden-allowed",
  },
  {
    id: "hidden-allowed-elsewhere",
    comment: "what may widen at one path does not widen at another",
    claims: claims({ hidden: true }),
    policy: { allowWidening: ["rights.publish", "rights.subscribe", "stay", "entry"] },
    becomes: { metered: { refused: ["rights.visible"] }, videosdk: { refused: ["rights.visible"] } },
    twin: "hidden-allowed",
  },
  {
    id: "hidden-allowed",
    comment: "allowed by its name, everybody sees him, and it is told",
    claims: claims({ hidden: true }),
    policy: { allowWidening: ["rights.visible"] },
    becomes: {
      metered: plainly(
        "livekit",
        "metered",
        {},
        { without: ["assumed rights.visible"], report: ["widened rights.visible"] },
      ),
      videosdk: plainly(
        "livekit",
        "videosdk",
        {},
        { without: ["assumed rights.visible"], report: ["widened rights.visible"] },
      ),
    },
  },
  {
    id: "hears-nobody",
    comment: "who receives nothing does not listen in where no token can withhold it",
    claims: claims({ canSubscribe: false }),
    becomes: {
      daily: plainly(
        "livekit",
        "daily",
        { permissions: { canReceive: { base: false }, canAdmin: false } },
        { without: ["assumed rights.subscribe"] },
      ),
      metered: { refused: ["rights.subscribe"] },
      videosdk: { refused: ["rights.subscribe"] },
    },
  },
  {
    id: "subscriber-at-daily",
    comment: "a subscriber stays one at a vendor whose tokens can say so",
    claims: claims({ canPublish: false, canPublishData: true }),
    becomes: {
      daily: plainly(
        "livekit",
        "daily",
        { enable_screenshare: false, permissions: { canSend: false, canAdmin: false } },
        { without: [sendsEverything, "assumed rights.publish.data"], report: ["moved rights.publish.data"] },
      ),
    },
  },
];

export default {
  vendor: "livekit",
  category: "widening",
  title: "LiveKit claims that must not let a token come out stronger",
  source,
  spec: [pages.tokens, pages.protocolGrants],
  plain: "plain",
  remedies: false,
  groups: [
    { title: "Values that nobody documents, and members that nobody knows", rows: values },
    { title: "Times, rooms and purposes", rows: bounds },
    { title: "What is denied", rows: rights },
  ],
};
