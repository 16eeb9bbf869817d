import { now } from "../vendors.ts";
import { livekitProperties, moderatesNothing } from "./livekit-lines.ts";
import type { Row } from "./row.ts";

const exp = now + 3600;

/** Daily's tokens with limits on their way to LiveKit, where a moderator could lift them. */
export const dailyLimitsToLivekit: readonly Row[] = [
  {
    name: "an owner who sends nothing: a moderator there could lift that",
    from: "daily",
    claims: { r: "standup", ud: "u_1", exp, o: true, p: { cs: false } },
    becomes: {
      livekit: {
        properties: { ...livekitProperties, video: { ...livekitProperties.video, canPublish: false } },
        report: [
          'moved room, try: room name "standup"',
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
    name: "an owner who sends nothing, which the caller lets widen",
    from: "daily",
    claims: { r: "standup", ud: "u_1", exp, o: true, p: { cs: false } },
    policy: { allowWidening: ["rights.publish"] },
    becomes: {
      livekit: {
        properties: { ...livekitProperties, video: { ...livekitProperties.video, roomAdmin: true, canPublish: false } },
        report: [
          'moved room, try: room name "standup"',
          "widened rights.publish{microphone,camera,screen,screenAudio,custom}",
          "advisory rights.publish.data",
          "assumed rights.subscribe",
          "assumed rights.visible",
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
    name: "a hidden owner",
    from: "daily",
    claims: { r: "standup", ud: "u_1", exp, o: true, p: { hp: false } },
    becomes: {
      livekit: {
        properties: { ...livekitProperties, video: { ...livekitProperties.video, hidden: true } },
        report: [
          'moved room, try: room name "standup"',
          "assumed rights.publish{microphone,camera,screen,screenAudio,custom}",
          "advisory rights.publish.data",
          "assumed rights.subscribe",
          ...moderatesNothing,
        ],
        room: [],
      },
    },
  },
  {
    name: "a hidden owner, of whom the caller takes the moderation",
    from: "daily",
    claims: { r: "standup", ud: "u_1", exp, o: true, p: { hp: false } },
    policy: { narrow: { rights: { moderate: false } } },
    becomes: {
      livekit: {
        properties: { ...livekitProperties, video: { ...livekitProperties.video, hidden: true } },
        report: [
          'moved room, try: room name "standup"',
          "assumed rights.publish{microphone,camera,screen,screenAudio,custom}",
          "advisory rights.publish.data",
          "assumed rights.subscribe",
          ...moderatesNothing,
        ],
        room: [],
      },
    },
  },
  {
    name: "an owner who receives from some only",
    from: "daily",
    claims: { r: "standup", ud: "u_1", exp, o: true, p: { cr: { b: true, u: { u_2: false } } } },
    becomes: {
      livekit: {
        properties: { ...livekitProperties, video: { ...livekitProperties.video, canSubscribe: false } },
        report: [
          'moved room, try: room name "standup"',
          "assumed rights.publish{microphone,camera,screen,screenAudio,custom}",
          "advisory rights.publish.data",
          "narrowed rights.subscribe",
          "assumed rights.visible",
          ...moderatesNothing,
        ],
        room: [],
      },
    },
  },
  {
    name: "an owner who is to have no camera",
    from: "daily",
    claims: { r: "standup", ud: "u_1", exp, o: true },
    policy: { narrow: { rights: { publish: { camera: false } } } },
    becomes: {
      livekit: {
        properties: {
          ...livekitProperties,
          video: {
            ...livekitProperties.video,
            canPublishSources: ["microphone", "screen_share", "screen_share_audio"],
          },
        },
        report: [
          'moved room, try: room name "standup"',
          "assumed rights.publish{microphone,screen,screenAudio}",
          "narrowed rights.publish.camera",
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
    name: "sends nothing",
    from: "daily",
    claims: { r: "standup", ud: "u_1", exp, p: { cs: false } },
    becomes: {
      livekit: {
        properties: { ...livekitProperties, video: { ...livekitProperties.video, canPublish: false } },
        report: [
          'moved room, try: room name "standup"',
          "advisory rights.publish.data",
          "assumed rights.subscribe",
          "assumed rights.visible",
          "narrowed rights.record",
        ],
        room: [],
      },
    },
  },
  {
    name: "sends sound only",
    from: "daily",
    claims: { r: "standup", ud: "u_1", exp, p: { cs: "a" } },
    becomes: {
      livekit: {
        properties: { ...livekitProperties, video: { ...livekitProperties.video, canPublishSources: ["microphone"] } },
        report: [
          'moved room, try: room name "standup"',
          "advisory rights.publish.data",
          "assumed rights.subscribe",
          "assumed rights.visible",
          "narrowed rights.record",
        ],
        room: [],
      },
    },
  },
  {
    name: "sends custom tracks only, which have no name there",
    from: "daily",
    claims: { r: "standup", ud: "u_1", exp, p: { cs: "cv,ca" } },
    becomes: {
      livekit: {
        properties: { ...livekitProperties, video: { ...livekitProperties.video, canPublish: false } },
        report: [
          'moved room, try: room name "standup"',
          "narrowed rights.publish.custom",
          "advisory rights.publish.data",
          "assumed rights.subscribe",
          "assumed rights.visible",
          "narrowed rights.record",
        ],
        room: [],
      },
    },
  },
  {
    name: "sends everything but screens",
    from: "daily",
    claims: { r: "standup", ud: "u_1", exp, ss: false },
    becomes: {
      livekit: {
        properties: {
          ...livekitProperties,
          video: { ...livekitProperties.video, canPublishSources: ["camera", "microphone"] },
        },
        report: [
          'moved room, try: room name "standup"',
          "assumed rights.publish{microphone,camera}",
          "narrowed rights.publish.custom",
          "advisory rights.publish.data",
          "assumed rights.subscribe",
          "assumed rights.visible",
          "narrowed rights.record",
        ],
        room: [],
      },
    },
  },
  {
    name: "is hidden",
    from: "daily",
    claims: { r: "standup", ud: "u_1", exp, p: { hp: false } },
    becomes: {
      livekit: {
        properties: { ...livekitProperties, video: { ...livekitProperties.video, hidden: true } },
        report: [
          'moved room, try: room name "standup"',
          "assumed rights.publish{microphone,camera,screen,screenAudio,custom}",
          "advisory rights.publish.data",
          "assumed rights.subscribe",
          "narrowed rights.record",
        ],
        room: [],
      },
    },
  },
  {
    name: "receives nothing",
    from: "daily",
    claims: { r: "standup", ud: "u_1", exp, p: { cr: { b: false } } },
    becomes: {
      livekit: {
        properties: { ...livekitProperties, video: { ...livekitProperties.video, canSubscribe: false } },
        report: [
          'moved room, try: room name "standup"',
          "assumed rights.publish{microphone,camera,screen,screenAudio,custom}",
          "advisory rights.publish.data",
          "assumed rights.visible",
          "narrowed rights.record",
        ],
        room: [],
      },
    },
  },
  {
    name: "receives from some only",
    from: "daily",
    claims: { r: "standup", ud: "u_1", exp, p: { cr: { b: true, u: { u_2: false } } } },
    becomes: {
      livekit: {
        properties: { ...livekitProperties, video: { ...livekitProperties.video, canSubscribe: false } },
        report: [
          'moved room, try: room name "standup"',
          "assumed rights.publish{microphone,camera,screen,screenAudio,custom}",
          "advisory rights.publish.data",
          "narrowed rights.subscribe",
          "assumed rights.visible",
          "narrowed rights.record",
        ],
        room: [],
      },
    },
  },
];
