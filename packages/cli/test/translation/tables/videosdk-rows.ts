import { now } from "../vendors.ts";
import type { Row } from "./row.ts";
import { mayRecord, mayRecordWhereTheRoomLets, sendsWhatIsDocumented } from "./usual-lines.ts";

const exp = now + 3600;
const everywhere = { apikey: "key", version: 2, roles: ["rtc"], iat: now - 60, exp };
const inRoom = { ...everywhere, roomId: "2kyv-gzay-64pg" };

/** VideoSDK's tokens. */
export const videosdkRows: readonly Row[] = [
  {
    name: "walks into one room as one person",
    from: "videosdk",
    claims: { ...inRoom, permissions: ["allow_join"], participantId: "lxvdplwt" },
    becomes: {
      daily: {
        properties: {
          room_name: "2kyv-gzay-64pg",
          user_id: "lxvdplwt",
          exp,
          knocking: false,
          permissions: { canAdmin: false },
        },
        report: [
          'moved room, try: room name "2kyv-gzay-64pg"',
          ...sendsWhatIsDocumented,
          'narrowed rights.admit, try: policy vouch {"moderate":true,"admit":true,"livestream":true,"transcribe":true}',
          ...mayRecordWhereTheRoomLets,
        ],
        room: ['room privacy "private"'],
      },
      metered: {
        properties: { roomName: "2kyv-gzay-64pg", expireUnixSec: exp, externalUserId: "lxvdplwt", isAdmin: false },
        report: [
          'moved room, try: room roomName "2kyv-gzay-64pg"',
          ...sendsWhatIsDocumented,
          'narrowed rights.admit, try: policy vouch {"moderate":true,"admit":true}',
          ...mayRecord,
        ],
        room: ['room roomName "2kyv-gzay-64pg"', 'room privacy "private"'],
      },
    },
  },
  {
    name: "a moderator of one room",
    from: "videosdk",
    claims: { ...inRoom, permissions: ["allow_join", "allow_mod"] },
    becomes: {
      daily: {
        properties: { room_name: "2kyv-gzay-64pg", exp, knocking: false, permissions: { canAdmin: false } },
        report: [
          'moved room, try: room name "2kyv-gzay-64pg"',
          ...sendsWhatIsDocumented,
          'narrowed rights.moderate.media, try: policy vouch {"moderate":true}',
          'narrowed rights.moderate.remove, try: policy vouch {"moderate":true}',
          'narrowed rights.admit, try: policy vouch {"moderate":true,"admit":true,"livestream":true,"transcribe":true}',
          ...mayRecordWhereTheRoomLets,
        ],
        room: ['room privacy "private"'],
      },
      metered: {
        properties: { roomName: "2kyv-gzay-64pg", expireUnixSec: exp, isAdmin: false },
        report: [
          'moved room, try: room roomName "2kyv-gzay-64pg"',
          ...sendsWhatIsDocumented,
          'narrowed rights.moderate.media, try: policy vouch {"moderate":true}',
          'narrowed rights.moderate.remove, try: policy vouch {"moderate":true}',
          'narrowed rights.admit, try: policy vouch {"moderate":true,"admit":true}',
          ...mayRecord,
        ],
        room: ['room roomName "2kyv-gzay-64pg"', 'room privacy "private"'],
      },
    },
  },
  {
    name: "a moderator, vouched for",
    from: "videosdk",
    claims: { ...inRoom, permissions: ["allow_join", "allow_mod"] },
    policy: { vouch: { moderate: true, admit: true } },
    becomes: {
      daily: {
        properties: { room_name: "2kyv-gzay-64pg", exp, knocking: false, permissions: { canAdmin: ["participants"] } },
        report: [
          'moved room, try: room name "2kyv-gzay-64pg"',
          ...sendsWhatIsDocumented,
          'moved rights.admit, try: policy vouch {"moderate":true,"admit":true,"livestream":true,"transcribe":true}',
          ...mayRecordWhereTheRoomLets,
        ],
        room: ['room privacy "private"'],
      },
      metered: {
        properties: { roomName: "2kyv-gzay-64pg", expireUnixSec: exp, isAdmin: true },
        report: [
          'moved room, try: room roomName "2kyv-gzay-64pg"',
          ...sendsWhatIsDocumented,
          "advisory rights.moderate{media,remove,permissions}",
          ...mayRecord,
        ],
        room: ['room roomName "2kyv-gzay-64pg"', 'room privacy "private"'],
      },
    },
  },
  {
    name: "asks to enter, and the caller lets people walk in",
    from: "videosdk",
    claims: { ...inRoom, permissions: ["ask_join"] },
    policy: { allowWidening: ["entry"] },
    becomes: {
      daily: {
        properties: { room_name: "2kyv-gzay-64pg", exp, knocking: true, permissions: { canAdmin: false } },
        report: [
          'moved room, try: room name "2kyv-gzay-64pg"',
          "widened entry, try: room enable_knocking true",
          ...sendsWhatIsDocumented,
          ...mayRecordWhereTheRoomLets,
        ],
        room: ["room enable_knocking true", 'room privacy "private"'],
      },
      metered: {
        properties: { roomName: "2kyv-gzay-64pg", expireUnixSec: exp, isAdmin: false },
        report: [
          'moved room, try: room roomName "2kyv-gzay-64pg"',
          "widened entry, try: room enableRequestToJoin true",
          ...sendsWhatIsDocumented,
          ...mayRecord,
        ],
        room: ['room roomName "2kyv-gzay-64pg"', 'room privacy "private"'],
      },
    },
  },
  {
    name: "the documents' sample, with both roles",
    from: "videosdk",
    claims: { ...inRoom, permissions: ["allow_join"], participantId: "lxvdplwt", roles: ["crawler", "rtc"] },
    becomes: {
      daily: {
        properties: {
          room_name: "2kyv-gzay-64pg",
          user_id: "lxvdplwt",
          exp,
          knocking: false,
          permissions: { canAdmin: false },
        },
        report: [
          'moved room, try: room name "2kyv-gzay-64pg"',
          "narrowed purpose",
          ...sendsWhatIsDocumented,
          'narrowed rights.admit, try: policy vouch {"moderate":true,"admit":true,"livestream":true,"transcribe":true}',
          ...mayRecordWhereTheRoomLets,
        ],
        room: ['room privacy "private"'],
      },
      metered: {
        properties: { roomName: "2kyv-gzay-64pg", expireUnixSec: exp, externalUserId: "lxvdplwt", isAdmin: false },
        report: [
          'moved room, try: room roomName "2kyv-gzay-64pg"',
          "narrowed purpose",
          ...sendsWhatIsDocumented,
          'narrowed rights.admit, try: policy vouch {"moderate":true,"admit":true}',
          ...mayRecord,
        ],
        room: ['room roomName "2kyv-gzay-64pg"', 'room privacy "private"'],
      },
    },
  },
  {
    name: "the example server's default: a moderator everywhere",
    from: "videosdk",
    claims: { apikey: "key", permissions: ["allow_join", "allow_mod"], iat: now - 60, exp },
    becomes: {
      daily: { refused: ["room, try: policy narrow.room"] },
      metered: { refused: ["room, try: policy narrow.room"] },
    },
  },
  {
    name: "the server package's default, narrowed to a room",
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
      metered: {
        properties: { roomName: "2kyv-gzay-64pg", expireUnixSec: exp, isAdmin: false },
        report: [
          'moved room, try: room roomName "2kyv-gzay-64pg"',
          "narrowed room",
          ...sendsWhatIsDocumented,
          'narrowed rights.moderate.media, try: policy vouch {"moderate":true}',
          'narrowed rights.moderate.remove, try: policy vouch {"moderate":true}',
          'narrowed rights.admit, try: policy vouch {"moderate":true,"admit":true}',
          ...mayRecord,
        ],
        room: ['room roomName "2kyv-gzay-64pg"', 'room privacy "private"'],
      },
    },
  },
  {
    name: "the server package's token for the API",
    from: "videosdk",
    claims: { ...everywhere, permissions: ["allow_join", "allow_mod"], roles: ["crawler"] },
    becomes: {
      daily: { refused: ["purpose", "room, try: policy narrow.room"] },
      metered: { refused: ["purpose", "room, try: policy narrow.room"] },
    },
  },
  {
    name: "an agent's token, without roles",
    from: "videosdk",
    claims: { apikey: "key", permissions: ["allow_join"], version: 2, roomId: "2kyv-gzay-64pg", iat: now - 60, exp },
    becomes: {
      daily: {
        properties: { room_name: "2kyv-gzay-64pg", exp, knocking: false, permissions: { canAdmin: false } },
        report: [
          'moved room, try: room name "2kyv-gzay-64pg"',
          ...sendsWhatIsDocumented,
          'narrowed rights.admit, try: policy vouch {"moderate":true,"admit":true,"livestream":true,"transcribe":true}',
          ...mayRecordWhereTheRoomLets,
        ],
        room: ['room privacy "private"'],
      },
      metered: {
        properties: { roomName: "2kyv-gzay-64pg", expireUnixSec: exp, isAdmin: false },
        report: [
          'moved room, try: room roomName "2kyv-gzay-64pg"',
          ...sendsWhatIsDocumented,
          'narrowed rights.admit, try: policy vouch {"moderate":true,"admit":true}',
          ...mayRecord,
        ],
        room: ['room roomName "2kyv-gzay-64pg"', 'room privacy "private"'],
      },
    },
  },
  {
    name: "a room without the version that makes it count",
    from: "videosdk",
    claims: { permissions: ["allow_join"], roomId: "2kyv-gzay-64pg", exp },
    becomes: {
      daily: {
        properties: { room_name: "2kyv-gzay-64pg", exp, knocking: false, permissions: { canAdmin: false } },
        report: [
          'moved room, try: room name "2kyv-gzay-64pg"',
          ...sendsWhatIsDocumented,
          'narrowed rights.admit, try: policy vouch {"moderate":true,"admit":true,"livestream":true,"transcribe":true}',
          ...mayRecordWhereTheRoomLets,
        ],
        room: ['room privacy "private"'],
      },
      metered: {
        properties: { roomName: "2kyv-gzay-64pg", expireUnixSec: exp, isAdmin: false },
        report: [
          'moved room, try: room roomName "2kyv-gzay-64pg"',
          ...sendsWhatIsDocumented,
          'narrowed rights.admit, try: policy vouch {"moderate":true,"admit":true}',
          ...mayRecord,
        ],
        room: ['room roomName "2kyv-gzay-64pg"', 'room privacy "private"'],
      },
    },
  },
  {
    name: "all three permissions and nothing else, as seen in the wild",
    from: "videosdk",
    claims: { permissions: ["allow_join", "allow_mod", "ask_join"] },
    becomes: {
      daily: {
        refused: [
          "expiresAt, try: policy narrow.expiresAt",
          "room, try: policy narrow.room",
          "entry, try: room enable_knocking true",
        ],
      },
      metered: {
        refused: [
          "expiresAt, try: policy narrow.expiresAt",
          "entry, try: room enableRequestToJoin true",
          "room, try: policy narrow.room",
        ],
      },
    },
  },
  {
    name: "no permission at all",
    from: "videosdk",
    claims: { ...inRoom, permissions: [] },
    becomes: {
      daily: {
        refused: ["claims.permissions", "entry, try: room enable_knocking true"],
      },
      metered: {
        refused: ["claims.permissions", "entry, try: room enableRequestToJoin true"],
      },
    },
  },
  {
    name: "no expiry",
    from: "videosdk",
    claims: { permissions: ["allow_join"], version: 2, roomId: "2kyv-gzay-64pg", roles: ["rtc"] },
    becomes: {
      daily: { refused: ["expiresAt, try: policy narrow.expiresAt"] },
      metered: { refused: ["expiresAt, try: policy narrow.expiresAt"] },
    },
  },
  {
    name: "a not-before, which VideoSDK may ignore",
    from: "videosdk",
    claims: { ...inRoom, permissions: ["allow_join"], nbf: now + 60 },
    becomes: {
      daily: {
        properties: {
          room_name: "2kyv-gzay-64pg",
          nbf: now + 60,
          exp,
          knocking: false,
          permissions: { canAdmin: false },
        },
        report: [
          'moved room, try: room name "2kyv-gzay-64pg"',
          ...sendsWhatIsDocumented,
          'narrowed rights.admit, try: policy vouch {"moderate":true,"admit":true,"livestream":true,"transcribe":true}',
          ...mayRecordWhereTheRoomLets,
        ],
        room: ['room privacy "private"'],
      },
      metered: {
        properties: { roomName: "2kyv-gzay-64pg", expireUnixSec: exp, notBeforeUnixSec: now + 60, isAdmin: false },
        report: [
          'moved room, try: room roomName "2kyv-gzay-64pg"',
          ...sendsWhatIsDocumented,
          'narrowed rights.admit, try: policy vouch {"moderate":true,"admit":true}',
          ...mayRecord,
        ],
        room: ['room roomName "2kyv-gzay-64pg"', 'room privacy "private"'],
      },
    },
  },
  {
    name: "a token id",
    from: "videosdk",
    claims: { ...inRoom, permissions: ["allow_join"], jti: "t_1" },
    becomes: {
      daily: {
        properties: { room_name: "2kyv-gzay-64pg", exp, knocking: false, permissions: { canAdmin: false } },
        report: [
          'moved room, try: room name "2kyv-gzay-64pg"',
          ...sendsWhatIsDocumented,
          'narrowed rights.admit, try: policy vouch {"moderate":true,"admit":true,"livestream":true,"transcribe":true}',
          ...mayRecordWhereTheRoomLets,
          "dropped extensions.videosdk.jti",
        ],
        room: ['room privacy "private"'],
      },
      metered: {
        properties: { roomName: "2kyv-gzay-64pg", expireUnixSec: exp, isAdmin: false },
        report: [
          'moved room, try: room roomName "2kyv-gzay-64pg"',
          ...sendsWhatIsDocumented,
          'narrowed rights.admit, try: policy vouch {"moderate":true,"admit":true}',
          ...mayRecord,
          "dropped extensions.videosdk.jti",
        ],
        room: ['room roomName "2kyv-gzay-64pg"', 'room privacy "private"'],
      },
    },
  },
  {
    name: "a claim of the customer's own",
    from: "videosdk",
    claims: { ...inRoom, permissions: ["allow_join"], email_id: "ada@example.com" },
    becomes: {
      daily: { refused: ['unknown.email_id, try: policy ignoreUnknown ["email_id"]'] },
      metered: { refused: ['unknown.email_id, try: policy ignoreUnknown ["email_id"]'] },
    },
  },
];
