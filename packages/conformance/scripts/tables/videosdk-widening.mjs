// VideoSDK's claims that are not what they seem: none of them lets a token come out stronger.
import { pages, source } from "./videosdk-facts.mjs";
import { nowhere, plainEverywhere, plainly } from "./widening-words.mjs";
import { expiresAt as exp, now } from "./words.mjs";

/** VideoSDK says how somebody comes in, and Daily's token has a word for it. */
const plainAnywhere = {
  ...plainEverywhere("videosdk"),
  daily: plainly("videosdk", "daily", { knocking: false }),
};

const person = { apikey: "key", version: 2, roles: ["rtc"], iat: now - 60, exp, participantId: "u_1" };
const joins = { ...person, roomId: "standup", permissions: ["allow_join"] };
const refused = (...paths) => nowhere("videosdk", ...paths);

const values = [
  { id: "plain", comment: "one person, one room, one hour", claims: joins, becomes: plainAnywhere },
  {
    id: "unknown-permission",
    comment: "a permission that nobody documents gives nothing, and is not passed over",
    claims: { ...joins, permissions: ["allow_join", "allow_fly"] },
    becomes: refused("claims.permissions[1]"),
  },
  {
    id: "permission-as-text",
    comment: "a permission that is no list gives what the list would, and no more",
    claims: { ...joins, permissions: "allow_join" },
    becomes: plainAnywhere,
  },
  {
    id: "unknown-role",
    comment: "a role that nobody documents may be one that calls the API",
    claims: { ...joins, roles: ["rtc", "root"] },
    becomes: refused("claims.roles[1]"),
  },
  {
    id: "empty-roles",
    comment: "an empty list of roles may be none or all: it makes a participant, and nobody who calls the API",
    claims: { ...joins, roles: [] },
    becomes: plainAnywhere,
  },
  {
    id: "unknown-member",
    comment: "a member that nobody knows may be a restriction",
    claims: { ...joins, viewerOnly: true },
    becomes: refused("unknown.viewerOnly"),
  },
];

const bounds = [
  {
    id: "milliseconds",
    comment: "an expiry in milliseconds would be the year 59000",
    claims: { ...joins, exp: exp * 1000 },
    becomes: refused("expiresAt"),
  },
  {
    id: "every-room-by-default",
    comment: "the server package's default without a room is good for every room, as a moderator",
    claims: { ...person, permissions: ["allow_join", "allow_mod"] },
    becomes: refused("room"),
  },
  {
    id: "room-without-version",
    comment: "a room that may be ignored without version 2 is surely the only one of the new token",
    claims: { ...joins, version: undefined },
    becomes: plainAnywhere,
  },
  {
    id: "server",
    comment: "a token that calls the server's API joins no room",
    claims: { ...joins, roles: ["crawler"] },
    becomes: refused("purpose"),
  },
  {
    id: "nobody-in-particular",
    comment: "LiveKit needs somebody: an identity is asked for and never made up",
    claims: { ...joins, participantId: undefined },
    becomes: { livekit: { refused: ["participant.id"] } },
  },
];

const powers = [
  {
    id: "asks",
    comment: "who has to ask does not walk in where nobody can be made to wait",
    claims: { ...joins, permissions: ["ask_join"] },
    becomes: { livekit: { refused: ["entry"] }, metered: { refused: ["entry"] } },
    twin: "asks-allowed",
  },
  {
    id: "asks-allowed-elsewhere",
    comment: "what may widen at one path does not widen at another",
    claims: { ...joins, permissions: ["ask_join"] },
    policy: { allowWidening: ["rights", "stay", "participant.id"] },
    becomes: { livekit: { refused: ["entry"] }, metered: { refused: ["entry"] } },
    twin: "asks-allowed",
  },
  {
    id: "asks-allowed",
    comment: "allowed by its name, somebody walks in, and it is told",
    claims: { ...joins, permissions: ["ask_join"] },
    policy: { allowWidening: ["entry"] },
    becomes: {
      livekit: plainly("videosdk", "livekit", {}, { without: ["narrowed rights.admit"], report: ["widened entry"] }),
      metered: plainly("videosdk", "metered", {}, { without: ["narrowed rights.admit"], report: ["widened entry"] }),
    },
  },
  {
    id: "moderator",
    comment: "a moderator of whom nobody documents all powers becomes no admin with more of them",
    claims: { ...joins, permissions: ["allow_join", "allow_mod"] },
    becomes: {
      livekit: plainly("videosdk", "livekit", {}, { report: ["narrowed rights.moderate{media,remove}"] }),
    },
  },
];

export default {
  vendor: "videosdk",
  category: "widening",
  title: "VideoSDK claims that must not let a token come out stronger",
  source,
  spec: [pages.authentication, pages.serverPackage],
  plain: "plain",
  remedies: false,
  groups: [
    { title: "Values that nobody documents", rows: values },
    { title: "Silence that gives everything", rows: bounds },
    { title: "What somebody may do", rows: powers },
  ],
};
