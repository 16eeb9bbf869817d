import { asAGuest, dailyProperties, guestWho, nowhere, silentlyListens, tracks, withheld } from "./livekit-lines.ts";
import type { Row } from "./row.ts";

/** LiveKit's tokens that say who sends what, and every trap among them. */
export const livekitSending: readonly Row[] = [
  {
    name: "a listener; about data two official texts disagree",
    from: "livekit",
    claims: guestWho({ canPublish: false }),
    becomes: {
      daily: withheld("rights.publish.data"),
      metered: withheld(...tracks, "rights.publish.data"),
      videosdk: withheld(...tracks, "rights.publish.data"),
    },
  },
  {
    name: "a listener who may send data",
    from: "livekit",
    claims: guestWho({ canPublish: false, canPublishData: true }),
    becomes: {
      daily: {
        properties: { ...dailyProperties, enable_screenshare: false, permissions: { canSend: false, canAdmin: false } },
        report: [
          'moved room, try: room name "standup"',
          "moved rights.publish.data",
          "assumed rights.subscribe",
          "assumed rights.visible",
          "advisory rights.record",
        ],
        room: ['room privacy "private"'],
      },
      metered: withheld(...tracks),
      videosdk: withheld(...tracks),
    },
  },
  {
    name: "a listener who may not send data",
    from: "livekit",
    claims: guestWho({ canPublish: false, canPublishData: false }),
    becomes: {
      daily: withheld("rights.publish.data"),
      metered: withheld(...tracks, "rights.publish.data"),
      videosdk: withheld(...tracks, "rights.publish.data"),
    },
  },
  {
    name: "sends no data",
    from: "livekit",
    claims: guestWho({ canPublishData: false }),
    becomes: nowhere('rights.publish.data, try: policy allowWidening ["rights.publish.data"]'),
  },
  {
    name: "sends sound only, which withholds tracks without a source, too",
    from: "livekit",
    claims: guestWho({ canPublishSources: ["microphone"] }),
    becomes: {
      daily: {
        properties: {
          ...dailyProperties,
          enable_screenshare: false,
          permissions: { canSend: ["audio"], canAdmin: false },
        },
        report: ['moved room, try: room name "standup"', ...silentlyListens],
        room: ['room privacy "private"'],
      },
      metered: withheld(
        "rights.publish.camera",
        "rights.publish.screen",
        "rights.publish.screenAudio",
        "rights.publish.custom",
      ),
      videosdk: withheld(
        "rights.publish.camera",
        "rights.publish.screen",
        "rights.publish.screenAudio",
        "rights.publish.custom",
      ),
    },
  },
  {
    name: "lists every source, which withholds tracks without one",
    from: "livekit",
    claims: guestWho({ canPublishSources: ["camera", "microphone", "screen_share", "screen_share_audio"] }),
    becomes: {
      daily: {
        properties: {
          ...dailyProperties,
          enable_screenshare: true,
          permissions: { canSend: ["video", "audio", "screenVideo", "screenAudio"], canAdmin: false },
        },
        report: ['moved room, try: room name "standup"', ...silentlyListens],
        room: ['room privacy "private"'],
      },
      metered: withheld("rights.publish.custom"),
      videosdk: withheld("rights.publish.custom"),
    },
  },
  {
    name: "an empty list, which is every source",
    from: "livekit",
    claims: guestWho({ canPublishSources: [] }),
    becomes: asAGuest,
  },
  {
    name: "an empty list beside a denial, which stays one",
    from: "livekit",
    claims: guestWho({ canPublish: false, canPublishSources: [], canPublishData: true }),
    becomes: {
      daily: {
        properties: { ...dailyProperties, enable_screenshare: false, permissions: { canSend: false, canAdmin: false } },
        report: [
          'moved room, try: room name "standup"',
          "moved rights.publish.data",
          "assumed rights.subscribe",
          "assumed rights.visible",
          "advisory rights.record",
        ],
        room: ['room privacy "private"'],
      },
      metered: withheld(...tracks),
      videosdk: withheld(...tracks),
    },
  },
  {
    name: "a list beside a permission, which it supersedes",
    from: "livekit",
    claims: guestWho({ canPublish: true, canPublishSources: ["camera"] }),
    becomes: {
      daily: {
        properties: {
          ...dailyProperties,
          enable_screenshare: false,
          permissions: { canSend: ["video"], canAdmin: false },
        },
        report: ['moved room, try: room name "standup"', ...silentlyListens],
        room: ['room privacy "private"'],
      },
      metered: withheld(
        "rights.publish.microphone",
        "rights.publish.screen",
        "rights.publish.screenAudio",
        "rights.publish.custom",
      ),
      videosdk: withheld(
        "rights.publish.microphone",
        "rights.publish.screen",
        "rights.publish.screenAudio",
        "rights.publish.custom",
      ),
    },
  },
  {
    name: "a list beside a denial: nobody knows what it gives",
    from: "livekit",
    claims: guestWho({ canPublish: false, canPublishSources: ["camera"], canPublishData: true }),
    becomes: {
      daily: { refused: ['claims.video.canPublishSources, try: policy ignoreUnknown ["video.canPublishSources"]'] },
      metered: {
        refused: [
          'claims.video.canPublishSources, try: policy ignoreUnknown ["video.canPublishSources"]',
          ...withheld(...tracks).refused,
        ],
      },
      videosdk: {
        refused: [
          'claims.video.canPublishSources, try: policy ignoreUnknown ["video.canPublishSources"]',
          ...withheld(...tracks).refused,
        ],
      },
    },
  },
  {
    name: "a list beside a denial, passed over: nothing of it is given",
    from: "livekit",
    claims: guestWho({ canPublish: false, canPublishSources: ["camera"], canPublishData: true }),
    policy: { ignoreUnknown: ["video.canPublishSources"] },
    becomes: {
      daily: {
        properties: { ...dailyProperties, enable_screenshare: false, permissions: { canSend: false, canAdmin: false } },
        report: [
          'moved room, try: room name "standup"',
          "moved rights.publish.data",
          "assumed rights.subscribe",
          "assumed rights.visible",
          "advisory rights.record",
        ],
        room: ['room privacy "private"'],
      },
      metered: withheld(...tracks),
      videosdk: withheld(...tracks),
    },
  },
  {
    name: "a listener, whose data the caller lets widen",
    from: "livekit",
    claims: guestWho({ canPublish: false }),
    policy: { allowWidening: ["rights.publish.data"] },
    becomes: {
      daily: {
        properties: { ...dailyProperties, enable_screenshare: false, permissions: { canSend: false, canAdmin: false } },
        report: [
          'moved room, try: room name "standup"',
          "widened rights.publish.data",
          "assumed rights.subscribe",
          "assumed rights.visible",
          "advisory rights.record",
        ],
        room: ['room privacy "private"'],
      },
      metered: withheld(...tracks),
      videosdk: withheld(...tracks),
    },
  },
];
