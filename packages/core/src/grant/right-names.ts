import type { CaptureMode } from "./grant.js";
import type { RightPath } from "./right-path.js";

/** Each right in a few English words that complete "the holder may …". */
export const rightNames: Readonly<Record<RightPath, string>> = Object.freeze({
  "rights.publish.microphone": "send microphone",
  "rights.publish.camera": "send camera",
  "rights.publish.screen": "send screen",
  "rights.publish.screenAudio": "send screen audio",
  "rights.publish.custom": "send custom tracks",
  "rights.publish.data": "send data",
  "rights.subscribe": "receive others",
  "rights.visible": "appear in the roster",
  "rights.moderate.media": "mute others",
  "rights.moderate.remove": "remove others",
  "rights.moderate.permissions": "change others' rights",
  "rights.admit": "let in those who ask",
  "rights.record": "record",
  "rights.livestream": "live stream",
  "rights.transcribe": "transcribe",
});

/** Each mode of capture in words that follow the name of such a right: `record in the cloud`. */
export const captureModeNames: Readonly<Record<CaptureMode, string>> = Object.freeze({
  cloud: "in the cloud",
  cloudAudioOnly: "in the cloud (sound only)",
  local: "locally",
  rawTracks: "as raw tracks",
});
