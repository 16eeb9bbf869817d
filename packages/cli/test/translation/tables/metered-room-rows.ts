import { now } from "../vendors.ts";
import type { Row } from "./row.ts";
import { mayRecord, mayRecordWhereTheRoomLets, mayRemoveAndAdmit, sendsWhatIsDocumented } from "./usual-lines.ts";

const exp = now + 3600;
const token = { data: { roomName: "standup", expireUnixSec: exp } };
const inRoom = (source: Readonly<Record<string, unknown>>) => ({ rooms: { source } });
const staysOn = 'stay.endsAtExpiry, try: policy allowWidening ["stay.endsAtExpiry"]';

/** Metered's tokens for rooms whose settings are known. */
export const meteredInRooms: readonly Row[] = [
  {
    name: "a room that removes everybody at its end, after the token's",
    from: "metered",
    claims: token,
    policy: inRoom({ expireUnixSec: exp + 700, ejectAtRoomExp: true }),
    becomes: {
      daily: {
        properties: { room_name: "standup", exp, eject_at_token_exp: true, permissions: { canAdmin: false } },
        report: ['moved room, try: room name "standup"', ...sendsWhatIsDocumented, ...mayRecordWhereTheRoomLets],
        room: ['room privacy "private"'],
      },
      videosdk: { refused: [staysOn] },
    },
  },
  {
    name: "a room that removes everybody at its end, before the token's",
    from: "metered",
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
    name: "a room that is said to have audio only, which nobody describes",
    from: "metered",
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
