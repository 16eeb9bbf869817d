import { mayRecord, mayRemoveAndAdmit, sendsAndReceives } from "./translate-lines.mjs";
import { expiresAt as exp, now } from "./words.mjs";

const guest = { r: "standup", exp };

/** Daily's tokens by where and when they are good. */
export const dailyBounds = [
  {
    id: "not-before-past",
    comment: "a not-before in the past",
    claims: { ...guest, nbf: now - 60 },
    becomes: {
      metered: {
        properties: { roomName: "standup", expireUnixSec: exp, notBeforeUnixSec: now - 60, isAdmin: false },
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
    id: "not-before-zero",
    comment: "a not-before of zero",
    claims: { ...guest, nbf: 0 },
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
    id: "not-before-future",
    comment: "a not-before to come",
    claims: { ...guest, nbf: now + 60 },
    becomes: {
      metered: {
        properties: { roomName: "standup", expireUnixSec: exp, notBeforeUnixSec: now + 60, isAdmin: false },
        report: ['moved room, try: room roomName "standup"', ...sendsAndReceives, ...mayRecord],
        room: ['room roomName "standup"', 'room privacy "private"'],
      },
      videosdk: { refused: ['notBefore, try: policy allowWidening ["notBefore"]'] },
    },
  },
  {
    id: "no-expiry",
    twin: "no-expiry-given",
    comment: "no expiry",
    claims: { r: "standup" },
    becomes: {
      metered: { refused: ["expiresAt, try: policy narrow.expiresAt"] },
      videosdk: { refused: ["expiresAt, try: policy narrow.expiresAt"] },
    },
  },
  {
    id: "no-expiry-given",
    comment: "no expiry, given by the caller",
    claims: { r: "standup" },
    policy: { narrow: { expiresAt: exp } },
    becomes: {
      metered: {
        properties: { roomName: "standup", expireUnixSec: exp, isAdmin: false },
        report: ['moved room, try: room roomName "standup"', "narrowed expiresAt", ...sendsAndReceives, ...mayRecord],
        room: ['room roomName "standup"', 'room privacy "private"'],
      },
      videosdk: {
        properties: { permissions: ["allow_join"], version: 2, roomId: "standup", roles: ["rtc"], exp },
        report: [
          'moved room, try: room customRoomId "standup"',
          "narrowed expiresAt",
          ...sendsAndReceives,
          ...mayRemoveAndAdmit,
          ...mayRecord,
        ],
        room: ['room customRoomId "standup"'],
      },
    },
  },
  {
    id: "no-expiry-meant",
    comment: "no expiry, and the caller says that this is meant",
    claims: { r: "standup" },
    policy: { allowNoExpiry: true },
    becomes: {
      metered: {
        properties: { roomName: "standup", isAdmin: false },
        report: ['moved room, try: room roomName "standup"', ...sendsAndReceives, ...mayRecord],
        room: ['room roomName "standup"', 'room privacy "private"'],
      },
      videosdk: {
        properties: { permissions: ["allow_join"], version: 2, roomId: "standup", roles: ["rtc"] },
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
    id: "expired",
    comment: "an expiry that is over",
    claims: { ...guest, exp: now - 1 },
    becomes: { metered: { refused: ["expiresAt"] }, videosdk: { refused: ["expiresAt"] } },
  },
  {
    id: "every-room",
    twin: "every-room-narrowed",
    comment: "every room",
    claims: { exp },
    becomes: {
      metered: { refused: ["room, try: policy narrow.room"] },
      videosdk: { refused: ["room, try: policy narrow.room"] },
    },
  },
  {
    id: "every-room-narrowed",
    comment: "every room, narrowed to one",
    claims: { exp },
    policy: { narrow: { room: "standup" } },
    becomes: {
      metered: {
        properties: { roomName: "standup", expireUnixSec: exp, isAdmin: false },
        report: ['moved room, try: room roomName "standup"', "narrowed room", ...sendsAndReceives, ...mayRecord],
        room: ['room roomName "standup"', 'room privacy "private"'],
      },
      videosdk: {
        properties: { permissions: ["allow_join"], version: 2, roomId: "standup", roles: ["rtc"], exp },
        report: [
          'moved room, try: room customRoomId "standup"',
          "narrowed room",
          ...sendsAndReceives,
          ...mayRemoveAndAdmit,
          ...mayRecord,
        ],
        room: ['room customRoomId "standup"'],
      },
    },
  },
];
