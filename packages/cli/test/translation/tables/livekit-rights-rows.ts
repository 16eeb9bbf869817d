import {
  asAGuest,
  dailyProperties,
  guestClaims,
  guestWho,
  meteredProperties,
  silentlySends,
  silentlySendsAtDaily,
  tracks,
  videosdkProperties,
  withheld,
} from "./livekit-lines.ts";
import type { Row } from "./row.ts";
import { mayRecord, mayRecordWhereTheRoomLets, mayRemoveAndAdmit } from "./usual-lines.ts";

/** LiveKit's tokens that give or withhold single rights. */
export const livekitRights: readonly Row[] = [
  { name: "joins one room as one person", from: "livekit", claims: guestClaims, becomes: asAGuest },
  {
    name: "says out loud that everything is allowed",
    from: "livekit",
    claims: guestWho({ canPublish: true, canPublishData: true, canSubscribe: true, hidden: false }),
    becomes: {
      daily: {
        properties: {
          ...dailyProperties,
          enable_screenshare: true,
          permissions: { hasPresence: true, canSend: true, canReceive: { base: true }, canAdmin: false },
        },
        report: ['moved room, try: room name "standup"', "moved rights.publish.data", "advisory rights.record"],
        room: ['room privacy "private"'],
      },
      metered: {
        properties: meteredProperties,
        report: [
          'moved room, try: room roomName "standup"',
          "moved rights.publish{microphone,camera,screen}, try: room ownerOnlyBroadcast",
          "moved rights.publish.screenAudio",
          "moved rights.publish.custom",
          "moved rights.publish.data",
          "moved rights.subscribe",
          "moved rights.visible",
          ...mayRecord,
        ],
        room: ['room roomName "standup"', 'room privacy "private"'],
      },
      videosdk: {
        properties: videosdkProperties,
        report: [
          'moved room, try: room customRoomId "standup"',
          "moved rights.publish{microphone,camera,screen,screenAudio,custom,data}",
          "moved rights.subscribe",
          "moved rights.visible",
          ...mayRemoveAndAdmit,
          ...mayRecord,
        ],
        join: { participantId: "u_1" },
        room: ['room customRoomId "standup"'],
      },
    },
  },
  {
    name: "a moderator",
    from: "livekit",
    claims: guestWho({ roomAdmin: true }),
    becomes: {
      daily: {
        properties: { ...dailyProperties, permissions: { canAdmin: ["participants"] } },
        report: [
          'moved room, try: room name "standup"',
          ...silentlySendsAtDaily,
          "advisory rights.admit",
          "advisory rights.record",
        ],
        room: ['room privacy "private"'],
      },
      metered: {
        properties: meteredProperties,
        report: [
          'moved room, try: room roomName "standup"',
          ...silentlySends,
          'narrowed rights.moderate{media,remove,permissions}, try: policy vouch {"admit":true}',
          ...mayRecord,
        ],
        room: ['room roomName "standup"', 'room privacy "private"'],
      },
      videosdk: {
        properties: { ...videosdkProperties, permissions: ["allow_join", "allow_mod"] },
        report: [
          'moved room, try: room customRoomId "standup"',
          ...silentlySends,
          "advisory rights.moderate.remove",
          "narrowed rights.moderate.permissions",
          "advisory rights.admit",
          ...mayRecord,
        ],
        join: { participantId: "u_1" },
        room: ['room customRoomId "standup"'],
      },
    },
  },
  { name: "no moderator, said out loud", from: "livekit", claims: guestWho({ roomAdmin: false }), becomes: asAGuest },
  {
    name: "receives nothing",
    from: "livekit",
    claims: guestWho({ canSubscribe: false }),
    becomes: {
      daily: {
        properties: { ...dailyProperties, permissions: { canReceive: { base: false }, canAdmin: false } },
        report: [
          'moved room, try: room name "standup"',
          "assumed rights.publish{microphone,camera,screen,screenAudio,custom}",
          "assumed rights.publish.data",
          "assumed rights.visible",
          "advisory rights.record",
        ],
        room: ['room privacy "private"'],
      },
      metered: withheld("rights.subscribe"),
      videosdk: withheld("rights.subscribe"),
    },
  },
  {
    name: "is hidden",
    from: "livekit",
    claims: guestWho({ hidden: true }),
    becomes: {
      daily: {
        properties: { ...dailyProperties, permissions: { hasPresence: false, canAdmin: false } },
        report: [
          'moved room, try: room name "standup"',
          "assumed rights.publish{microphone,camera,screen,screenAudio,custom}",
          "assumed rights.publish.data",
          "assumed rights.subscribe",
          "advisory rights.record",
        ],
        room: ['room privacy "private"'],
      },
      metered: withheld("rights.visible"),
      videosdk: withheld("rights.visible"),
    },
  },
  {
    name: "a moderator whose limits are the moderator's own to lift",
    from: "livekit",
    claims: guestWho({ roomAdmin: true, canPublish: false, canPublishData: true }),
    becomes: {
      daily: {
        properties: {
          ...dailyProperties,
          enable_screenshare: false,
          permissions: { canSend: false, canAdmin: ["participants"] },
        },
        report: [
          'moved room, try: room name "standup"',
          "moved rights.publish.data",
          "assumed rights.subscribe",
          "assumed rights.visible",
          "advisory rights.admit",
          "advisory rights.record",
        ],
        room: ['room privacy "private"'],
      },
      metered: withheld(...tracks),
      videosdk: withheld(...tracks),
    },
  },
  {
    name: "a hidden moderator",
    from: "livekit",
    claims: guestWho({ roomAdmin: true, hidden: true }),
    becomes: {
      daily: {
        properties: { ...dailyProperties, permissions: { hasPresence: false, canAdmin: ["participants"] } },
        report: [
          'moved room, try: room name "standup"',
          "assumed rights.publish{microphone,camera,screen,screenAudio,custom}",
          "assumed rights.publish.data",
          "assumed rights.subscribe",
          "advisory rights.admit",
          "advisory rights.record",
        ],
        room: ['room privacy "private"'],
      },
      metered: withheld("rights.visible"),
      videosdk: withheld("rights.visible"),
    },
  },
  {
    name: "the text false, which gives nothing",
    from: "livekit",
    claims: guestWho({ canPublish: "false", canPublishData: true }),
    becomes: {
      daily: { refused: ["claims.video.canPublish"] },
      metered: { refused: ["claims.video.canPublish", ...withheld(...tracks).refused] },
      videosdk: { refused: ["claims.video.canPublish", ...withheld(...tracks).refused] },
    },
  },
  {
    name: "a guest, of whom nothing is assumed",
    from: "livekit",
    claims: guestClaims,
    policy: { assume: "nothing" },
    becomes: {
      daily: {
        properties: { ...dailyProperties, permissions: { canAdmin: false } },
        report: [
          'moved room, try: room name "standup"',
          "advisory rights.publish{microphone,camera,screen,screenAudio,custom}",
          "advisory rights.publish.data",
          "advisory rights.subscribe",
          "advisory rights.visible",
          'narrowed rights.moderate{media,remove,permissions}, try: policy vouch {"moderate":true}',
          'narrowed rights.admit, try: policy vouch {"moderate":true,"admit":true,"livestream":true,"transcribe":true}',
          ...mayRecordWhereTheRoomLets,
        ],
        room: ['room privacy "private"'],
      },
      metered: {
        properties: meteredProperties,
        report: [
          'moved room, try: room roomName "standup"',
          "advisory rights.publish{microphone,camera,screen,screenAudio,custom,data}",
          "advisory rights.subscribe",
          "advisory rights.visible",
          'narrowed rights.moderate{media,remove,permissions}, try: policy vouch {"moderate":true,"admit":true}',
          'narrowed rights.admit, try: policy vouch {"moderate":true,"admit":true}',
          ...mayRecord,
        ],
        room: ['room roomName "standup"', 'room privacy "private"'],
      },
      videosdk: {
        properties: videosdkProperties,
        report: [
          'moved room, try: room customRoomId "standup"',
          "advisory rights.publish{microphone,camera,screen,screenAudio,custom,data}",
          "advisory rights.subscribe",
          "advisory rights.visible",
          'narrowed rights.moderate.media, try: policy vouch {"moderate":{"media":true,"remove":true}}',
          "advisory rights.moderate.remove",
          "narrowed rights.moderate.permissions",
          "advisory rights.admit",
          ...mayRecord,
        ],
        join: { participantId: "u_1" },
        room: ['room customRoomId "standup"'],
      },
    },
  },
];
