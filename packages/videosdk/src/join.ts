import type { Grant } from "@roompass/core/adapter";
import { isObject } from "@roompass/core/kit";

/**
 * What the app has to give VideoSDK's client (`initMeeting`, `MeetingProvider` or the prebuilt client) beside the token.
 * `participantId` is in the token too and has to be identical, else joining fails with error 4023. The client's own
 * defaults for microphone and camera differ by platform, so silence is passed on as silence.
 */
export function join(grant: Grant): Readonly<Record<string, unknown>> {
  if (!grant.purpose.includes("participant")) return {};
  const { participant, start, client } = grant;
  const metaData = joinMetadata(participant?.metadata, participant?.avatarUrl);
  return {
    ...(participant?.name === undefined ? {} : { name: participant.name }),
    ...(participant?.id === undefined ? {} : { participantId: participant.id }),
    ...(metaData === undefined ? {} : { metaData }),
    ...(start?.microphone === undefined ? {} : { micEnabled: start.microphone === "on" }),
    ...(start?.camera === undefined ? {} : { webcamEnabled: start.camera === "on" }),
    ...(client?.redirectUrl === undefined ? {} : { redirectOnLeave: client.redirectUrl }),
  };
}

/** VideoSDK takes an object; anything else is put into one under its neutral name. */
function joinMetadata(metadata: unknown, avatarUrl: string | undefined): Record<string, unknown> | undefined {
  if (metadata === undefined && avatarUrl === undefined) return undefined;
  return {
    ...(isObject(metadata) ? metadata : metadata === undefined ? {} : { metadata }),
    ...(avatarUrl === undefined ? {} : { avatarUrl }),
  };
}
