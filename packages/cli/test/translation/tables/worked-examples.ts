import { now } from "../vendors.ts";
import type { Row } from "./row.ts";
import {
  mayRecord,
  mayRecordWhereTheRoomLets,
  mayRemoveAndAdmit,
  sendsAndReceives,
  sendsWhatIsDocumented,
} from "./usual-lines.ts";

const exp = now + 3600;
const guest = { r: "standup", d: "25df5057-ef0d-4d97-bde6-0cf287276cbb", iat: now - 60, exp };
const admin = { roomName: "standup", isAdmin: true };
const seat = JSON.stringify({ seat: 4 });
const everywhere = { apikey: "key", version: 2, roles: ["rtc"], iat: now - 60, exp };
const inRoom = { ...everywhere, roomId: "2kyv-gzay-64pg" };

/** Every worked example of the neutral model, by the words that it has there. */
export const workedExamples: readonly Row[] = [
  {
    name: "a plain guest {r,d,iat,exp,u,ud}, the room by map",
    from: "daily",
    claims: { ...guest, u: "Ada", ud: "u_1" },
    policy: { rooms: { map: { standup: "2kyv-gzay-64pg" } } },
    becomes: {
      videosdk: {
        properties: {
          permissions: ["allow_join"],
          version: 2,
          roomId: "2kyv-gzay-64pg",
          participantId: "u_1",
          roles: ["rtc"],
          exp,
        },
        report: [
          "moved room",
          ...sendsAndReceives,
          ...mayRemoveAndAdmit,
          ...mayRecord,
          "moved participant.name, try: client name",
        ],
        join: { name: "Ada", participantId: "u_1" },
        room: ['room roomId "2kyv-gzay-64pg"'],
      },
    },
  },
  {
    name: "a plain guest {r,d,iat,exp,u,ud}",
    from: "daily",
    claims: { ...guest, u: "Ada", ud: "u_1" },
    becomes: {
      metered: {
        properties: { roomName: "standup", expireUnixSec: exp, externalUserId: "u_1", name: "Ada", isAdmin: false },
        report: ['moved room, try: room roomName "standup"', ...sendsAndReceives, ...mayRecord],
        join: { name: "Ada" },
        room: ['room roomName "standup"', 'room privacy "private"'],
      },
    },
  },
  {
    name: "an owner with recording `cloud`",
    from: "daily",
    claims: { ...guest, o: true, er: "cloud" },
    becomes: {
      videosdk: {
        properties: { permissions: ["allow_join", "allow_mod"], version: 2, roomId: "standup", roles: ["rtc"], exp },
        report: [
          'moved room, try: room customRoomId "standup"',
          ...sendsAndReceives,
          "advisory rights.moderate.remove",
          "narrowed rights.moderate.permissions",
          "moved rights.admit",
          "moved rights.record, try: room POST /v2/recordings/start",
          "moved rights.livestream, try: room POST /v2/livestreams/start",
          "moved rights.transcribe, try: room POST /ai/v1/realtime-transcriptions/start",
        ],
        room: ['room customRoomId "standup"'],
      },
    },
  },
  {
    name: "with `eject_after_elapsed`",
    from: "daily",
    claims: { ...guest, eje: 1800 },
    becomes: {
      metered: {
        properties: { roomName: "standup", expireUnixSec: exp, ejectAfterElapsedTimeInSec: 1800, isAdmin: false },
        report: ['moved room, try: room roomName "standup"', ...sendsAndReceives, ...mayRecord],
        room: ['room roomName "standup"', 'room privacy "private"'],
      },
      videosdk: { refused: ['stay.maxSeconds, try: policy allowWidening ["stay.maxSeconds"]'] },
    },
  },
  {
    name: '`canSend: ["audio"]`',
    from: "daily",
    claims: { ...guest, p: { cs: "a" } },
    becomes: {
      metered: {
        refused: [
          'rights.publish.camera, try: policy allowWidening ["rights.publish.camera"]',
          'rights.publish.screen, try: policy allowWidening ["rights.publish.screen"]',
          'rights.publish.screenAudio, try: policy allowWidening ["rights.publish.screenAudio"]',
          'rights.publish.custom, try: policy allowWidening ["rights.publish.custom"]',
        ],
      },
      videosdk: {
        refused: [
          'rights.publish.camera, try: policy allowWidening ["rights.publish.camera"]',
          'rights.publish.screen, try: policy allowWidening ["rights.publish.screen"]',
          'rights.publish.screenAudio, try: policy allowWidening ["rights.publish.screenAudio"]',
          'rights.publish.custom, try: policy allowWidening ["rights.publish.custom"]',
        ],
      },
    },
  },
  {
    name: "`isAdmin`, `meta` and a not-before, without an expiry",
    from: "metered",
    claims: { data: { ...admin, meta: seat, notBeforeUnixSec: now + 60 } },
    becomes: { daily: { refused: ["expiresAt, try: policy narrow.expiresAt"] } },
  },
  {
    name: "`isAdmin`, `meta` and a not-before, with the expiry that was asked for",
    from: "metered",
    claims: { data: { ...admin, meta: seat, notBeforeUnixSec: now + 60 } },
    policy: { narrow: { expiresAt: exp } },
    becomes: {
      daily: {
        properties: { room_name: "standup", nbf: now + 60, exp, permissions: { canAdmin: false } },
        report: [
          'moved room, try: room name "standup"',
          "narrowed expiresAt",
          ...sendsWhatIsDocumented,
          'narrowed rights.moderate{media,remove,permissions}, try: policy vouch {"moderate":true}',
          'narrowed rights.admit, try: policy vouch {"moderate":true,"admit":true,"livestream":true,"transcribe":true}',
          ...mayRecordWhereTheRoomLets,
          "moved participant.metadata, try: client userData",
        ],
        join: { userData: { seat: 4 } },
        room: ['room privacy "private"'],
      },
    },
  },
  {
    name: "the same, with the vouch that keeps the moderation",
    from: "metered",
    claims: { data: { ...admin, meta: seat, notBeforeUnixSec: now + 60 } },
    policy: { narrow: { expiresAt: exp }, vouch: { moderate: true } },
    becomes: {
      daily: {
        properties: { room_name: "standup", nbf: now + 60, exp, permissions: { canAdmin: ["participants"] } },
        report: [
          'moved room, try: room name "standup"',
          "narrowed expiresAt",
          ...sendsWhatIsDocumented,
          'moved rights.admit, try: policy vouch {"moderate":true,"admit":true,"livestream":true,"transcribe":true}',
          ...mayRecordWhereTheRoomLets,
          "moved participant.metadata, try: client userData",
        ],
        join: { userData: { seat: 4 } },
        room: ['room privacy "private"'],
      },
    },
  },
  {
    name: "`[ask_join]`",
    from: "videosdk",
    claims: { ...inRoom, permissions: ["ask_join"] },
    becomes: {
      daily: { refused: ["entry, try: room enable_knocking true"] },
      metered: { refused: ["entry, try: room enableRequestToJoin true"] },
    },
  },
  {
    name: "`[ask_join]`, where the room lets people knock",
    from: "videosdk",
    claims: { ...inRoom, permissions: ["ask_join"] },
    policy: { rooms: { target: { enable_knocking: true } } },
    becomes: {
      daily: {
        properties: { room_name: "2kyv-gzay-64pg", exp, knocking: true, permissions: { canAdmin: false } },
        report: ['moved room, try: room name "2kyv-gzay-64pg"', ...sendsWhatIsDocumented, ...mayRecordWhereTheRoomLets],
        room: ["room enable_knocking true", 'room privacy "private"'],
      },
    },
  },
  {
    name: "`[allow_join, allow_mod]` without a room",
    from: "videosdk",
    claims: { ...everywhere, permissions: ["allow_join", "allow_mod"] },
    becomes: { daily: { refused: ["room, try: policy narrow.room"] } },
  },
  {
    name: "`[allow_join, allow_mod]`, the room by `narrow.room`",
    from: "videosdk",
    claims: { ...everywhere, permissions: ["allow_join", "allow_mod"] },
    policy: { narrow: { room: "2kyv-gzay-64pg" } },
    becomes: {
      daily: {
        properties: { room_name: "2kyv-gzay-64pg", exp, knocking: false, permissions: { canAdmin: false } },
        report: [
          'moved room, try: room name "2kyv-gzay-64pg"',
          "narrowed room",
          ...sendsWhatIsDocumented,
          'narrowed rights.moderate.media, try: policy vouch {"moderate":true}',
          'narrowed rights.moderate.remove, try: policy vouch {"moderate":true}',
          'narrowed rights.admit, try: policy vouch {"moderate":true,"admit":true,"livestream":true,"transcribe":true}',
          ...mayRecordWhereTheRoomLets,
        ],
        room: ['room privacy "private"'],
      },
    },
  },
  {
    name: "`hasPresence: false`",
    from: "daily",
    claims: { ...guest, p: { hp: false } },
    becomes: {
      metered: { refused: ['rights.visible, try: policy allowWidening ["rights.visible"]'] },
      videosdk: { refused: ['rights.visible, try: policy allowWidening ["rights.visible"]'] },
    },
  },
];
