// Daily's claims that are not what they seem: none of them lets a token come out stronger.
import { pages, source } from "./daily-facts.mjs";
import { mayRecord, mayRemoveAndAdmit, sendsAndReceives } from "./translate-lines.mjs";
import { expiresAt as exp, now } from "./words.mjs";

const guest = { r: "standup", exp };
const everywhere = (refused) => ({ metered: { refused }, videosdk: { refused } });

const values = [
  {
    id: "unknown-recording",
    comment: "a way of recording that nobody documents is none",
    claims: { ...guest, er: "hologram" },
    becomes: everywhere(['claims.er, try: policy ignoreUnknown ["er"]']),
  },
  {
    id: "unknown-recording-in-list",
    comment: "one unknown way among known ones",
    claims: { ...guest, er: ["cloud", "hologram"] },
    becomes: everywhere(['claims.er, try: policy ignoreUnknown ["er"]']),
  },
  {
    id: "owner-as-text",
    comment: "`true` as text makes no owner",
    claims: { ...guest, o: "true" },
    becomes: everywhere(["claims.o"]),
  },
  {
    id: "knocking-as-text",
    comment: "a request to enter that cannot be read may be one all the same",
    claims: { ...guest, k: "true" },
    becomes: everywhere(["claims.k", "entry, try: room"]),
  },
  {
    id: "stay-as-text",
    comment: "a limit that cannot be read is not none",
    claims: { ...guest, eje: "600" },
    becomes: everywhere(["claims.eje"]),
  },
];

const times = [
  {
    id: "milliseconds",
    comment: "an expiry in milliseconds would be the year 59000",
    claims: { ...guest, exp: exp * 1000 },
    becomes: everywhere(["claims.exp", "expiresAt"]),
  },
  {
    id: "not-before-milliseconds",
    comment: "a not-before in milliseconds never comes",
    claims: { ...guest, nbf: now * 1000 },
    becomes: everywhere(["claims.nbf"]),
  },
  {
    id: "every-room-for-ever",
    comment: "no room and no expiry: neither is made up",
    claims: { o: true },
    becomes: everywhere(["expiresAt, try: policy narrow.expiresAt", "room, try: policy narrow.room"]),
  },
];

const roles = [
  {
    id: "subscriber",
    comment: "the roles that Daily's bridge for OpenTok makes alike, made different again: a subscriber stays one",
    claims: { ...guest, o: false, otcd: "role=subscriber", p: { cs: false } },
    becomes: everywhere(
      ["microphone", "camera", "screen", "screenAudio", "custom"].map(
        (kind) => `rights.publish.${kind}, try: policy allowWidening ["rights.publish.${kind}"]`,
      ),
    ),
  },
  {
    id: "plain",
    comment: "the same without a denial",
    claims: { ...guest, o: false, otcd: "role=publisher" },
    becomes: {
      metered: {
        properties: { roomName: "standup", expireUnixSec: exp, isAdmin: false },
        report: ['moved room, try: room name "standup"', ...sendsAndReceives, ...mayRecord],
        room: ['room privacy "private"'],
      },
      videosdk: {
        properties: { permissions: ["allow_join"], version: 2, roomId: "standup", roles: ["rtc"], exp },
        report: ['moved room, try: room name "standup"', ...sendsAndReceives, ...mayRemoveAndAdmit, ...mayRecord],
        room: ['room customRoomId "standup"'],
      },
    },
  },
  {
    id: "merged-rooms",
    comment: "two rooms under one new name let their tokens into each other's room",
    claims: guest,
    policy: { rooms: { map: { standup: "blue", retro: "blue" } } },
    becomes: everywhere(["room, try: policy rooms.map"]),
  },
  {
    id: "room-without-row",
    comment: "a room that the map does not name might be another's new name",
    claims: guest,
    policy: { rooms: { map: { retro: "standup" } } },
    becomes: everywhere(["room, try: policy rooms.map"]),
  },
  {
    id: "other-person",
    comment: "nobody becomes somebody else, also where the binding may be lost",
    claims: { ...guest, ud: "u_1" },
    policy: { narrow: { participant: { id: "u_2" } }, allowWidening: ["participant.id"] },
    becomes: everywhere(["participant.id"]),
  },
  {
    id: "allowed-elsewhere",
    comment: "what may widen at one path does not widen at another",
    claims: { ...guest, p: { hp: false } },
    policy: { allowWidening: ["rights.moderate", "entry", "stay", "notBefore"] },
    becomes: everywhere(['rights.visible, try: policy allowWidening ["rights.visible"]']),
  },
];

export default {
  vendor: "daily",
  category: "widening",
  title: "Daily claims that must not let a token come out stronger",
  source,
  spec: [pages.createToken, pages.selfSigning],
  plain: "plain",
  groups: [
    { title: "Values that nobody documents, and values of another type", rows: values },
    { title: "Times and rooms", rows: times },
    { title: "Roles, rooms and people", rows: roles },
  ],
};
