import { now } from "../vendors.ts";
import { livekitProperties, withheld } from "./livekit-lines.ts";
import type { Row } from "./row.ts";
import { sendsAndReceives } from "./usual-lines.ts";

const exp = now + 3600;

/** Daily's tokens on their way to LiveKit. */
export const dailyToLivekit: readonly Row[] = [
  {
    name: "a guest with an id",
    from: "daily",
    claims: { r: "standup", ud: "u_1", exp },
    becomes: {
      livekit: {
        properties: livekitProperties,
        report: ['moved room, try: room name "standup"', ...sendsAndReceives, "narrowed rights.record"],
        room: [],
      },
    },
  },
  {
    name: "a guest without an id",
    from: "daily",
    claims: { r: "standup", exp },
    becomes: {
      livekit: { refused: ["participant.id, try: policy narrow.participant.id"] },
    },
  },
  {
    name: "a guest without an id, given one",
    from: "daily",
    claims: { r: "standup", exp },
    policy: { narrow: { participant: { id: "u_1" } } },
    becomes: {
      livekit: {
        properties: livekitProperties,
        report: [
          'moved room, try: room name "standup"',
          "narrowed participant.id",
          ...sendsAndReceives,
          "narrowed rights.record",
        ],
        room: [],
      },
    },
  },
  {
    name: "an owner",
    from: "daily",
    claims: { r: "standup", ud: "u_1", exp, o: true },
    becomes: {
      livekit: {
        properties: { ...livekitProperties, video: { ...livekitProperties.video, roomAdmin: true } },
        report: [
          'moved room, try: room name "standup"',
          ...sendsAndReceives,
          "narrowed rights.admit",
          "narrowed rights.record",
          "narrowed rights.livestream",
          "moved rights.transcribe",
        ],
        room: [],
      },
    },
  },
  {
    name: "an owner who records",
    from: "daily",
    claims: { r: "standup", ud: "u_1", exp, o: true, er: "cloud", sr: true },
    becomes: {
      livekit: {
        properties: { ...livekitProperties, video: { ...livekitProperties.video, roomAdmin: true } },
        report: [
          'moved room, try: room name "standup"',
          "moved automation.record, try: room roomConfig.egress",
          ...sendsAndReceives,
          "narrowed rights.admit",
          "narrowed rights.record",
          "narrowed rights.livestream",
          "moved rights.transcribe",
        ],
        room: [],
      },
    },
  },
  {
    name: "administers participants",
    from: "daily",
    claims: { r: "standup", ud: "u_1", exp, p: { ca: "p" } },
    becomes: {
      livekit: {
        properties: livekitProperties,
        report: [
          'moved room, try: room name "standup"',
          ...sendsAndReceives,
          "narrowed rights.moderate{media,remove,permissions}",
          "narrowed rights.admit",
          "narrowed rights.record",
        ],
        room: [],
      },
    },
  },
  {
    name: "administers everything",
    from: "daily",
    claims: { r: "standup", ud: "u_1", exp, p: { ca: true } },
    becomes: {
      livekit: {
        properties: { ...livekitProperties, video: { ...livekitProperties.video, roomAdmin: true } },
        report: [
          'moved room, try: room name "standup"',
          ...sendsAndReceives,
          "narrowed rights.admit",
          "narrowed rights.record",
          "narrowed rights.livestream",
          "moved rights.transcribe",
        ],
        room: [],
      },
    },
  },
  {
    name: "administers nothing",
    from: "daily",
    claims: { r: "standup", ud: "u_1", exp, p: { ca: false } },
    becomes: {
      livekit: {
        properties: livekitProperties,
        report: ['moved room, try: room name "standup"', ...sendsAndReceives, "narrowed rights.record"],
        room: [],
      },
    },
  },
  {
    name: "has to knock",
    from: "daily",
    claims: { r: "standup", ud: "u_1", exp, k: true },
    becomes: {
      livekit: withheld("entry"),
    },
  },
  {
    name: "is removed after a while",
    from: "daily",
    claims: { r: "standup", ud: "u_1", exp, eje: 600 },
    becomes: {
      livekit: withheld("stay.maxSeconds"),
    },
  },
  {
    name: "is removed at the expiry",
    from: "daily",
    claims: { r: "standup", ud: "u_1", exp, ejt: true },
    becomes: {
      livekit: withheld("stay.endsAtExpiry"),
    },
  },
  {
    name: "cannot be used yet",
    from: "daily",
    claims: { r: "standup", ud: "u_1", exp, nbf: now + 60 },
    becomes: {
      livekit: {
        properties: { ...livekitProperties, nbf: now + 60 },
        report: ['moved room, try: room name "standup"', ...sendsAndReceives, "narrowed rights.record"],
        room: [],
      },
    },
  },
  {
    name: "no expiry",
    from: "daily",
    claims: { r: "standup", ud: "u_1" },
    becomes: {
      livekit: { refused: ["expiresAt, try: policy narrow.expiresAt"] },
    },
  },
  {
    name: "every room",
    from: "daily",
    claims: { ud: "u_1", exp },
    becomes: {
      livekit: { refused: ["room, try: policy narrow.room"] },
    },
  },
  {
    name: "a name, and how it starts",
    from: "daily",
    claims: { r: "standup", ud: "u_1", exp, u: "Ada", vo: true, ao: false },
    becomes: {
      livekit: {
        properties: { ...livekitProperties, name: "Ada" },
        report: [
          'moved room, try: room name "standup"',
          ...sendsAndReceives,
          "narrowed rights.record",
          "moved start.camera, try: client setCameraEnabled",
          "moved start.microphone, try: client setMicrophoneEnabled",
        ],
        join: { setCameraEnabled: false, setMicrophoneEnabled: true },
        room: [],
      },
    },
  },
];
