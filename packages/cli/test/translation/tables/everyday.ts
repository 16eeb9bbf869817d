import type { TranslationPolicy } from "@roompass/core";
import { now, type Vendor } from "../vendors.ts";

/** A token as people really mint it, and what has to become of it without letting anything widen. */
export interface Everyday {
  readonly name: string;
  readonly claims: Readonly<Record<string, unknown>>;
  /** What every caller knows: a room's new name, one room, an expiry, a room's settings. */
  readonly policy?: TranslationPolicy;
  /** `true` where it has to translate; else the path at which it is refused. */
  readonly must: { readonly [to in Vendor]?: true | string };
}

const exp = now + 3600;
const iat = now - 60;
const domain = "25df5057-ef0d-4d97-bde6-0cf287276cbb";
const both = { livekit: true, metered: true, videosdk: true } as const;

const room = { r: "standup", d: domain, iat, exp };

export const dailyEverydayTokens: readonly Everyday[] = [
  { name: "plain", claims: room, must: both },
  { name: "named", claims: { ...room, u: "Ada" }, must: both },
  { name: "with id and expiry", claims: { ...room, u: "Ada", ud: "u_1" }, must: both },
  { name: "a moderator", claims: { ...room, o: true }, must: both },
  { name: "a host with recording", claims: { ...room, o: true, er: "cloud", sr: true }, must: both },
  { name: "a lobby guest", claims: { ...room, k: true }, must: { livekit: "entry", metered: "entry", videosdk: true } },
  { name: "with a past not-before", claims: { ...room, nbf: iat }, must: both },
  { name: "starting muted", claims: { ...room, vo: true, ao: true }, must: both },
  { name: "as a Python agent's helper mints it", claims: { ...room, o: true, ejt: false }, must: both },
  {
    name: "as Daily's bridge for OpenTok mints it",
    claims: { ...room, o: false, u: "Ada", otcd: "level=4" },
    must: both,
  },
  { name: "as a server signs it by hand", claims: { ...room, ud: "u_1", o: false }, must: both },
  {
    name: "as Daily's Ruby package mints it, with its defaults written out",
    claims: {
      ...room,
      o: false,
      ss: true,
      vo: false,
      ao: false,
      erui: true,
      sr: false,
      ejt: false,
      ctoe: false,
      uil: "en",
    },
    must: both,
  },
  {
    name: "one that never expires, given an expiry",
    claims: { r: "standup" },
    policy: { narrow: { expiresAt: exp } },
    must: both,
  },
  { name: "one for every room, given a room", claims: { exp }, policy: { narrow: { room: "standup" } }, must: both },
  {
    name: "the room under a new name",
    claims: room,
    policy: { rooms: { map: { standup: "2kyv-gzay-64pg" } } },
    must: both,
  },
  {
    name: "a timed guest",
    claims: { ...room, eje: 1800 },
    must: { livekit: "stay.maxSeconds", metered: true, videosdk: "stay.maxSeconds" },
  },
  {
    name: "a listener",
    claims: { ...room, p: { cs: false } },
    must: { livekit: true, metered: "rights.publish.microphone", videosdk: "rights.publish.microphone" },
  },
  {
    name: "a hidden listener",
    claims: { ...room, p: { hp: false } },
    must: { livekit: true, metered: "rights.visible", videosdk: "rights.visible" },
  },
];

const away = { daily: true, livekit: true, videosdk: true } as const;
const standup = { roomName: "standup", appName: "app", expireUnixSec: exp };

export const meteredEverydayTokens: readonly Everyday[] = [
  { name: "plain", claims: { data: standup, iat }, must: away },
  { name: "named", claims: { data: { ...standup, name: "Ada" }, iat }, must: away },
  { name: "with id and expiry", claims: { data: { ...standup, name: "Ada", externalUserId: "u_1" }, iat }, must: away },
  { name: "no admin, said out loud", claims: { data: { ...standup, isAdmin: false }, iat }, must: away },
  { name: "a moderator", claims: { data: { ...standup, isAdmin: true }, iat }, must: away },
  { name: "with a past not-before", claims: { data: { ...standup, notBeforeUnixSec: iat }, iat }, must: away },
  {
    name: "with a user object as its `meta`",
    claims: { data: { ...standup, meta: '{"id":7,"plan":"pro"}', email: "ada@example.com" }, iat },
    must: away,
  },
  {
    name: "muted in the embed",
    claims: { data: { ...standup, joinVideoOn: false, joinAudioOn: false, disableVideo: true }, iat },
    must: away,
  },
  {
    name: "as the service returns it",
    claims: { data: { ...standup, meteredParticipantId: "0b7e3c1a-1111-4222-8333-444455556666" }, iat },
    must: away,
  },
  {
    name: "with its times beside the data",
    claims: { data: { roomName: "standup", appName: "app" }, iat, exp, nbf: iat },
    must: away,
  },
  {
    name: "one that never expires, given an expiry",
    claims: { data: { roomName: "standup" }, iat },
    policy: { narrow: { expiresAt: exp } },
    must: away,
  },
  {
    name: "the published example, given a room and an expiry",
    claims: { data: { globalToken: true, appName: "hyprhost" }, iat: 1627770426 },
    policy: { narrow: { room: "standup", expiresAt: exp } },
    must: away,
  },
  {
    name: "the room under a new name",
    claims: { data: standup, iat },
    policy: { rooms: { map: { standup: "2kyv-gzay-64pg" } } },
    must: away,
  },
  {
    name: "a timed guest",
    claims: { data: { ...standup, ejectAfterElapsedTimeInSec: 1800 }, iat },
    must: { daily: true, livekit: "stay.maxSeconds", videosdk: "stay.maxSeconds" },
  },
  {
    name: "for tomorrow",
    claims: { data: { ...standup, notBeforeUnixSec: now + 60 }, iat },
    must: { daily: true, livekit: true, videosdk: "notBefore" },
  },
];

const home = { daily: true, livekit: true, metered: true } as const;
const joins = {
  apikey: "key",
  permissions: ["allow_join"],
  version: 2,
  roomId: "2kyv-gzay-64pg",
  roles: ["rtc"],
  iat,
  exp,
};
const moderates = { apikey: "key", permissions: ["allow_join", "allow_mod"], iat, exp };
const intoRoom: TranslationPolicy = { narrow: { room: "2kyv-gzay-64pg" } };

export const videosdkEverydayTokens: readonly Everyday[] = [
  { name: "plain", claims: joins, must: home },
  { name: "with id and expiry", claims: { ...joins, participantId: "lxvdplwt" }, must: home },
  { name: "a moderator", claims: { ...joins, permissions: ["allow_join", "allow_mod"] }, must: home },
  {
    name: "a lobby guest, where people can knock",
    claims: { ...joins, permissions: ["ask_join"] },
    policy: { rooms: { target: { enable_knocking: true } } },
    must: { daily: true, livekit: "entry", metered: "entry" },
  },
  {
    name: "the documents' sample",
    claims: { ...joins, participantId: "lxvdplwt", roles: ["crawler", "rtc"] },
    must: home,
  },
  { name: "the example server's default, given a room", claims: moderates, policy: intoRoom, must: home },
  {
    name: "the example server's token for one room and person",
    claims: { ...moderates, version: 2, roles: ["rtc"], roomId: "2kyv-gzay-64pg", participantId: "lxvdplwt" },
    must: home,
  },
  {
    name: "the server package's default, given a room",
    claims: { ...moderates, version: 2, roles: ["rtc"] },
    policy: intoRoom,
    must: home,
  },
  {
    name: "an agent's, given a room",
    claims: { apikey: "key", permissions: ["allow_join"], version: 2, iat, exp },
    policy: intoRoom,
    must: home,
  },
  {
    name: "an avatar's, given a room",
    claims: { apikey: "key", permissions: ["allow_join"], version: 2, participantId: "avatar_0b7e3c1a", iat, exp },
    policy: intoRoom,
    must: home,
  },
  { name: "as the .NET sample mints it", claims: { ...joins, version: "2" }, must: home },
  { name: "of the first generation, with a past not-before", claims: { ...joins, nbf: iat, jti: "t_1" }, must: home },
  {
    name: "without an expiry, given one",
    claims: { ...joins, exp: undefined },
    policy: { narrow: { expiresAt: exp } },
    must: home,
  },
  {
    name: "the room under a new name",
    claims: joins,
    policy: { rooms: { map: { "2kyv-gzay-64pg": "standup" } } },
    must: home,
  },
  {
    name: "for the server API",
    claims: { ...joins, roles: ["crawler"] },
    must: { daily: "purpose", livekit: "purpose", metered: "purpose" },
  },
];
