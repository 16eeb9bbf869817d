import type { GrantPath } from "@roompass/core";

/** Each right in a few words that complete "the holder may …". */
export const rightNames: Readonly<Record<Extract<GrantPath, `rights.${string}`>, string>> = {
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
};

const modeNames: Readonly<Record<string, string>> = {
  cloud: "in the cloud",
  cloudAudioOnly: "in the cloud (sound only)",
  local: "locally",
  rawTracks: "as raw tracks",
};

export function modeName(mode: string): string {
  return modeNames[mode] ?? mode;
}

/** `send microphone`, `send camera`, `record` as `send microphone, camera; record`. */
export function joinRights(names: readonly string[]): string {
  const sent = names.filter((name) => name.startsWith("send ")).map((name) => name.slice("send ".length));
  const others = names.filter((name) => !name.startsWith("send "));
  return [...(sent.length === 0 ? [] : [`send ${sent.join(", ")}`]), ...others].join("; ");
}
