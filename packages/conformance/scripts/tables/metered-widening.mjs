// Metered's claims that are not what they seem: none of them lets a token come out stronger.
import { pages, source } from "./metered-facts.mjs";
import { nowhere, plainEverywhere, plainly } from "./widening-words.mjs";
import { expiresAt as exp } from "./words.mjs";

const guest = { roomName: "standup", externalUserId: "u_1", expireUnixSec: exp };
const claims = (changes, beside = {}) => ({ data: { ...guest, ...changes }, ...beside });
const refused = (...paths) => nowhere("metered", ...paths);

const values = [
  { id: "plain", comment: "one person, one room, one hour", claims: claims({}), becomes: plainEverywhere("metered") },
  {
    id: "admin-as-text",
    comment: "`true` as text makes no admin",
    claims: claims({ isAdmin: "true" }),
    becomes: refused("claims.data.isAdmin"),
  },
  {
    id: "admin-as-number",
    comment: "1 makes no admin",
    claims: claims({ isAdmin: 1 }),
    becomes: refused("claims.data.isAdmin"),
  },
  {
    id: "stay-as-text",
    comment: "a limit that cannot be read is not none",
    claims: claims({ ejectAfterElapsedTimeInSec: "600" }),
    becomes: refused("claims.data.ejectAfterElapsedTimeInSec"),
  },
  {
    id: "room-as-number",
    comment: "a room that cannot be read is not every room",
    claims: claims({ roomName: 7 }),
    becomes: refused("claims.data.roomName", "room"),
  },
  {
    id: "unknown-beside-data",
    comment: "a member that nobody knows may be a restriction, also beside the data",
    claims: claims({}, { audioOnly: true }),
    becomes: refused("unknown.audioOnly"),
  },
  {
    id: "unknown-in-data",
    comment: "a member that nobody knows may be a restriction, also within the data",
    claims: claims({ audioOnly: true }),
    becomes: refused("unknown.data.audioOnly"),
  },
];

const bounds = [
  {
    id: "milliseconds",
    comment: "an expiry in milliseconds would be the year 59000",
    claims: claims({ expireUnixSec: exp * 1000 }),
    becomes: refused("expiresAt"),
  },
  {
    id: "empty-body",
    comment: "a request without a body mints a token for every room and for ever: neither is passed on",
    claims: { data: { externalUserId: "u_1" } },
    becomes: refused("expiresAt", "room"),
  },
  {
    id: "nobody-in-particular",
    comment: "LiveKit needs somebody: an identity is asked for and never made up",
    claims: claims({ externalUserId: undefined }),
    becomes: { livekit: { refused: ["participant.id"] } },
  },
];

const powers = [
  {
    id: "admin",
    comment: "nobody documents all that an admin may do: no more is passed on than somebody vouches for",
    claims: claims({ isAdmin: true }),
    becomes: {
      livekit: plainly(
        "metered",
        "livekit",
        {},
        { report: ["narrowed rights.moderate{media,remove,permissions}", "narrowed rights.admit"] },
      ),
    },
  },
  {
    id: "short-stay",
    comment: "a limited stay without a place: widening is off where nobody allows it",
    claims: claims({ ejectAfterElapsedTimeInSec: 600 }),
    becomes: { livekit: { refused: ["stay.maxSeconds"] }, videosdk: { refused: ["stay.maxSeconds"] } },
    twin: "short-stay-allowed",
  },
  {
    id: "short-stay-allowed-elsewhere",
    comment: "what may widen at one path does not widen at another",
    claims: claims({ ejectAfterElapsedTimeInSec: 600 }),
    policy: { allowWidening: ["stay.endsAtExpiry", "rights"] },
    becomes: { livekit: { refused: ["stay.maxSeconds"] }, videosdk: { refused: ["stay.maxSeconds"] } },
    twin: "short-stay-allowed",
  },
  {
    id: "short-stay-allowed",
    comment: "allowed by its name, it is lost, and told",
    claims: claims({ ejectAfterElapsedTimeInSec: 600 }),
    policy: { allowWidening: ["stay.maxSeconds"] },
    becomes: {
      livekit: plainly("metered", "livekit", {}, { report: ["widened stay.maxSeconds"] }),
      videosdk: plainly("metered", "videosdk", {}, { report: ["widened stay.maxSeconds"] }),
    },
  },
];

export default {
  vendor: "metered",
  category: "widening",
  title: "Metered claims that must not let a token come out stronger",
  source,
  spec: [pages.mint, pages.guide],
  plain: "plain",
  remedies: false,
  groups: [
    { title: "Values that nobody documents, and members that nobody knows", rows: values },
    { title: "Times, rooms and people", rows: bounds },
    { title: "What somebody may do, and for how long", rows: powers },
  ],
};
