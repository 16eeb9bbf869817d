import { now } from "../vendors.ts";
import type { Row } from "./row.ts";
import { mayRecord, mayRemoveAndAdmit, sendsAndReceives } from "./usual-lines.ts";

const exp = now + 3600;
const guest = { r: "standup", exp };

const allow = (path: string) => `${path}, try: policy allowWidening ["${path}"]`;

/** Daily's tokens that deny in doubt, and those for a room that is known to open or to close. */
export const dailyInDoubt: readonly Row[] = [
  {
    name: "has its two switches of the screen set against each other",
    from: "daily",
    claims: { ...guest, ss: true, p: { cs: "v,a" } },
    becomes: {
      metered: {
        refused: [allow("rights.publish.screen"), allow("rights.publish.screenAudio"), allow("rights.publish.custom")],
      },
      videosdk: {
        refused: [allow("rights.publish.screen"), allow("rights.publish.screenAudio"), allow("rights.publish.custom")],
      },
    },
  },
  {
    name: "is an owner who is not to be seen",
    from: "daily",
    claims: { ...guest, o: true, p: { hp: false } },
    becomes: {
      metered: { refused: [allow("rights.visible")] },
      videosdk: { refused: [allow("rights.visible")] },
    },
  },
  {
    name: "is good for longer than its room",
    from: "daily",
    claims: guest,
    policy: { rooms: { source: { exp: now + 700 } } },
    becomes: {
      metered: {
        properties: { roomName: "standup", expireUnixSec: now + 700, isAdmin: false },
        report: ['moved room, try: room roomName "standup"', ...sendsAndReceives, ...mayRecord],
        room: ['room roomName "standup"', 'room privacy "private"'],
      },
      videosdk: {
        properties: { permissions: ["allow_join"], version: 2, roomId: "standup", roles: ["rtc"], exp: now + 700 },
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
    name: "is good before its room opens",
    from: "daily",
    claims: guest,
    policy: { rooms: { source: { nbf: now + 60 } } },
    becomes: {
      metered: {
        properties: { roomName: "standup", expireUnixSec: exp, notBeforeUnixSec: now + 60, isAdmin: false },
        report: ['moved room, try: room roomName "standup"', ...sendsAndReceives, ...mayRecord],
        room: ['room roomName "standup"', 'room privacy "private"'],
      },
      videosdk: { refused: [allow("notBefore")] },
    },
  },
  {
    name: "is for a room that has closed",
    from: "daily",
    claims: guest,
    policy: { rooms: { source: { exp: now - 1 } } },
    becomes: { metered: { refused: ["expiresAt"] }, videosdk: { refused: ["expiresAt"] } },
  },
];
