import { now } from "../vendors.ts";
import type { Row } from "./row.ts";
import { mayRecord, mayRemoveAndAdmit, sendsAndReceives } from "./usual-lines.ts";

const exp = now + 3600;
const guest = { r: "standup", exp };

/** Daily's tokens that give or withhold single rights. */
export const dailyRights: readonly Row[] = [
  {
    name: "has to knock",
    from: "daily",
    claims: { ...guest, k: true },
    becomes: {
      metered: { refused: ["entry, try: room enableRequestToJoin true"] },
      videosdk: {
        properties: { permissions: ["ask_join"], version: 2, roomId: "standup", roles: ["rtc"], exp },
        report: [
          'moved room, try: room customRoomId "standup"',
          ...sendsAndReceives,
          "advisory rights.moderate.remove",
          ...mayRecord,
        ],
        room: ['room customRoomId "standup"'],
      },
    },
  },
  {
    name: "does not have to knock",
    from: "daily",
    claims: { ...guest, k: false },
    becomes: {
      metered: {
        properties: { roomName: "standup", expireUnixSec: exp, isAdmin: false },
        report: ['moved room, try: room roomName "standup"', ...sendsAndReceives, ...mayRecord],
        room: ['room roomName "standup"', 'room privacy "private"'],
      },
      videosdk: {
        properties: { permissions: ["allow_join"], version: 2, roomId: "standup", roles: ["rtc"], exp },
        report: [
          'moved room, try: room customRoomId "standup"',
          ...sendsAndReceives,
          ...mayRemoveAndAdmit,
          ...mayRecord,
        ],
        room: ['room customRoomId "standup"'],
      },
    },
  },
  {
    name: "is removed at the expiry",
    from: "daily",
    claims: { ...guest, ejt: true },
    becomes: {
      metered: { refused: ['stay.endsAtExpiry, try: policy allowWidening ["stay.endsAtExpiry"]'] },
      videosdk: { refused: ['stay.endsAtExpiry, try: policy allowWidening ["stay.endsAtExpiry"]'] },
    },
  },
  {
    name: "says out loud that everything is allowed",
    from: "daily",
    claims: { ...guest, ss: true, p: { hp: true, cs: true, cr: { b: true } } },
    becomes: {
      metered: {
        properties: { roomName: "standup", expireUnixSec: exp, isAdmin: false },
        report: [
          'moved room, try: room roomName "standup"',
          "moved rights.publish{microphone,camera,screen}, try: room ownerOnlyBroadcast",
          "moved rights.publish.screenAudio",
          "moved rights.publish.custom",
          "advisory rights.publish.data",
          "moved rights.subscribe",
          "moved rights.visible",
          ...mayRecord,
        ],
        room: ['room roomName "standup"', 'room privacy "private"'],
      },
      videosdk: {
        properties: { permissions: ["allow_join"], version: 2, roomId: "standup", roles: ["rtc"], exp },
        report: [
          'moved room, try: room customRoomId "standup"',
          "moved rights.publish{microphone,camera,screen,screenAudio,custom}",
          "advisory rights.publish.data",
          "moved rights.subscribe",
          "moved rights.visible",
          ...mayRemoveAndAdmit,
          ...mayRecord,
        ],
        room: ['room customRoomId "standup"'],
      },
    },
  },
  {
    name: "sends nothing",
    from: "daily",
    claims: { ...guest, p: { cs: false } },
    becomes: {
      metered: {
        refused: [
          'rights.publish.microphone, try: policy allowWidening ["rights.publish.microphone"]',
          'rights.publish.camera, try: policy allowWidening ["rights.publish.camera"]',
          'rights.publish.screen, try: policy allowWidening ["rights.publish.screen"]',
          'rights.publish.screenAudio, try: policy allowWidening ["rights.publish.screenAudio"]',
          'rights.publish.custom, try: policy allowWidening ["rights.publish.custom"]',
        ],
      },
      videosdk: {
        refused: [
          'rights.publish.microphone, try: policy allowWidening ["rights.publish.microphone"]',
          'rights.publish.camera, try: policy allowWidening ["rights.publish.camera"]',
          'rights.publish.screen, try: policy allowWidening ["rights.publish.screen"]',
          'rights.publish.screenAudio, try: policy allowWidening ["rights.publish.screenAudio"]',
          'rights.publish.custom, try: policy allowWidening ["rights.publish.custom"]',
        ],
      },
    },
  },
  {
    name: "sends nothing, and the caller lets it widen",
    from: "daily",
    claims: { ...guest, p: { cs: false } },
    policy: { allowWidening: ["rights.publish"] },
    becomes: {
      metered: {
        properties: { roomName: "standup", expireUnixSec: exp, isAdmin: false },
        report: [
          'moved room, try: room roomName "standup"',
          "widened rights.publish{microphone,camera,screen}, try: room ownerOnlyBroadcast",
          "widened rights.publish.screenAudio",
          "widened rights.publish.custom",
          "advisory rights.publish.data",
          "assumed rights.subscribe",
          "assumed rights.visible",
          ...mayRecord,
        ],
        room: ['room roomName "standup"', 'room privacy "private"'],
      },
      videosdk: {
        properties: { permissions: ["allow_join"], version: 2, roomId: "standup", roles: ["rtc"], exp },
        report: [
          'moved room, try: room customRoomId "standup"',
          "widened rights.publish{microphone,camera,screen,screenAudio,custom}",
          "advisory rights.publish.data",
          "assumed rights.subscribe",
          "assumed rights.visible",
          ...mayRemoveAndAdmit,
          ...mayRecord,
        ],
        room: ['room customRoomId "standup"'],
      },
    },
  },
  {
    name: "shares no screen",
    from: "daily",
    claims: { ...guest, ss: false },
    becomes: {
      metered: {
        refused: [
          'rights.publish.screen, try: policy allowWidening ["rights.publish.screen"]',
          'rights.publish.screenAudio, try: policy allowWidening ["rights.publish.screenAudio"]',
        ],
      },
      videosdk: {
        refused: [
          'rights.publish.screen, try: policy allowWidening ["rights.publish.screen"]',
          'rights.publish.screenAudio, try: policy allowWidening ["rights.publish.screenAudio"]',
        ],
      },
    },
  },
  {
    name: "receives nothing",
    from: "daily",
    claims: { ...guest, p: { cr: { b: false } } },
    becomes: {
      metered: { refused: ['rights.subscribe, try: policy allowWidening ["rights.subscribe"]'] },
      videosdk: { refused: ['rights.subscribe, try: policy allowWidening ["rights.subscribe"]'] },
    },
  },
  {
    name: "does not receive one person",
    from: "daily",
    claims: { ...guest, p: { cr: { b: true, u: { u_2: false } } } },
    becomes: {
      metered: { refused: ['rights.subscribe, try: policy allowWidening ["rights.subscribe"]'] },
      videosdk: { refused: ['rights.subscribe, try: policy allowWidening ["rights.subscribe"]'] },
    },
  },
  {
    name: "administers everything",
    from: "daily",
    claims: { ...guest, p: { ca: true } },
    becomes: {
      metered: {
        properties: { roomName: "standup", expireUnixSec: exp, isAdmin: false },
        report: [
          'moved room, try: room roomName "standup"',
          ...sendsAndReceives,
          'narrowed rights.moderate{media,remove,permissions}, try: policy vouch {"admit":true}',
          'narrowed rights.admit, try: policy vouch {"admit":true}',
          "advisory rights.record",
          "moved rights.livestream",
          "moved rights.transcribe",
        ],
        room: ['room roomName "standup"', 'room privacy "private"'],
      },
      videosdk: {
        properties: { permissions: ["allow_join", "allow_mod"], version: 2, roomId: "standup", roles: ["rtc"], exp },
        report: [
          'moved room, try: room customRoomId "standup"',
          ...sendsAndReceives,
          "advisory rights.moderate.remove",
          "narrowed rights.moderate.permissions",
          "advisory rights.admit",
          "advisory rights.record",
          "moved rights.livestream, try: room POST /v2/livestreams/start",
          "moved rights.transcribe, try: room POST /ai/v1/realtime-transcriptions/start",
        ],
        room: ['room customRoomId "standup"'],
      },
    },
  },
  {
    name: "administers participants",
    from: "daily",
    claims: { ...guest, p: { ca: "p" } },
    becomes: {
      metered: {
        refused: [
          'rights.livestream, try: policy allowWidening ["rights.livestream"]',
          'rights.transcribe, try: policy allowWidening ["rights.transcribe"]',
        ],
      },
      videosdk: {
        refused: [
          'rights.livestream, try: policy allowWidening ["rights.livestream"]',
          'rights.transcribe, try: policy allowWidening ["rights.transcribe"]',
        ],
      },
    },
  },
  {
    name: "administers nothing",
    from: "daily",
    claims: { ...guest, p: { ca: false } },
    becomes: {
      metered: {
        refused: [
          'rights.livestream, try: policy allowWidening ["rights.livestream"]',
          'rights.transcribe, try: policy allowWidening ["rights.transcribe"]',
        ],
      },
      videosdk: {
        refused: [
          'rights.moderate.remove, try: policy allowWidening ["rights.moderate.remove"]',
          'rights.livestream, try: policy allowWidening ["rights.livestream"]',
          'rights.transcribe, try: policy allowWidening ["rights.transcribe"]',
        ],
      },
    },
  },
  {
    name: "may record in two ways",
    from: "daily",
    claims: { ...guest, er: ["cloud", "raw-tracks"] },
    becomes: {
      metered: {
        properties: { roomName: "standup", expireUnixSec: exp, isAdmin: false },
        report: [
          'moved room, try: room roomName "standup"',
          ...sendsAndReceives,
          "moved rights.record, try: room enableRecording",
          "advisory rights.livestream",
          "advisory rights.transcribe",
        ],
        room: ['room roomName "standup"', 'room privacy "private"'],
      },
      videosdk: {
        properties: { permissions: ["allow_join"], version: 2, roomId: "standup", roles: ["rtc"], exp },
        report: [
          'moved room, try: room customRoomId "standup"',
          ...sendsAndReceives,
          ...mayRemoveAndAdmit,
          "moved rights.record, try: room POST /v2/recordings/start",
          "advisory rights.livestream",
          "advisory rights.transcribe",
        ],
        room: ['room customRoomId "standup"'],
      },
    },
  },
  {
    name: "is an owner with permissions, which nobody documents",
    from: "daily",
    claims: { ...guest, o: true, p: { ca: "s" } },
    becomes: {
      metered: { refused: ['rights.transcribe, try: policy allowWidening ["rights.transcribe"]'] },
      videosdk: {
        refused: [
          'rights.moderate.remove, try: policy allowWidening ["rights.moderate.remove"]',
          'rights.transcribe, try: policy allowWidening ["rights.transcribe"]',
        ],
      },
    },
  },
];
