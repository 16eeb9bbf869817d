import type { Grant } from "@roompass/core/adapter";

/**
 * What the app has to do with LiveKit's client beside `room.connect(url, token)`: the arguments of
 * `localParticipant.setCameraEnabled` and `setMicrophoneEnabled`. Both are off until they are called, so silence stays
 * silence. The address is the project's and in no token.
 */
export function join(grant: Grant): Readonly<Record<string, unknown>> {
  if (!grant.purpose.includes("participant")) return {};
  const { start } = grant;
  return {
    ...(start?.camera === undefined ? {} : { setCameraEnabled: start.camera === "on" }),
    ...(start?.microphone === undefined ? {} : { setMicrophoneEnabled: start.microphone === "on" }),
  };
}
