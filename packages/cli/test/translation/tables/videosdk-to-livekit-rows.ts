import { now } from "../vendors.ts";
import { livekitProperties, recordsNothing, withheld } from "./livekit-lines.ts";
import type { Row } from "./row.ts";
import { sendsWhatIsDocumented } from "./usual-lines.ts";

const exp = now + 3600;

/** VideoSDK's tokens on their way to LiveKit. */
export const videosdkToLivekit: readonly Row[] = [
  {
    name: "walks into one room as one person",
    from: "videosdk",
    claims: {
      apikey: "key",
      permissions: ["allow_join"],
      version: 2,
      roles: ["rtc"],
      roomId: "2kyv-gzay-64pg",
      participantId: "u_1",
      exp,
    },
    becomes: {
      livekit: {
        properties: { ...livekitProperties, video: { roomJoin: true, room: "2kyv-gzay-64pg" } },
        report: [
          'moved room, try: room name "2kyv-gzay-64pg"',
          ...sendsWhatIsDocumented,
          "narrowed rights.admit",
          ...recordsNothing,
        ],
        room: [],
      },
    },
  },
  {
    name: "whoever holds it",
    from: "videosdk",
    claims: { apikey: "key", permissions: ["allow_join"], version: 2, roles: ["rtc"], roomId: "2kyv-gzay-64pg", exp },
    becomes: {
      livekit: { refused: ["participant.id, try: policy narrow.participant.id"] },
    },
  },
  {
    name: "whoever holds it, given an id",
    from: "videosdk",
    claims: { apikey: "key", permissions: ["allow_join"], version: 2, roles: ["rtc"], roomId: "2kyv-gzay-64pg", exp },
    policy: { narrow: { participant: { id: "u_1" } } },
    becomes: {
      livekit: {
        properties: { ...livekitProperties, video: { roomJoin: true, room: "2kyv-gzay-64pg" } },
        report: [
          'moved room, try: room name "2kyv-gzay-64pg"',
          "narrowed participant.id",
          ...sendsWhatIsDocumented,
          "narrowed rights.admit",
          ...recordsNothing,
        ],
        room: [],
      },
    },
  },
  {
    name: "a moderator",
    from: "videosdk",
    claims: {
      apikey: "key",
      permissions: ["allow_join", "allow_mod"],
      version: 2,
      roles: ["rtc"],
      roomId: "2kyv-gzay-64pg",
      participantId: "u_1",
      exp,
    },
    becomes: {
      livekit: {
        properties: { ...livekitProperties, video: { roomJoin: true, room: "2kyv-gzay-64pg" } },
        report: [
          'moved room, try: room name "2kyv-gzay-64pg"',
          ...sendsWhatIsDocumented,
          'narrowed rights.moderate.media, try: policy vouch {"moderate":true}',
          'narrowed rights.moderate.remove, try: policy vouch {"moderate":true}',
          "narrowed rights.admit",
          ...recordsNothing,
        ],
        room: [],
      },
    },
  },
  {
    name: "a moderator, vouched for",
    from: "videosdk",
    claims: {
      apikey: "key",
      permissions: ["allow_join", "allow_mod"],
      version: 2,
      roles: ["rtc"],
      roomId: "2kyv-gzay-64pg",
      participantId: "u_1",
      exp,
    },
    policy: { vouch: { moderate: true } },
    becomes: {
      livekit: {
        properties: { ...livekitProperties, video: { roomJoin: true, roomAdmin: true, room: "2kyv-gzay-64pg" } },
        report: [
          'moved room, try: room name "2kyv-gzay-64pg"',
          ...sendsWhatIsDocumented,
          "narrowed rights.admit",
          "narrowed rights.record",
          "narrowed rights.livestream",
          "advisory rights.transcribe",
        ],
        room: [],
      },
    },
  },
  {
    name: "asks to enter",
    from: "videosdk",
    claims: {
      apikey: "key",
      permissions: ["ask_join"],
      version: 2,
      roles: ["rtc"],
      roomId: "2kyv-gzay-64pg",
      participantId: "u_1",
      exp,
    },
    becomes: {
      livekit: withheld("entry"),
    },
  },
  {
    name: "asks to enter, and the caller lets people walk in",
    from: "videosdk",
    claims: {
      apikey: "key",
      permissions: ["ask_join"],
      version: 2,
      roles: ["rtc"],
      roomId: "2kyv-gzay-64pg",
      participantId: "u_1",
      exp,
    },
    policy: { allowWidening: ["entry"] },
    becomes: {
      livekit: {
        properties: { ...livekitProperties, video: { roomJoin: true, room: "2kyv-gzay-64pg" } },
        report: [
          'moved room, try: room name "2kyv-gzay-64pg"',
          "widened entry",
          ...sendsWhatIsDocumented,
          ...recordsNothing,
        ],
        room: [],
      },
    },
  },
  {
    name: "asks and joins at once",
    from: "videosdk",
    claims: {
      apikey: "key",
      permissions: ["ask_join", "allow_join"],
      version: 2,
      roles: ["rtc"],
      roomId: "2kyv-gzay-64pg",
      participantId: "u_1",
      exp,
    },
    becomes: {
      livekit: withheld("entry"),
    },
  },
  {
    name: "for the server API",
    from: "videosdk",
    claims: {
      apikey: "key",
      permissions: ["allow_join"],
      version: 2,
      roles: ["crawler"],
      roomId: "2kyv-gzay-64pg",
      participantId: "u_1",
      exp,
    },
    becomes: {
      livekit: { refused: ["purpose"] },
    },
  },
  {
    name: "for a participant and the server API",
    from: "videosdk",
    claims: {
      apikey: "key",
      permissions: ["allow_join"],
      version: 2,
      roles: ["crawler", "rtc"],
      roomId: "2kyv-gzay-64pg",
      participantId: "u_1",
      exp,
    },
    becomes: {
      livekit: {
        properties: { ...livekitProperties, video: { roomJoin: true, room: "2kyv-gzay-64pg" } },
        report: [
          'moved room, try: room name "2kyv-gzay-64pg"',
          "narrowed purpose",
          ...sendsWhatIsDocumented,
          "narrowed rights.admit",
          ...recordsNothing,
        ],
        room: [],
      },
    },
  },
  {
    name: "without a version, so that nobody knows what counts",
    from: "videosdk",
    claims: {
      apikey: "key",
      permissions: ["allow_join"],
      roles: ["rtc"],
      roomId: "2kyv-gzay-64pg",
      participantId: "u_1",
      exp,
    },
    becomes: {
      livekit: {
        properties: { ...livekitProperties, video: { roomJoin: true, room: "2kyv-gzay-64pg" } },
        report: [
          'moved room, try: room name "2kyv-gzay-64pg"',
          ...sendsWhatIsDocumented,
          "narrowed rights.admit",
          ...recordsNothing,
        ],
        room: [],
      },
    },
  },
  {
    name: "without roles or a version",
    from: "videosdk",
    claims: { apikey: "key", permissions: ["allow_join"], roomId: "2kyv-gzay-64pg", participantId: "u_1", exp },
    becomes: {
      livekit: {
        properties: { ...livekitProperties, video: { roomJoin: true, room: "2kyv-gzay-64pg" } },
        report: [
          'moved room, try: room name "2kyv-gzay-64pg"',
          ...sendsWhatIsDocumented,
          "narrowed rights.admit",
          ...recordsNothing,
        ],
        room: [],
      },
    },
  },
  {
    name: "every room",
    from: "videosdk",
    claims: { apikey: "key", permissions: ["allow_join"], version: 2, roles: ["rtc"], participantId: "u_1", exp },
    becomes: {
      livekit: { refused: ["room, try: policy narrow.room"] },
    },
  },
  {
    name: "every room, narrowed to one",
    from: "videosdk",
    claims: { apikey: "key", permissions: ["allow_join"], version: 2, roles: ["rtc"], participantId: "u_1", exp },
    policy: { narrow: { room: "standup" } },
    becomes: {
      livekit: {
        properties: livekitProperties,
        report: [
          'moved room, try: room name "standup"',
          "narrowed room",
          ...sendsWhatIsDocumented,
          "narrowed rights.admit",
          ...recordsNothing,
        ],
        room: [],
      },
    },
  },
  {
    name: "no expiry",
    from: "videosdk",
    claims: {
      apikey: "key",
      permissions: ["allow_join"],
      version: 2,
      roles: ["rtc"],
      roomId: "2kyv-gzay-64pg",
      participantId: "u_1",
    },
    becomes: {
      livekit: { refused: ["expiresAt, try: policy narrow.expiresAt"] },
    },
  },
  {
    name: "a not-before, which VideoSDK may pass over",
    from: "videosdk",
    claims: {
      apikey: "key",
      permissions: ["allow_join"],
      version: 2,
      roles: ["rtc"],
      roomId: "2kyv-gzay-64pg",
      participantId: "u_1",
      exp,
      nbf: now + 60,
    },
    becomes: {
      livekit: {
        properties: { ...livekitProperties, nbf: now + 60, video: { roomJoin: true, room: "2kyv-gzay-64pg" } },
        report: [
          'moved room, try: room name "2kyv-gzay-64pg"',
          ...sendsWhatIsDocumented,
          "narrowed rights.admit",
          ...recordsNothing,
        ],
        room: [],
      },
    },
  },
];
