import { now } from "../vendors.ts";
import type { Everyday } from "./everyday.ts";

const exp = now + 3600;
const iss = "APITESTONLYkey";
const all = { daily: true, metered: true, videosdk: true } as const;
const nowhere = (path: string) => ({ daily: path, metered: path, videosdk: path });

/** Daily's tokens withhold single rights too, Metered's and VideoSDK's cannot. */
const dailyAlone = (path: string) => ({ daily: true, metered: path, videosdk: path }) as const;

const join = { roomJoin: true, room: "standup" };
const guest = { iss, sub: "u_1", exp, video: join };

export const livekitEverydayTokens: readonly Everyday[] = [
  { name: "plain", claims: guest, must: all },
  { name: "named", claims: { ...guest, name: "Ada" }, must: all },
  {
    name: "with metadata and attributes",
    claims: { ...guest, name: "Ada", metadata: '{"id":7,"plan":"pro"}', attributes: { seat: "4" } },
    must: all,
  },
  { name: "a moderator", claims: { ...guest, video: { ...join, roomAdmin: true } }, must: all },
  {
    name: "as the Node package mints it",
    claims: { ...guest, nbf: now - 60, video: { ...join, canPublish: true, canSubscribe: true } },
    must: all,
  },
  {
    name: "as the Go package mints it, with the identity twice",
    claims: { ...guest, iat: now - 60, nbf: now - 60, identity: "u_1", metadata: "" },
    must: all,
  },
  {
    name: "with everything allowed in so many words",
    claims: {
      ...guest,
      video: { ...join, canPublish: true, canPublishData: true, canSubscribe: true, hidden: false },
    },
    must: all,
  },
  {
    name: "with everything else switched off in so many words",
    claims: {
      ...guest,
      video: { ...join, roomAdmin: false, roomCreate: false, roomList: false, roomRecord: false, recorder: false },
    },
    must: all,
  },
  {
    name: "the room under a new name",
    claims: guest,
    policy: { rooms: { map: { standup: "2kyv-gzay-64pg" } } },
    must: all,
  },
  {
    name: "one whose end is brought forward",
    claims: { ...guest, exp: now + 86_400 },
    policy: { narrow: { expiresAt: exp } },
    must: all,
  },
  {
    name: "without an expiry, given one",
    claims: { iss, sub: "u_1", video: join },
    policy: { narrow: { expiresAt: exp } },
    must: all,
  },
  {
    name: "for tomorrow",
    claims: { ...guest, nbf: now + 60 },
    must: { daily: true, metered: true, videosdk: "notBefore" },
  },
  {
    name: "a listener who may write",
    claims: { ...guest, video: { ...join, canPublish: false, canPublishData: true } },
    must: dailyAlone("rights.publish.microphone"),
  },
  {
    name: "a listener",
    claims: { ...guest, video: { ...join, canPublish: false } },
    must: {
      daily: "rights.publish.data",
      metered: "rights.publish.microphone",
      videosdk: "rights.publish.microphone",
    },
  },
  {
    name: "a speaker without a camera",
    claims: { ...guest, video: { ...join, canPublishSources: ["microphone"] } },
    must: dailyAlone("rights.publish.camera"),
  },
  {
    name: "a hidden participant",
    claims: { ...guest, video: { ...join, hidden: true } },
    must: dailyAlone("rights.visible"),
  },
  {
    name: "one who changes their own name",
    claims: { ...guest, video: { ...join, canUpdateOwnMetadata: true } },
    must: nowhere("extensions.livekit.canUpdateOwnMetadata"),
  },
  {
    name: "for the server API",
    claims: { iss, exp, video: { roomCreate: true, roomList: true } },
    must: nowhere("extensions.livekit.roomCreate"),
  },
];
