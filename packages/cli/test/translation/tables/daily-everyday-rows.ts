import { now } from "../vendors.ts";
import type { Row } from "./row.ts";
import { mayRecord, mayRemoveAndAdmit, sendsAndReceives } from "./usual-lines.ts";

const exp = now + 3600;
const domain = "25df5057-ef0d-4d97-bde6-0cf287276cbb";
const guest = { r: "standup", exp };

/** Daily's tokens as most people mint them. */
export const dailyEveryday: readonly Row[] = [
  {
    name: "a room and an expiry",
    from: "daily",
    claims: guest,
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
    name: "a name and an id",
    from: "daily",
    claims: { ...guest, u: "Ada", ud: "u_1" },
    becomes: {
      metered: {
        properties: { roomName: "standup", expireUnixSec: exp, externalUserId: "u_1", name: "Ada", isAdmin: false },
        report: ['moved room, try: room roomName "standup"', ...sendsAndReceives, ...mayRecord],
        join: { name: "Ada" },
        room: ['room roomName "standup"', 'room privacy "private"'],
      },
      videosdk: {
        properties: {
          permissions: ["allow_join"],
          version: 2,
          roomId: "standup",
          participantId: "u_1",
          roles: ["rtc"],
          exp,
        },
        report: [
          'moved room, try: room customRoomId "standup"',
          ...sendsAndReceives,
          ...mayRemoveAndAdmit,
          ...mayRecord,
          "moved participant.name, try: client name",
        ],
        join: { name: "Ada", participantId: "u_1" },
        room: ['room customRoomId "standup"'],
      },
    },
  },
  {
    name: "an owner",
    from: "daily",
    claims: { ...guest, o: true },
    becomes: {
      metered: {
        properties: { roomName: "standup", expireUnixSec: exp, isAdmin: true },
        report: [
          'moved room, try: room roomName "standup"',
          ...sendsAndReceives,
          "advisory rights.moderate{media,remove,permissions}",
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
          "moved rights.admit",
          "advisory rights.record",
          "moved rights.livestream, try: room POST /v2/livestreams/start",
          "moved rights.transcribe, try: room POST /ai/v1/realtime-transcriptions/start",
        ],
        room: ['room customRoomId "standup"'],
      },
    },
  },
  {
    name: "no owner, said out loud",
    from: "daily",
    claims: { ...guest, o: false, sr: false, ast: false },
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
    name: "an owner who starts a recording",
    from: "daily",
    claims: { ...guest, o: true, er: "cloud", sr: true },
    becomes: {
      metered: {
        properties: { roomName: "standup", expireUnixSec: exp, isAdmin: true },
        report: [
          'moved room, try: room roomName "standup"',
          "moved automation.record, try: room recordRoom true",
          ...sendsAndReceives,
          "advisory rights.moderate{media,remove,permissions}",
          "moved rights.record, try: room enableRecording",
          "moved rights.livestream",
          "moved rights.transcribe",
        ],
        room: ['room roomName "standup"', 'room privacy "private"'],
      },
      videosdk: {
        properties: { permissions: ["allow_join", "allow_mod"], version: 2, roomId: "standup", roles: ["rtc"], exp },
        report: [
          'moved room, try: room customRoomId "standup"',
          "moved automation.record, try: room autoStartConfig",
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
    name: "an owner who starts a transcription",
    from: "daily",
    claims: { ...guest, o: true, ast: true },
    becomes: {
      metered: {
        properties: { roomName: "standup", expireUnixSec: exp, isAdmin: true },
        report: [
          'moved room, try: room roomName "standup"',
          "dropped automation.transcribe",
          ...sendsAndReceives,
          "advisory rights.moderate{media,remove,permissions}",
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
          "moved automation.transcribe, try: room autoStartConfig",
          ...sendsAndReceives,
          "advisory rights.moderate.remove",
          "narrowed rights.moderate.permissions",
          "moved rights.admit",
          "advisory rights.record",
          "moved rights.livestream, try: room POST /v2/livestreams/start",
          "moved rights.transcribe, try: room POST /ai/v1/realtime-transcriptions/start",
        ],
        room: ['room customRoomId "standup"'],
      },
    },
  },
  {
    name: "camera and microphone at the start, and hints",
    from: "daily",
    claims: { ...guest, vo: true, ao: false, uil: "de", ctoe: true, rome: "https://example.com/bye", erui: true },
    becomes: {
      metered: {
        properties: { roomName: "standup", expireUnixSec: exp, joinVideoOn: false, joinAudioOn: true, isAdmin: false },
        report: [
          'moved room, try: room roomName "standup"',
          ...sendsAndReceives,
          ...mayRecord,
          "dropped client.language",
          "dropped client.redirectUrl",
          "dropped client.closeTabOnExit",
          "dropped extensions.daily.enable_recording_ui",
        ],
        room: ['room roomName "standup"', 'room privacy "private"'],
      },
      videosdk: {
        properties: { permissions: ["allow_join"], version: 2, roomId: "standup", roles: ["rtc"], exp },
        report: [
          'moved room, try: room customRoomId "standup"',
          ...sendsAndReceives,
          ...mayRemoveAndAdmit,
          ...mayRecord,
          "moved start.camera, try: client webcamEnabled",
          "moved start.microphone, try: client micEnabled",
          "dropped client.language",
          "moved client.redirectUrl, try: client redirectOnLeave",
          "dropped client.closeTabOnExit",
          "dropped extensions.daily.enable_recording_ui",
        ],
        join: { micEnabled: true, webcamEnabled: false, redirectOnLeave: "https://example.com/bye" },
        room: ['room customRoomId "standup"'],
      },
    },
  },
  {
    name: "Daily's first published example",
    from: "daily",
    claims: {
      nbf: 1548721569,
      exp: 1864081538,
      r: "hello",
      o: true,
      ss: true,
      er: "local",
      d: domain,
      iat: 1548721831,
    },
    becomes: {
      metered: {
        properties: { roomName: "hello", expireUnixSec: 1864081538, notBeforeUnixSec: 1548721569, isAdmin: true },
        report: [
          'moved room, try: room roomName "hello"',
          "assumed rights.publish{microphone,camera,screenAudio,custom}",
          "moved rights.publish.screen, try: room ownerOnlyBroadcast",
          "advisory rights.publish.data",
          "assumed rights.subscribe",
          "assumed rights.visible",
          "advisory rights.moderate{media,remove,permissions}",
          "moved rights.record, try: room enableRecording",
          "moved rights.livestream",
          "moved rights.transcribe",
        ],
        room: ['room roomName "hello"', 'room privacy "private"'],
      },
      videosdk: {
        properties: {
          permissions: ["allow_join", "allow_mod"],
          version: 2,
          roomId: "hello",
          roles: ["rtc"],
          exp: 1864081538,
        },
        report: [
          'moved room, try: room customRoomId "hello"',
          "assumed rights.publish{microphone,camera,screenAudio,custom}",
          "moved rights.publish.screen",
          "advisory rights.publish.data",
          "assumed rights.subscribe",
          "assumed rights.visible",
          "advisory rights.moderate.remove",
          "narrowed rights.moderate.permissions",
          "moved rights.admit",
          "moved rights.record, try: room POST /v2/recordings/start",
          "moved rights.livestream, try: room POST /v2/livestreams/start",
          "moved rights.transcribe, try: room POST /ai/v1/realtime-transcriptions/start",
        ],
        room: ['room customRoomId "hello"'],
      },
    },
  },
  {
    name: "Daily's second published example, which never expires",
    from: "daily",
    claims: { r: "room-0253", d: domain, iat: 1548722207 },
    becomes: {
      metered: { refused: ["expiresAt, try: policy narrow.expiresAt"] },
      videosdk: { refused: ["expiresAt, try: policy narrow.expiresAt"] },
    },
  },
];
