import type { CaptureMode, PublishKind, SubscribeKind } from "./grant.js";

/** Every kind that can be sent, in the order in which messages list them. */
export const publishKinds: readonly PublishKind[] = Object.freeze([
  "microphone",
  "camera",
  "screen",
  "screenAudio",
  "data",
  "custom",
] as const);

/** Every kind that can be received. */
export const subscribeKinds: readonly SubscribeKind[] = Object.freeze([
  "microphone",
  "camera",
  "screen",
  "screenAudio",
  "custom",
] as const);

/** Every mode of a capture right, in the order of parsed grants. */
export const captureModes: readonly CaptureMode[] = Object.freeze([
  "cloud",
  "cloudAudioOnly",
  "local",
  "rawTracks",
] as const);
