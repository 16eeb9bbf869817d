import type { CaptureMode, PublishKind, SubscribeKind } from "./grant.js";

/** Every kind that can be sent, in the order in which messages list them. */
export const publishKinds: readonly PublishKind[] = ["microphone", "camera", "screen", "screenAudio", "data", "custom"];

/** Every kind that can be received. */
export const subscribeKinds: readonly SubscribeKind[] = ["microphone", "camera", "screen", "screenAudio", "custom"];

/** Every mode of a capture right, in the order of parsed grants. */
export const captureModes: readonly CaptureMode[] = ["cloud", "cloudAudioOnly", "local", "rawTracks"];
