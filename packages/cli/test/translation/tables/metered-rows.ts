import { now } from "../vendors.ts";
import type { Row } from "./row.ts";
import { mayRecord, mayRecordWhereTheRoomLets, mayRemoveAndAdmit, sendsWhatIsDocumented } from "./usual-lines.ts";

const exp = now + 3600;
const plain = { roomName: "standup", expireUnixSec: exp };

/** Metered's tokens. */
export const meteredRows: readonly Row[] = [
  {
    name: "a room and an expiry",
    from: "metered",
    claims: { data: plain },
    becomes: {
      daily: {
        properties: { room_name: "standup", exp, permissions: { canAdmin: false } },
        report: ['moved room, try: room name "standup"', ...sendsWhatIsDocumented, ...mayRecordWhereTheRoomLets],
        room: ['room privacy "private"'],
      },
      videosdk: {
        properties: { permissions: ["allow_join"], version: 2, roomId: "standup", roles: ["rtc"], exp },
        report: [
          'moved room, try: room customRoomId "standup"',
          ...sendsWhatIsDocumented,
          ...mayRemoveAndAdmit,
          ...mayRecord,
        ],
        room: ['room customRoomId "standup"'],
      },
    },
  },
  {
    name: "a name, an id, and no admin",
    from: "metered",
    claims: { data: { ...plain, name: "Ada", externalUserId: "u_1", isAdmin: false } },
    becomes: {
      daily: {
        properties: { room_name: "standup", user_id: "u_1", user_name: "Ada", exp, permissions: { canAdmin: false } },
        report: ['moved room, try: room name "standup"', ...sendsWhatIsDocumented, ...mayRecordWhereTheRoomLets],
        room: ['room privacy "private"'],
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
          ...sendsWhatIsDocumented,
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
    name: "an admin",
    from: "metered",
    claims: { data: { ...plain, isAdmin: true } },
    becomes: {
      daily: {
        properties: { room_name: "standup", exp, permissions: { canAdmin: false } },
        report: [
          'moved room, try: room name "standup"',
          ...sendsWhatIsDocumented,
          'narrowed rights.moderate{media,remove,permissions}, try: policy vouch {"moderate":true}',
          'narrowed rights.admit, try: policy vouch {"moderate":true,"admit":true,"livestream":true,"transcribe":true}',
          ...mayRecordWhereTheRoomLets,
        ],
        room: ['room privacy "private"'],
      },
      videosdk: {
        properties: { permissions: ["allow_join"], version: 2, roomId: "standup", roles: ["rtc"], exp },
        report: [
          'moved room, try: room customRoomId "standup"',
          ...sendsWhatIsDocumented,
          'narrowed rights.moderate.media, try: policy vouch {"moderate":{"media":true,"remove":true}}',
          "advisory rights.moderate.remove",
          "narrowed rights.moderate.permissions",
          "moved rights.admit",
          ...mayRecord,
        ],
        room: ['room customRoomId "standup"'],
      },
    },
  },
  {
    name: "an admin, vouched for as a moderator",
    from: "metered",
    claims: { data: { ...plain, isAdmin: true } },
    policy: { vouch: { moderate: true } },
    becomes: {
      daily: {
        properties: { room_name: "standup", exp, permissions: { canAdmin: ["participants"] } },
        report: [
          'moved room, try: room name "standup"',
          ...sendsWhatIsDocumented,
          'moved rights.admit, try: policy vouch {"moderate":true,"admit":true,"livestream":true,"transcribe":true}',
          ...mayRecordWhereTheRoomLets,
        ],
        room: ['room privacy "private"'],
      },
      videosdk: {
        properties: { permissions: ["allow_join", "allow_mod"], version: 2, roomId: "standup", roles: ["rtc"], exp },
        report: [
          'moved room, try: room customRoomId "standup"',
          ...sendsWhatIsDocumented,
          "advisory rights.moderate.remove",
          "narrowed rights.moderate.permissions",
          "moved rights.admit",
          ...mayRecord,
        ],
        room: ['room customRoomId "standup"'],
      },
    },
  },
  {
    name: "an admin, vouched for as an owner",
    from: "metered",
    claims: { data: { ...plain, isAdmin: true } },
    policy: { vouch: { moderate: true, livestream: true, transcribe: true } },
    becomes: {
      daily: {
        properties: { room_name: "standup", exp, is_owner: true },
        report: ['moved room, try: room name "standup"', ...sendsWhatIsDocumented, "advisory rights.record"],
        room: ['room privacy "private"'],
      },
      videosdk: {
        properties: { permissions: ["allow_join", "allow_mod"], version: 2, roomId: "standup", roles: ["rtc"], exp },
        report: [
          'moved room, try: room customRoomId "standup"',
          ...sendsWhatIsDocumented,
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
    name: "an admin who is to have no camera",
    from: "metered",
    claims: { data: { ...plain, isAdmin: true } },
    policy: { narrow: { rights: { publish: { camera: false } } } },
    becomes: {
      daily: {
        properties: {
          room_name: "standup",
          exp,
          enable_screenshare: true,
          permissions: { canSend: ["audio", "screenVideo"], canAdmin: false },
        },
        report: [
          'moved room, try: room name "standup"',
          "assumed rights.publish{microphone,screen}",
          "narrowed rights.publish.camera",
          'narrowed rights.publish.screenAudio, try: policy vouch {"publish":{"screenAudio":true}}',
          'narrowed rights.publish.custom, try: policy vouch {"publish":{"custom":true}}',
          "advisory rights.publish.data",
          "assumed rights.subscribe",
          "assumed rights.visible",
          'narrowed rights.moderate{media,remove,permissions}, try: policy vouch {"moderate":true}',
          "narrowed rights.admit",
          ...mayRecordWhereTheRoomLets,
        ],
        room: ['room privacy "private"'],
      },
      videosdk: { refused: ['rights.publish.camera, try: policy allowWidening ["rights.publish.camera"]'] },
    },
  },
  {
    name: "is removed after half an hour",
    from: "metered",
    claims: { data: { ...plain, ejectAfterElapsedTimeInSec: 1800 } },
    becomes: {
      daily: {
        properties: { room_name: "standup", exp, eject_after_elapsed: 1800, permissions: { canAdmin: false } },
        report: ['moved room, try: room name "standup"', ...sendsWhatIsDocumented, ...mayRecordWhereTheRoomLets],
        room: ['room privacy "private"'],
      },
      videosdk: { refused: ['stay.maxSeconds, try: policy allowWidening ["stay.maxSeconds"]'] },
    },
  },
  {
    name: "a not-before in the past",
    from: "metered",
    claims: { data: { ...plain, notBeforeUnixSec: now - 60 } },
    becomes: {
      daily: {
        properties: { room_name: "standup", nbf: now - 60, exp, permissions: { canAdmin: false } },
        report: ['moved room, try: room name "standup"', ...sendsWhatIsDocumented, ...mayRecordWhereTheRoomLets],
        room: ['room privacy "private"'],
      },
      videosdk: {
        properties: { permissions: ["allow_join"], version: 2, roomId: "standup", roles: ["rtc"], exp },
        report: [
          'moved room, try: room customRoomId "standup"',
          ...sendsWhatIsDocumented,
          ...mayRemoveAndAdmit,
          ...mayRecord,
        ],
        room: ['room customRoomId "standup"'],
      },
    },
  },
  {
    name: "what its holder is, and how it starts",
    from: "metered",
    claims: {
      data: {
        ...plain,
        name: "Ada",
        email: "ada@example.com",
        meta: "front row",
        joinVideoOn: false,
        joinAudioOn: true,
        disableVideo: true,
      },
    },
    becomes: {
      daily: {
        properties: {
          room_name: "standup",
          user_name: "Ada",
          exp,
          permissions: { canAdmin: false },
          start_video_off: true,
          start_audio_off: false,
        },
        report: [
          'moved room, try: room name "standup"',
          ...sendsWhatIsDocumented,
          ...mayRecordWhereTheRoomLets,
          "dropped participant.email",
          "moved participant.metadata, try: client userData",
          "dropped extensions.metered.disableVideo",
        ],
        join: { userData: "front row" },
        room: ['room privacy "private"'],
      },
      videosdk: {
        properties: { permissions: ["allow_join"], version: 2, roomId: "standup", roles: ["rtc"], exp },
        report: [
          'moved room, try: room customRoomId "standup"',
          ...sendsWhatIsDocumented,
          ...mayRemoveAndAdmit,
          ...mayRecord,
          "moved participant.name, try: client name",
          "dropped participant.email",
          "moved participant.metadata, try: client metaData",
          "moved start.camera, try: client webcamEnabled",
          "moved start.microphone, try: client micEnabled",
          "dropped extensions.metered.disableVideo",
        ],
        join: { name: "Ada", metaData: { metadata: "front row" }, micEnabled: true, webcamEnabled: false },
        room: ['room customRoomId "standup"'],
      },
    },
  },
  {
    name: "an id that the service adds",
    from: "metered",
    claims: { data: { ...plain, meteredParticipantId: "0b7e3c1a" } },
    becomes: {
      daily: {
        properties: { room_name: "standup", exp, permissions: { canAdmin: false } },
        report: ['moved room, try: room name "standup"', ...sendsWhatIsDocumented, ...mayRecordWhereTheRoomLets],
        room: ['room privacy "private"'],
      },
      videosdk: {
        properties: { permissions: ["allow_join"], version: 2, roomId: "standup", roles: ["rtc"], exp },
        report: [
          'moved room, try: room customRoomId "standup"',
          ...sendsWhatIsDocumented,
          ...mayRemoveAndAdmit,
          ...mayRecord,
        ],
        room: ['room customRoomId "standup"'],
      },
    },
  },
  {
    name: "two expiries, of which the earlier counts",
    from: "metered",
    claims: { data: plain, exp: now + 60 },
    becomes: {
      daily: {
        properties: { room_name: "standup", exp: now + 60, permissions: { canAdmin: false } },
        report: ['moved room, try: room name "standup"', ...sendsWhatIsDocumented, ...mayRecordWhereTheRoomLets],
        room: ['room privacy "private"'],
      },
      videosdk: {
        properties: { permissions: ["allow_join"], version: 2, roomId: "standup", roles: ["rtc"], exp: now + 60 },
        report: [
          'moved room, try: room customRoomId "standup"',
          ...sendsWhatIsDocumented,
          ...mayRemoveAndAdmit,
          ...mayRecord,
        ],
        room: ['room customRoomId "standup"'],
      },
    },
  },
  {
    name: "Metered's published example: every room, for ever",
    from: "metered",
    claims: { data: { globalToken: true, appName: "hyprhost" }, iat: 1627770426 },
    becomes: {
      daily: { refused: ["expiresAt, try: policy narrow.expiresAt", "room, try: policy narrow.room"] },
      videosdk: { refused: ["expiresAt, try: policy narrow.expiresAt", "room, try: policy narrow.room"] },
    },
  },
  {
    name: "every room, narrowed to one",
    from: "metered",
    claims: { data: { globalToken: true, expireUnixSec: exp } },
    policy: { narrow: { room: "standup" } },
    becomes: {
      daily: {
        properties: { room_name: "standup", exp, permissions: { canAdmin: false } },
        report: [
          'moved room, try: room name "standup"',
          "narrowed room",
          ...sendsWhatIsDocumented,
          ...mayRecordWhereTheRoomLets,
        ],
        room: ['room privacy "private"'],
      },
      videosdk: {
        properties: { permissions: ["allow_join"], version: 2, roomId: "standup", roles: ["rtc"], exp },
        report: [
          'moved room, try: room customRoomId "standup"',
          "narrowed room",
          ...sendsWhatIsDocumented,
          ...mayRemoveAndAdmit,
          ...mayRecord,
        ],
        room: ['room customRoomId "standup"'],
      },
    },
  },
  {
    name: "a room and every room at once",
    from: "metered",
    claims: { data: { ...plain, globalToken: true } },
    becomes: {
      daily: {
        properties: { room_name: "standup", exp, permissions: { canAdmin: false } },
        report: ['moved room, try: room name "standup"', ...sendsWhatIsDocumented, ...mayRecordWhereTheRoomLets],
        room: ['room privacy "private"'],
      },
      videosdk: {
        properties: { permissions: ["allow_join"], version: 2, roomId: "standup", roles: ["rtc"], exp },
        report: [
          'moved room, try: room customRoomId "standup"',
          ...sendsWhatIsDocumented,
          ...mayRemoveAndAdmit,
          ...mayRecord,
        ],
        room: ['room customRoomId "standup"'],
      },
    },
  },
  {
    name: "not every room, and none named",
    from: "metered",
    claims: { data: { globalToken: false, expireUnixSec: exp } },
    becomes: {
      daily: {
        refused: ["claims.data.globalToken", "room, try: policy narrow.room"],
      },
      videosdk: {
        refused: ["claims.data.globalToken", "room, try: policy narrow.room"],
      },
    },
  },
  {
    name: "a field that Metered does not have",
    from: "metered",
    claims: { data: { ...plain, canPublish: false } },
    becomes: {
      daily: { refused: ['unknown.data.canPublish, try: policy ignoreUnknown ["data.canPublish"]'] },
      videosdk: { refused: ['unknown.data.canPublish, try: policy ignoreUnknown ["data.canPublish"]'] },
    },
  },
];
