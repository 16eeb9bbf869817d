// Metered's tokens for rooms whose settings are known.
import { mayRecord, mayRecordWhereTheRoomLets, mayRemoveAndAdmit, sendsWhatIsDocumented } from "./translate-lines.mjs";
import { expiresAt as exp } from "./words.mjs";

const token = { data: { roomName: "standup", expireUnixSec: exp } };
const inRoom = (source) => ({ rooms: { source } });
const staysOn = 'stay.endsAtExpiry, try: policy allowWidening ["stay.endsAtExpiry"]';

export const meteredInRooms = [
  {
    id: "ended-by-later-room",
    twin: "ended-by-both-rooms",
    comment: "a room that removes everybody at its end, after the token's",
    claims: token,
    policy: inRoom({ expireUnixSec: exp + 700, ejectAtRoomExp: true }),
    becomes: {
      daily: {
        properties: { room_name: "standup", exp, eject_at_token_exp: true, permissions: { canAdmin: false } },
        report: ['moved room, try: room name "standup"', ...sendsWhatIsDocumented, ...mayRecordWhereTheRoomLets],
        room: ['room privacy "private"'],
      },
      metered: { refused: [staysOn] },
      videosdk: { refused: [staysOn] },
    },
  },
  {
    id: "ended-by-earlier-room",
    comment: "a room that removes everybody at its end, before the token's",
    claims: token,
    policy: inRoom({ expireUnixSec: exp - 700, ejectAtRoomExp: true }),
    becomes: {
      daily: {
        properties: {
          room_name: "standup",
          exp: exp - 700,
          eject_at_token_exp: true,
          permissions: { canAdmin: false },
        },
        report: ['moved room, try: room name "standup"', ...sendsWhatIsDocumented, ...mayRecordWhereTheRoomLets],
        room: ['room privacy "private"'],
      },
      videosdk: { refused: [staysOn] },
    },
  },
  {
    id: "ended-by-both-rooms",
    comment: "two rooms that remove everybody, the new one at the token's end",
    claims: token,
    policy: {
      rooms: {
        source: { expireUnixSec: exp + 700, ejectAtRoomExp: true },
        target: { expireUnixSec: exp, ejectAtRoomExp: true },
      },
    },
    becomes: {
      metered: {
        properties: { roomName: "standup", expireUnixSec: exp, isAdmin: false },
        report: ['moved room, try: room roomName "standup"', ...sendsWhatIsDocumented, ...mayRecord],
        room: ['room roomName "standup"', 'room privacy "private"'],
      },
    },
  },
  {
    id: "audio-only-room",
    comment: "a room that is said to have audio only, which nobody describes",
    claims: token,
    policy: inRoom({ audioOnlyRoom: true }),
    becomes: {
      daily: {
        properties: {
          room_name: "standup",
          exp,
          enable_screenshare: false,
          permissions: { canSend: ["audio"], canAdmin: false },
        },
        report: [
          'moved room, try: room name "standup"',
          "assumed rights.publish.microphone",
          'narrowed rights.publish.screen, try: policy vouch {"publish":{"screen":true}}',
          'narrowed rights.publish.screenAudio, try: policy vouch {"publish":{"screenAudio":true}}',
          'narrowed rights.publish.custom, try: policy vouch {"publish":{"custom":true}}',
          "advisory rights.publish.data",
          "assumed rights.subscribe",
          "assumed rights.visible",
          ...mayRecordWhereTheRoomLets,
        ],
        room: ['room privacy "private"'],
      },
      videosdk: {
        properties: { permissions: ["allow_join"], version: 2, roomId: "standup", roles: ["rtc"], exp },
        report: [
          'moved room, try: room customRoomId "standup"',
          "assumed rights.publish.microphone",
          "advisory rights.publish.camera",
          "advisory rights.publish.screen",
          "advisory rights.publish{screenAudio,custom,data}",
          "assumed rights.subscribe",
          "assumed rights.visible",
          ...mayRemoveAndAdmit,
          ...mayRecord,
        ],
        room: ['room customRoomId "standup"'],
      },
    },
  },
];
