import { mayRecord, mayRemoveAndAdmit, sendsAndReceives } from "./translate-lines.mjs";
import { expiresAt as exp, now } from "./words.mjs";

const guest = { r: "standup", exp };

const allow = (path) => `${path}, try: policy allowWidening ["${path}"]`;

/** Daily's tokens that deny in doubt, and those for a room that is known to open or to close. */
export const dailyInDoubt = [
  {
    id: "screen-switches-in-conflict",
    comment: "has its two switches of the screen set against each other",
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
    id: "hidden-owner",
    comment: "is an owner who is not to be seen",
    claims: { ...guest, o: true, p: { hp: false } },
    becomes: {
      metered: { refused: [allow("rights.visible")] },
      videosdk: { refused: [allow("rights.visible")] },
    },
  },
  {
    id: "room-closes",
    comment: "is good for longer than its room",
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
    id: "room-opens",
    comment: "is good before its room opens",
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
    id: "room-closed",
    comment: "is for a room that has closed",
    claims: guest,
    policy: { rooms: { source: { exp: now - 1 } } },
    becomes: { metered: { refused: ["expiresAt"] }, videosdk: { refused: ["expiresAt"] } },
  },
];
