import type { CaptureMode } from "@roompass/core/adapter";
import { captureModes } from "@roompass/core/kit";

/** The ways of recording that Daily has today. Source: https://docs.daily.co/docs/guides/features/recording */
export type DailyRecording = "cloud" | "cloud-audio-only" | "local" | "raw-tracks";

const recordingOfMode: Readonly<Record<CaptureMode, DailyRecording>> = {
  cloud: "cloud",
  cloudAudioOnly: "cloud-audio-only",
  local: "local",
  rawTracks: "raw-tracks",
};

const modeOfRecording: ReadonlyMap<string, CaptureMode> = new Map(
  captureModes.map((mode) => [recordingOfMode[mode], mode]),
);

/** Names that Daily had once, and what took their place. */
export const formerRecordings: ReadonlyMap<string, DailyRecording | undefined> = new Map([
  ["cloud-beta", "cloud"],
  ["rtp-tracks", "raw-tracks"],
  ["output-byte-stream", undefined],
]);

export function isRecording(value: unknown): value is DailyRecording {
  return typeof value === "string" && modeOfRecording.has(value);
}

/** The neutral modes of `enable_recording`, sorted, each once. */
export function modesOfRecording(value: DailyRecording | readonly DailyRecording[]): readonly CaptureMode[] {
  const list: readonly string[] = typeof value === "string" ? [value] : value;
  return captureModes.filter((mode) => list.includes(recordingOfMode[mode]));
}

/** One mode is written as text, several as a list; `undefined` stands for all of them. */
export function recordingOfModes(
  modes: readonly CaptureMode[] | undefined,
): DailyRecording | readonly DailyRecording[] {
  const list = captureModes
    .filter((mode) => modes === undefined || modes.includes(mode))
    .map((mode) => recordingOfMode[mode]);
  const [only] = list;
  return list.length === 1 && only !== undefined ? only : list;
}

/** `enable_recording` of a room or of kept properties, if it is one that Daily documents. */
export function asRecording(value: unknown): DailyRecording | readonly DailyRecording[] | undefined {
  if (isRecording(value)) return value;
  return Array.isArray(value) && value.length > 0 && value.every(isRecording) ? value : undefined;
}
