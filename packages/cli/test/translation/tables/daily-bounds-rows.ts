import { now } from "../vendors.ts";
import type { Row } from "./row.ts";
import { mayRecord, mayRemoveAndAdmit, sendsAndReceives } from "./usual-lines.ts";

const exp = now + 3600;
const guest = { r: "standup", exp };

/** Daily's tokens by where and when they are good. */
export const dailyBounds: readonly Row[] = [
  {
    name: "a not-before in the past",
    from: "daily",
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
    name: "a not-before of zero",
    from: "daily",
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
    name: "a not-before to come",
    from: "daily",
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
    name: "no expiry",
    from: "daily",
    claims: { r: "standup" },
    becomes: {
      metered: { refused: ["expiresAt, try: policy narrow.expiresAt"] },
      videosdk: { refused: ["expiresAt, try: policy narrow.expiresAt"] },
    },
  },
  {
    name: "no expiry, given by the caller",
    from: "daily",
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
    name: "no expiry, and the caller says that this is meant",
    from: "daily",
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
    name: "an expiry that is over",
    from: "daily",
    claims: { ...guest, exp: now - 1 },
    becomes: { metered: { refused: ["expiresAt"] }, videosdk: { refused: ["expiresAt"] } },
  },
  {
    name: "every room",
    from: "daily",
    claims: { exp },
    becomes: {
      metered: { refused: ["room, try: policy narrow.room"] },
      videosdk: { refused: ["room, try: policy narrow.room"] },
    },
  },
  {
    name: "every room, narrowed to one",
    from: "daily",
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
