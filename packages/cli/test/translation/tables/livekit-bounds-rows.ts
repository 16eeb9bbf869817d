import { now } from "../vendors.ts";
import {
  asAGuest,
  dailyProperties,
  guestClaims,
  guestWho,
  meteredProperties,
  nowhere,
  silentlySends,
  silentlySendsAtDaily,
  videosdkProperties,
  withheld,
} from "./livekit-lines.ts";
import type { Row } from "./row.ts";
import { mayRecord, mayRemoveAndAdmit } from "./usual-lines.ts";

const exp = now + 3600;

/** LiveKit's tokens by where, when and for whom they are good, and by what has no neutral name. */
export const livekitBounds: readonly Row[] = [
  {
    name: "a name, metadata and attributes",
    from: "livekit",
    claims: guestWho({}, { name: "Ada", metadata: '{"seat":4}', attributes: { seat: "4" } }),
    becomes: {
      daily: {
        properties: { ...dailyProperties, user_name: "Ada", permissions: { canAdmin: false } },
        report: [
          'moved room, try: room name "standup"',
          ...silentlySendsAtDaily,
          "advisory rights.record",
          "moved participant.metadata, try: client userData",
          "dropped extensions.livekit.attributes",
        ],
        join: { userData: { seat: 4 } },
        room: ['room privacy "private"'],
      },
      metered: {
        properties: { ...meteredProperties, name: "Ada", meta: '{"seat":4}' },
        report: [
          'moved room, try: room roomName "standup"',
          ...silentlySends,
          ...mayRecord,
          "dropped extensions.livekit.attributes",
        ],
        join: { name: "Ada" },
        room: ['room roomName "standup"', 'room privacy "private"'],
      },
      videosdk: {
        properties: videosdkProperties,
        report: [
          'moved room, try: room customRoomId "standup"',
          ...silentlySends,
          ...mayRemoveAndAdmit,
          ...mayRecord,
          "moved participant.name, try: client name",
          "moved participant.metadata, try: client metaData",
          "dropped extensions.livekit.attributes",
        ],
        join: { name: "Ada", participantId: "u_1", metaData: { seat: 4 } },
        room: ['room customRoomId "standup"'],
      },
    },
  },
  {
    name: "names no room",
    from: "livekit",
    claims: { sub: "u_1", exp, video: { roomJoin: true } },
    becomes: nowhere("claims.video.room", "purpose", "room, try: policy narrow.room"),
  },
  {
    name: "names nobody",
    from: "livekit",
    claims: { exp, video: { roomJoin: true, room: "standup" } },
    becomes: nowhere("claims.sub", "purpose"),
  },
  {
    name: "names its holder in `jti`, as the oldest ones do",
    from: "livekit",
    claims: { jti: "u_1", exp, video: { roomJoin: true, room: "standup" } },
    becomes: asAGuest,
  },
  {
    name: "an id of the token beside its holder's",
    from: "livekit",
    claims: guestWho({}, { jti: "t_1" }),
    becomes: {
      daily: {
        properties: { ...dailyProperties, permissions: { canAdmin: false } },
        report: [
          'moved room, try: room name "standup"',
          ...silentlySendsAtDaily,
          "advisory rights.record",
          "dropped extensions.livekit.jti",
        ],
        room: ['room privacy "private"'],
      },
      metered: {
        properties: meteredProperties,
        report: [
          'moved room, try: room roomName "standup"',
          ...silentlySends,
          ...mayRecord,
          "dropped extensions.livekit.jti",
        ],
        room: ['room roomName "standup"', 'room privacy "private"'],
      },
      videosdk: {
        properties: videosdkProperties,
        report: [
          'moved room, try: room customRoomId "standup"',
          ...silentlySends,
          ...mayRemoveAndAdmit,
          ...mayRecord,
          "dropped extensions.livekit.jti",
        ],
        join: { participantId: "u_1" },
        room: ['room customRoomId "standup"'],
      },
    },
  },
  {
    name: "no expiry",
    from: "livekit",
    claims: { sub: "u_1", video: { roomJoin: true, room: "standup" } },
    becomes: nowhere("expiresAt, try: policy narrow.expiresAt"),
  },
  {
    name: "no expiry, given one",
    from: "livekit",
    claims: { sub: "u_1", video: { roomJoin: true, room: "standup" } },
    policy: { narrow: { expiresAt: exp } },
    becomes: {
      daily: {
        properties: { ...dailyProperties, permissions: { canAdmin: false } },
        report: [
          'moved room, try: room name "standup"',
          "narrowed expiresAt",
          ...silentlySendsAtDaily,
          "advisory rights.record",
        ],
        room: ['room privacy "private"'],
      },
      metered: {
        properties: meteredProperties,
        report: ['moved room, try: room roomName "standup"', "narrowed expiresAt", ...silentlySends, ...mayRecord],
        room: ['room roomName "standup"', 'room privacy "private"'],
      },
      videosdk: {
        properties: videosdkProperties,
        report: [
          'moved room, try: room customRoomId "standup"',
          "narrowed expiresAt",
          ...silentlySends,
          ...mayRemoveAndAdmit,
          ...mayRecord,
        ],
        join: { participantId: "u_1" },
        room: ['room customRoomId "standup"'],
      },
    },
  },
  {
    name: "cannot be used yet",
    from: "livekit",
    claims: guestWho({}, { nbf: now + 60 }),
    becomes: {
      daily: {
        properties: { ...dailyProperties, nbf: now + 60, permissions: { canAdmin: false } },
        report: ['moved room, try: room name "standup"', ...silentlySendsAtDaily, "advisory rights.record"],
        room: ['room privacy "private"'],
      },
      metered: {
        properties: { ...meteredProperties, notBeforeUnixSec: now + 60 },
        report: ['moved room, try: room roomName "standup"', ...silentlySends, ...mayRecord],
        room: ['room roomName "standup"', 'room privacy "private"'],
      },
      videosdk: withheld("notBefore"),
    },
  },
  { name: "could always be used", from: "livekit", claims: guestWho({}, { nbf: 0 }), becomes: asAGuest },
  {
    name: "gives nothing",
    from: "livekit",
    claims: { sub: "u_1", exp, video: { room: "standup" } },
    becomes: nowhere("claims.video", "purpose"),
  },
  {
    name: "a server that creates rooms",
    from: "livekit",
    claims: { exp, video: { roomCreate: true } },
    becomes: {
      daily: {
        refused: [
          'extensions.livekit.roomCreate, try: policy ignoreUnknown ["roomCreate"]',
          "purpose",
          "room, try: policy narrow.room",
        ],
      },
      metered: {
        refused: [
          'extensions.livekit.roomCreate, try: policy ignoreUnknown ["roomCreate"]',
          "purpose",
          "room, try: policy narrow.room",
        ],
      },
      videosdk: {
        refused: [
          'extensions.livekit.roomCreate, try: policy ignoreUnknown ["roomCreate"]',
          "purpose",
          "room, try: policy narrow.room",
        ],
      },
    },
  },
  {
    name: "a participant who lists rooms",
    from: "livekit",
    claims: guestWho({ roomList: true }),
    becomes: nowhere('extensions.livekit.roomList, try: policy ignoreUnknown ["roomList"]'),
  },
  {
    name: "a server that records",
    from: "livekit",
    claims: { exp, video: { roomRecord: true } },
    becomes: {
      daily: {
        refused: [
          'extensions.livekit.roomRecord, try: policy ignoreUnknown ["roomRecord"]',
          "purpose",
          "room, try: policy narrow.room",
        ],
      },
      metered: {
        refused: [
          'extensions.livekit.roomRecord, try: policy ignoreUnknown ["roomRecord"]',
          "purpose",
          "room, try: policy narrow.room",
        ],
      },
      videosdk: {
        refused: [
          'extensions.livekit.roomRecord, try: policy ignoreUnknown ["roomRecord"]',
          "purpose",
          "room, try: policy narrow.room",
        ],
      },
    },
  },
  {
    name: "a participant who records every room",
    from: "livekit",
    claims: guestWho({ roomRecord: true }),
    becomes: nowhere('extensions.livekit.roomRecord, try: policy ignoreUnknown ["roomRecord"]'),
  },
  {
    name: "a server that manages ingress",
    from: "livekit",
    claims: { exp, video: { ingressAdmin: true } },
    becomes: {
      daily: {
        refused: [
          'extensions.livekit.ingressAdmin, try: policy ignoreUnknown ["ingressAdmin"]',
          "purpose",
          "room, try: policy narrow.room",
        ],
      },
      metered: {
        refused: [
          'extensions.livekit.ingressAdmin, try: policy ignoreUnknown ["ingressAdmin"]',
          "purpose",
          "room, try: policy narrow.room",
        ],
      },
      videosdk: {
        refused: [
          'extensions.livekit.ingressAdmin, try: policy ignoreUnknown ["ingressAdmin"]',
          "purpose",
          "room, try: policy narrow.room",
        ],
      },
    },
  },
  {
    name: "a server that moderates one room",
    from: "livekit",
    claims: { exp, video: { roomAdmin: true, room: "standup" } },
    becomes: nowhere("purpose"),
  },
  {
    name: "counts as recording",
    from: "livekit",
    claims: guestWho({ recorder: true }),
    becomes: nowhere('extensions.livekit.recorder, try: policy ignoreUnknown ["recorder"]'),
  },
  {
    name: "changes its own metadata",
    from: "livekit",
    claims: guestWho({ canUpdateOwnMetadata: true }),
    becomes: nowhere('extensions.livekit.canUpdateOwnMetadata, try: policy ignoreUnknown ["canUpdateOwnMetadata"]'),
  },
  {
    name: "may be moved on",
    from: "livekit",
    claims: guestWho({ roomAdmin: true, destinationRoom: "breakout" }),
    becomes: nowhere('extensions.livekit.destinationRoom, try: policy ignoreUnknown ["destinationRoom"]'),
  },
  {
    name: "joins as an agent",
    from: "livekit",
    claims: guestWho({}, { kind: "agent" }),
    becomes: nowhere('extensions.livekit.kind, try: policy ignoreUnknown ["kind"]'),
  },
  {
    name: "opens a room that is recorded",
    from: "livekit",
    claims: guestWho({}, { roomConfig: { egress: { room: { fileOutputs: [{ filepath: "a" }] } } } }),
    becomes: {
      daily: {
        refused: ['extensions.livekit.roomConfig, try: policy ignoreUnknown ["roomConfig"]', "automation.record"],
      },
      metered: { refused: ['extensions.livekit.roomConfig, try: policy ignoreUnknown ["roomConfig"]'] },
      videosdk: { refused: ['extensions.livekit.roomConfig, try: policy ignoreUnknown ["roomConfig"]'] },
    },
  },
  {
    name: "another product's right",
    from: "livekit",
    claims: guestWho({}, { sip: { admin: true } }),
    becomes: nowhere('extensions.livekit.sip, try: policy ignoreUnknown ["sip"]'),
  },
  {
    name: "what is off anyway, said out loud",
    from: "livekit",
    claims: guestWho({ roomCreate: false, recorder: false, canUpdateOwnMetadata: false }),
    becomes: asAGuest,
  },
  {
    name: "a member that nobody knows",
    from: "livekit",
    claims: guestWho({ canDance: true }),
    becomes: nowhere('unknown.video.canDance, try: policy ignoreUnknown ["video.canDance"]'),
  },
  {
    name: "a room under a new name",
    from: "livekit",
    claims: guestClaims,
    policy: { rooms: { map: { standup: "2kyv-gzay-64pg" } } },
    becomes: {
      daily: {
        properties: { ...dailyProperties, room_name: "2kyv-gzay-64pg", permissions: { canAdmin: false } },
        report: ["moved room", ...silentlySendsAtDaily, "advisory rights.record"],
        room: ['room privacy "private"'],
      },
      metered: {
        properties: { ...meteredProperties, roomName: "2kyv-gzay-64pg" },
        report: ["moved room", ...silentlySends, ...mayRecord],
        room: ['room roomName "2kyv-gzay-64pg"', 'room privacy "private"'],
      },
      videosdk: {
        properties: { ...videosdkProperties, roomId: "2kyv-gzay-64pg" },
        report: ["moved room", ...silentlySends, ...mayRemoveAndAdmit, ...mayRecord],
        join: { participantId: "u_1" },
        room: ['room roomId "2kyv-gzay-64pg"'],
      },
    },
  },
];
