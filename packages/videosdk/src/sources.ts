import type { Fact } from "@roompass/core/adapter";

/** The public pages and packages that this adapter's facts come from. */
export const sources = {
  authentication: "https://docs.videosdk.live/react/guide/video-and-audio-calling-api-sdk/authentication-and-token",
  docsRepository: "https://github.com/videosdk-live/videosdk-docs",
  serverExamples: "https://github.com/videosdk-live/videosdk-rtc-api-server-examples",
  serverPackage: "https://www.npmjs.com/package/@videosdk.live/server-sdk/v/0.1.1",
  clientPackage: "https://www.npmjs.com/package/@videosdk.live/js-sdk/v/1.1.1",
  createRoom: "https://docs.videosdk.live/server-sdk-reference-node/interfaces/CreateRoomOptions",
  waitingLobby: "https://docs.videosdk.live/javascript/guide/video-and-audio-calling-api-sdk/setup-call/waiting-lobby",
  removeParticipant:
    "https://docs.videosdk.live/javascript/guide/video-and-audio-calling-api-sdk/control-remote-participant/remove-participant",
  errorEvents: "https://docs.videosdk.live/docs/guide/video-and-audio-calling-api-sdk/features/error-event/",
  dashboardTokens: "https://docs.videosdk.live/help_docs/dashboard/api-keys/generate-token",
  legacyServerSetup: "https://docs.videosdk.live/docs/guide/video-and-audio-calling-api-sdk/server-setup",
  prebuiltRedirect:
    "https://docs.videosdk.live/prebuilt/guide/prebuilt-video-and-audio-calling/features/redirect-on-leave",
} as const;

export type Source = keyof typeof sources;

/** When the sources were read, `YYYY-MM`. */
export const asOf = "2026-11";

/** A source of the list above, with the date. */
export function fact(source: Source): Fact {
  return { source: sources[source], asOf };
}
