import { now } from "../vendors.ts";
import type { Row } from "./row.ts";
import { mayRecord, mayRemoveAndAdmit, sendsAndReceives } from "./usual-lines.ts";

const exp = now + 3600;
const guest = { r: "standup", exp };

/** Daily's tokens that need the caller, and what the caller can do. */
export const dailyPolicies: readonly Row[] = [
  {
    name: "a member that Daily's own bridge writes",
    from: "daily",
    claims: { ...guest, otcd: "level=4" },
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
    name: "a member that nobody knows",
    from: "daily",
    claims: { ...guest, seat: 4 },
    becomes: {
      metered: { refused: ['unknown.seat, try: policy ignoreUnknown ["seat"]'] },
      videosdk: { refused: ['unknown.seat, try: policy ignoreUnknown ["seat"]'] },
    },
  },
  {
    name: "a member that nobody knows, passed over",
    from: "daily",
    claims: { ...guest, seat: 4 },
    policy: { ignoreUnknown: ["seat"] },
    becomes: {
      metered: {
        properties: { roomName: "standup", expireUnixSec: exp, isAdmin: false },
        report: ['moved room, try: room roomName "standup"', ...sendsAndReceives, ...mayRecord, "dropped unknown.seat"],
        room: ['room roomName "standup"', 'room privacy "private"'],
      },
      videosdk: {
        properties: { permissions: ["allow_join"], version: 2, roomId: "standup", roles: ["rtc"], exp },
        report: [
          'moved room, try: room customRoomId "standup"',
          ...sendsAndReceives,
          ...mayRemoveAndAdmit,
          ...mayRecord,
          "dropped unknown.seat",
        ],
        room: ['room customRoomId "standup"'],
      },
    },
  },
  {
    name: "a property that nobody documents",
    from: "daily",
    claims: { ...guest, ij: true },
    becomes: {
      metered: { refused: ['extensions.daily.intercom_join_alert, try: policy ignoreUnknown ["intercom_join_alert"]'] },
      videosdk: {
        refused: ['extensions.daily.intercom_join_alert, try: policy ignoreUnknown ["intercom_join_alert"]'],
      },
    },
  },
  {
    name: "a claim that cannot be read",
    from: "daily",
    claims: { ...guest, er: false },
    becomes: {
      metered: { refused: ["claims.er"] },
      videosdk: { refused: ["claims.er"] },
    },
  },
  {
    name: "an id with white space",
    from: "daily",
    claims: { ...guest, ud: "Ada L" },
    becomes: {
      metered: {
        properties: { roomName: "standup", expireUnixSec: exp, externalUserId: "Ada L", isAdmin: false },
        report: ['moved room, try: room roomName "standup"', ...sendsAndReceives, ...mayRecord],
        room: ['room roomName "standup"', 'room privacy "private"'],
      },
      videosdk: { refused: ["participant.id"] },
    },
  },
  {
    name: "two lost limits, both allowed to widen",
    from: "daily",
    claims: { ...guest, eje: 60, p: { cs: "v,a" } },
    policy: { allowWidening: ["rights.publish", "stay"] },
    becomes: {
      metered: {
        properties: { roomName: "standup", expireUnixSec: exp, ejectAfterElapsedTimeInSec: 60, isAdmin: false },
        report: [
          'moved room, try: room roomName "standup"',
          "moved rights.publish{microphone,camera}, try: room ownerOnlyBroadcast",
          "widened rights.publish.screen, try: room ownerOnlyBroadcast",
          "widened rights.publish.screenAudio",
          "widened rights.publish.custom",
          "advisory rights.publish.data",
          "assumed rights.subscribe",
          "assumed rights.visible",
          ...mayRecord,
        ],
        room: ['room roomName "standup"', 'room privacy "private"'],
      },
      videosdk: {
        properties: { permissions: ["allow_join"], version: 2, roomId: "standup", roles: ["rtc"], exp },
        report: [
          'moved room, try: room customRoomId "standup"',
          "widened stay.maxSeconds",
          "moved rights.publish.microphone",
          "moved rights.publish.camera",
          "widened rights.publish{screen,screenAudio,custom}",
          "advisory rights.publish.data",
          "assumed rights.subscribe",
          "assumed rights.visible",
          ...mayRemoveAndAdmit,
          ...mayRecord,
        ],
        room: ['room customRoomId "standup"'],
      },
    },
  },
  {
    name: "has to knock, and the caller lets people walk in",
    from: "daily",
    claims: { ...guest, k: true },
    policy: { allowWidening: ["entry"] },
    becomes: {
      metered: {
        properties: { roomName: "standup", expireUnixSec: exp, isAdmin: false },
        report: [
          'moved room, try: room roomName "standup"',
          "widened entry, try: room enableRequestToJoin true",
          ...sendsAndReceives,
          ...mayRecord,
        ],
        room: ['room roomName "standup"', 'room privacy "private"'],
      },
      videosdk: {
        properties: { permissions: ["ask_join"], version: 2, roomId: "standup", roles: ["rtc"], exp },
        report: [
          'moved room, try: room customRoomId "standup"',
          ...sendsAndReceives,
          "advisory rights.moderate.remove",
          ...mayRecord,
        ],
        room: ['room customRoomId "standup"'],
      },
    },
  },
  {
    name: "moderation that must not be narrowed",
    from: "daily",
    claims: { ...guest, o: true },
    policy: { require: ["rights.moderate"] },
    becomes: {
      metered: {
        properties: { roomName: "standup", expireUnixSec: exp, isAdmin: true },
        report: [
          'moved room, try: room roomName "standup"',
          ...sendsAndReceives,
          "advisory rights.moderate{media,remove,permissions}",
          "advisory rights.record",
          "moved rights.livestream",
          "moved rights.transcribe",
        ],
        room: ['room roomName "standup"', 'room privacy "private"'],
      },
      videosdk: { refused: ["rights.moderate.permissions"] },
    },
  },
  {
    name: "an owner without its powers over others",
    from: "daily",
    claims: { ...guest, o: true },
    policy: { narrow: { rights: { moderate: false, admit: false } } },
    becomes: {
      metered: {
        properties: { roomName: "standup", expireUnixSec: exp, isAdmin: false },
        report: [
          'moved room, try: room roomName "standup"',
          ...sendsAndReceives,
          "narrowed rights.moderate{media,remove,permissions}",
          "narrowed rights.admit",
          "advisory rights.record",
          "moved rights.livestream",
          "moved rights.transcribe",
        ],
        room: ['room roomName "standup"', 'room privacy "private"'],
      },
      videosdk: {
        refused: [
          'rights.moderate.remove, try: policy allowWidening ["rights.moderate.remove"]',
          'rights.admit, try: policy allowWidening ["rights.admit"]',
        ],
      },
    },
  },
  {
    name: "nothing taken for granted",
    from: "daily",
    claims: guest,
    policy: { assume: "nothing" },
    becomes: {
      metered: {
        properties: { roomName: "standup", expireUnixSec: exp, isAdmin: false },
        report: [
          'moved room, try: room roomName "standup"',
          "advisory rights.publish{microphone,camera,screen,screenAudio,custom}",
          "advisory rights.publish.data",
          "advisory rights.subscribe",
          "advisory rights.visible",
          'narrowed rights.moderate{media,remove,permissions}, try: policy vouch {"moderate":true,"admit":true}',
          'narrowed rights.admit, try: policy vouch {"moderate":true,"admit":true}',
          ...mayRecord,
        ],
        room: ['room roomName "standup"', 'room privacy "private"'],
      },
      videosdk: {
        properties: { permissions: ["allow_join"], version: 2, roomId: "standup", roles: ["rtc"], exp },
        report: [
          'moved room, try: room customRoomId "standup"',
          "advisory rights.publish{microphone,camera,screen,screenAudio,custom}",
          "advisory rights.publish.data",
          "advisory rights.subscribe",
          "advisory rights.visible",
          'narrowed rights.moderate.media, try: policy vouch {"moderate":{"media":true,"remove":true}}',
          "advisory rights.moderate.remove",
          "narrowed rights.moderate.permissions",
          "advisory rights.admit",
          ...mayRecord,
        ],
        room: ['room customRoomId "standup"'],
      },
    },
  },
  {
    name: "only what is certain",
    from: "daily",
    claims: guest,
    policy: { strict: true },
    becomes: {
      metered: {
        refused: [
          "rights.publish.microphone, try: policy strict false",
          "rights.publish.camera, try: policy strict false",
          "rights.publish.screen, try: policy strict false",
          "rights.publish.screenAudio, try: policy strict false",
          "rights.publish.custom, try: policy strict false",
          "rights.publish.data, try: policy strict false",
          "rights.subscribe, try: policy strict false",
          "rights.visible, try: policy strict false",
          "rights.record, try: policy strict false",
          "rights.livestream, try: policy strict false",
          "rights.transcribe, try: policy strict false",
        ],
      },
      videosdk: {
        refused: [
          "rights.publish.microphone, try: policy strict false",
          "rights.publish.camera, try: policy strict false",
          "rights.publish.screen, try: policy strict false",
          "rights.publish.screenAudio, try: policy strict false",
          "rights.publish.custom, try: policy strict false",
          "rights.publish.data, try: policy strict false",
          "rights.subscribe, try: policy strict false",
          "rights.visible, try: policy strict false",
          "rights.moderate.remove, try: policy strict false",
          "rights.admit, try: policy strict false",
          "rights.record, try: policy strict false",
          "rights.livestream, try: policy strict false",
          "rights.transcribe, try: policy strict false",
        ],
      },
    },
  },
];
