// Daily's claims that are not what they seem: none of them lets a token come out stronger.
import { pages, source } from "./daily-facts.mjs";
import { nowhere, plainEverywhere, plainly } from "./widening-words.mjs";
import { expiresAt as exp, now } from "./words.mjs";

const guest = { r: "standup", ud: "u_1", exp };
const refused = (...paths) => nowhere("daily", ...paths);
const media = ["microphone", "camera", "screen", "screenAudio", "custom"];
const sending = media.map((kind) => `rights.publish.${kind}`);

const values = [
  {
    id: "plain",
    comment: "one person, one room, one hour",
    claims: guest,
    becomes: plainEverywhere("daily"),
  },
  {
    id: "unknown-recording",
    comment: "a way of recording that nobody documents is none",
    claims: { ...guest, er: "hologram" },
    becomes: refused("claims.er"),
  },
  {
    id: "unknown-recording-in-list",
    comment: "one unknown way among known ones",
    claims: { ...guest, er: ["cloud", "hologram"] },
    becomes: refused("claims.er[1]"),
  },
  {
    id: "owner-as-text",
    comment: "`true` as text makes no owner",
    claims: { ...guest, o: "true" },
    becomes: refused("claims.o"),
  },
  {
    id: "owner-as-number",
    comment: "1 makes no owner",
    claims: { ...guest, o: 1 },
    becomes: refused("claims.o"),
  },
  {
    id: "stay-as-text",
    comment: "a limit that cannot be read is not none",
    claims: { ...guest, eje: "600" },
    becomes: refused("claims.eje"),
  },
  {
    id: "long-name-of-owner",
    comment: "a property's name where the claim's belongs is a member that nobody knows, and makes no owner",
    claims: { ...guest, is_owner: true },
    becomes: refused("unknown.is_owner"),
  },
];

const bounds = [
  {
    id: "milliseconds",
    comment: "an expiry in milliseconds would be the year 59000",
    claims: { ...guest, exp: exp * 1000 },
    becomes: refused("expiresAt"),
  },
  {
    id: "not-before-milliseconds",
    comment: "a not-before in milliseconds is not one of 1970",
    claims: { ...guest, nbf: now * 1000 },
    becomes: refused("notBefore"),
  },
  {
    id: "no-expiry",
    comment: "an expiry is not made up",
    claims: { r: "standup", ud: "u_1" },
    becomes: refused("expiresAt"),
  },
  {
    id: "every-room",
    comment: "a token without a room is good for every room of the domain, and for no room of another vendor",
    claims: { ud: "u_1", exp },
    becomes: refused("room"),
  },
  {
    id: "nobody-in-particular",
    comment: "LiveKit needs somebody: an identity is asked for and never made up",
    claims: { r: "standup", exp },
    becomes: { livekit: { refused: ["participant.id"] } },
  },
];

const rights = [
  {
    id: "subscriber",
    comment: "the role that Daily's bridge for OpenTok lets publish, denied again: no vendor makes a publisher of it",
    claims: { ...guest, o: false, otcd: "role=subscriber", p: { cs: false } },
    becomes: {
      livekit: plainly(
        "daily",
        "livekit",
        { video: { roomJoin: true, canPublish: false, room: "standup" } },
        {
          without: ["assumed rights.publish{microphone,camera,screen,screenAudio,custom}"],
        },
      ),
      metered: { refused: sending },
      videosdk: { refused: sending },
    },
  },
  {
    id: "microphone-only",
    comment: "what is not on the list is not sent, also where an empty list means everything",
    claims: { ...guest, p: { cs: "a" } },
    becomes: {
      metered: { refused: sending.slice(1) },
      videosdk: { refused: sending.slice(1) },
    },
  },
  {
    id: "hidden",
    comment: "who is hidden is not shown to everybody",
    claims: { ...guest, p: { hp: false } },
    becomes: {
      metered: { refused: ["rights.visible"] },
      videosdk: { refused: ["rights.visible"] },
    },
  },
  {
    id: "asks",
    comment: "who has to ask does not walk in where nobody can be made to wait",
    claims: { ...guest, k: true },
    becomes: { livekit: { refused: ["entry"] }, metered: { refused: ["entry"] } },
  },
];

const allowances = [
  {
    id: "short-stay",
    comment: "a limited stay without a place: widening is off where nobody allows it",
    claims: { ...guest, eje: 600 },
    becomes: { livekit: { refused: ["stay.maxSeconds"] }, videosdk: { refused: ["stay.maxSeconds"] } },
    twin: "short-stay-allowed",
  },
  {
    id: "short-stay-allowed-elsewhere",
    comment: "what may widen at one path does not widen at another",
    claims: { ...guest, eje: 600 },
    policy: { allowWidening: ["rights.moderate", "entry", "stay.endsAtExpiry", "notBefore"] },
    becomes: { livekit: { refused: ["stay.maxSeconds"] }, videosdk: { refused: ["stay.maxSeconds"] } },
    twin: "short-stay-allowed",
  },
  {
    id: "short-stay-allowed",
    comment: "allowed by its name, it is lost, and told",
    claims: { ...guest, eje: 600 },
    policy: { allowWidening: ["stay.maxSeconds"] },
    becomes: {
      livekit: plainly("daily", "livekit", {}, { report: ["widened stay.maxSeconds"] }),
      videosdk: plainly("daily", "videosdk", {}, { report: ["widened stay.maxSeconds"] }),
    },
  },
  {
    id: "merged-rooms",
    comment: "two rooms under one new name let their tokens into each other's room",
    claims: guest,
    policy: { rooms: { map: { standup: "blue", retro: "blue" } } },
    becomes: refused("room"),
  },
  {
    id: "room-without-row",
    comment: "a room that the map does not name might be another's new name",
    claims: guest,
    policy: { rooms: { map: { retro: "standup" } } },
    becomes: refused("room"),
  },
  {
    id: "other-person",
    comment: "nobody becomes somebody else, also where the binding may be lost",
    claims: guest,
    policy: { narrow: { participant: { id: "u_2" } }, allowWidening: ["participant.id"] },
    becomes: refused("participant.id"),
  },
];

export default {
  vendor: "daily",
  category: "widening",
  title: "Daily claims that must not let a token come out stronger",
  source,
  spec: [pages.createToken, pages.selfSigning],
  plain: "plain",
  remedies: false,
  groups: [
    { title: "Values that nobody documents, and values of another type", rows: values },
    { title: "Times, rooms and people", rows: bounds },
    { title: "What is denied", rows: rights },
    { title: "What the caller may allow, and what nobody may", rows: allowances },
  ],
};
