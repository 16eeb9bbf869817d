import { now } from "../vendors.ts";
import { livekitProperties, moderatesNothing, recordsNothing, withheld } from "./livekit-lines.ts";
import type { Row } from "./row.ts";
import { sendsWhatIsDocumented } from "./usual-lines.ts";

const exp = now + 3600;

/** Metered's tokens on their way to LiveKit. */
export const meteredToLivekit: readonly Row[] = [
  {
    name: "a room, an id and an expiry",
    from: "metered",
    claims: { data: { roomName: "standup", externalUserId: "u_1", expireUnixSec: exp } },
    becomes: {
      livekit: {
        properties: livekitProperties,
        report: ['moved room, try: room name "standup"', ...sendsWhatIsDocumented, ...recordsNothing],
        room: [],
      },
    },
  },
  {
    name: "nobody in particular",
    from: "metered",
    claims: { data: { roomName: "standup", expireUnixSec: exp } },
    becomes: {
      livekit: { refused: ["participant.id, try: policy narrow.participant.id"] },
    },
  },
  {
    name: "nobody in particular, given an id",
    from: "metered",
    claims: { data: { roomName: "standup", expireUnixSec: exp } },
    policy: { narrow: { participant: { id: "u_1" } } },
    becomes: {
      livekit: {
        properties: livekitProperties,
        report: [
          'moved room, try: room name "standup"',
          "narrowed participant.id",
          ...sendsWhatIsDocumented,
          ...recordsNothing,
        ],
        room: [],
      },
    },
  },
  {
    name: "no admin",
    from: "metered",
    claims: { data: { roomName: "standup", externalUserId: "u_1", expireUnixSec: exp, isAdmin: false } },
    becomes: {
      livekit: {
        properties: livekitProperties,
        report: ['moved room, try: room name "standup"', ...sendsWhatIsDocumented, ...recordsNothing],
        room: [],
      },
    },
  },
  {
    name: "an admin",
    from: "metered",
    claims: { data: { roomName: "standup", externalUserId: "u_1", expireUnixSec: exp, isAdmin: true } },
    becomes: {
      livekit: {
        properties: livekitProperties,
        report: [
          'moved room, try: room name "standup"',
          ...sendsWhatIsDocumented,
          'narrowed rights.moderate{media,remove,permissions}, try: policy vouch {"moderate":true}',
          "narrowed rights.admit",
          ...recordsNothing,
        ],
        room: [],
      },
    },
  },
  {
    name: "an admin, vouched for as a moderator",
    from: "metered",
    claims: { data: { roomName: "standup", externalUserId: "u_1", expireUnixSec: exp, isAdmin: true } },
    policy: { vouch: { moderate: true } },
    becomes: {
      livekit: {
        properties: { ...livekitProperties, video: { ...livekitProperties.video, roomAdmin: true } },
        report: [
          'moved room, try: room name "standup"',
          ...sendsWhatIsDocumented,
          "narrowed rights.admit",
          "narrowed rights.record",
          "narrowed rights.livestream",
          "advisory rights.transcribe",
        ],
        room: [],
      },
    },
  },
  {
    name: "an admin, vouched for, who is to have no camera",
    from: "metered",
    claims: { data: { roomName: "standup", externalUserId: "u_1", expireUnixSec: exp, isAdmin: true } },
    policy: { vouch: { moderate: true }, narrow: { rights: { publish: { camera: false } } } },
    becomes: {
      livekit: {
        properties: {
          ...livekitProperties,
          video: { ...livekitProperties.video, canPublishSources: ["microphone", "screen_share"] },
        },
        report: [
          'moved room, try: room name "standup"',
          "assumed rights.publish{microphone,screen}",
          "narrowed rights.publish.camera",
          'narrowed rights.publish.screenAudio, try: policy vouch {"publish":{"screenAudio":true}}',
          "narrowed rights.publish.custom",
          "advisory rights.publish.data",
          "assumed rights.subscribe",
          "assumed rights.visible",
          ...moderatesNothing,
        ],
        room: [],
      },
    },
  },
  {
    name: "who is to send nothing",
    from: "metered",
    claims: { data: { roomName: "standup", externalUserId: "u_1", expireUnixSec: exp } },
    policy: { narrow: { rights: { publish: false } } },
    becomes: {
      livekit: {
        properties: { ...livekitProperties, video: { ...livekitProperties.video, canPublish: false } },
        report: [
          'moved room, try: room name "standup"',
          "narrowed rights.publish{microphone,camera,screen,screenAudio,custom}",
          "advisory rights.publish.data",
          "assumed rights.subscribe",
          "assumed rights.visible",
          ...recordsNothing,
        ],
        room: [],
      },
    },
  },
  {
    name: "what its holder is",
    from: "metered",
    claims: {
      data: {
        roomName: "standup",
        externalUserId: "u_1",
        expireUnixSec: exp,
        name: "Ada",
        email: "ada@example.com",
        meta: '{"seat":4}',
        joinVideoOn: false,
      },
    },
    becomes: {
      livekit: {
        properties: { ...livekitProperties, name: "Ada", metadata: '{"seat":4}' },
        report: [
          'moved room, try: room name "standup"',
          ...sendsWhatIsDocumented,
          ...recordsNothing,
          "dropped participant.email",
          "moved start.camera, try: client setCameraEnabled",
        ],
        join: { setCameraEnabled: false },
        room: [],
      },
    },
  },
  {
    name: "cannot be used yet",
    from: "metered",
    claims: { data: { roomName: "standup", externalUserId: "u_1", expireUnixSec: exp, notBeforeUnixSec: now + 60 } },
    becomes: {
      livekit: {
        properties: { ...livekitProperties, nbf: now + 60 },
        report: ['moved room, try: room name "standup"', ...sendsWhatIsDocumented, ...recordsNothing],
        room: [],
      },
    },
  },
  {
    name: "is removed after a while",
    from: "metered",
    claims: {
      data: { roomName: "standup", externalUserId: "u_1", expireUnixSec: exp, ejectAfterElapsedTimeInSec: 600 },
    },
    becomes: {
      livekit: withheld("stay.maxSeconds"),
    },
  },
  {
    name: "every room",
    from: "metered",
    claims: { data: { globalToken: true, externalUserId: "u_1", expireUnixSec: exp } },
    becomes: {
      livekit: { refused: ["room, try: policy narrow.room"] },
    },
  },
  {
    name: "two expiries, of which the earlier counts",
    from: "metered",
    claims: { data: { roomName: "standup", externalUserId: "u_1", expireUnixSec: exp }, exp: now + 60 },
    becomes: {
      livekit: {
        properties: { ...livekitProperties, exp: now + 60 },
        report: ['moved room, try: room name "standup"', ...sendsWhatIsDocumented, ...recordsNothing],
        room: [],
      },
    },
  },
  {
    name: "no expiry",
    from: "metered",
    claims: { data: { roomName: "standup", externalUserId: "u_1" } },
    becomes: {
      livekit: { refused: ["expiresAt, try: policy narrow.expiresAt"] },
    },
  },
  {
    name: "a field that Metered does not have",
    from: "metered",
    claims: { data: { roomName: "standup", externalUserId: "u_1", expireUnixSec: exp, canPublish: false } },
    becomes: {
      livekit: { refused: ['unknown.data.canPublish, try: policy ignoreUnknown ["data.canPublish"]'] },
    },
  },
];
