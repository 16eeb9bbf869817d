// What the VideoSDK tables share.
import { expiresAt, issuedAt, now } from "./words.mjs";

const docs = "https://docs.videosdk.live";

export const pages = {
  authentication: `${docs}/react/guide/video-and-audio-calling-api-sdk/authentication-and-token`,
  waitingLobby: `${docs}/javascript/guide/video-and-audio-calling-api-sdk/setup-call/waiting-lobby`,
  removeParticipant: `${docs}/javascript/guide/video-and-audio-calling-api-sdk/control-remote-participant/remove-participant`,
  errorEvents: `${docs}/docs/guide/video-and-audio-calling-api-sdk/features/error-event/`,
  clientPackage: "https://www.npmjs.com/package/@videosdk.live/js-sdk/v/1.1.1",
  dashboardTokens: `${docs}/help_docs/dashboard/api-keys/generate-token`,
  serverPackage: `${docs}/server-sdk/authentication-and-tokens`,
  serverExamples: "https://github.com/videosdk-live/videosdk-rtc-api-server-examples",
  agents: "https://github.com/videosdk-live/agents",
  legacyServerSetup: `${docs}/docs/guide/video-and-audio-calling-api-sdk/server-setup`,
};

export const source = { name: "VideoSDK documentation and official code", version: "2026-11" };

export const key = {
  id: "videosdk-secret",
  use: "sign",
  algorithm: "HS256",
  text: "TEST-ONLY-videosdk-secret-for-vectors",
  testOnly: true,
};

export const apikey = "TEST-ONLY-videosdk-api-key";
export const room = "2kyv-gzay-64pg";
export const issuance = { issuedAt, tenant: apikey };

/** A participant's token for one room, with other claims in its place. `undefined` takes a claim out. */
export const claims = (others = {}) => ({
  apikey,
  permissions: ["allow_join"],
  version: 2,
  roomId: room,
  roles: ["rtc"],
  iat: issuedAt,
  exp: expiresAt,
  ...others,
});

/** What those claims grant, with other members in its place. `undefined` takes a member out. */
export const grant = (others = {}) => ({
  purpose: ["participant"],
  room,
  expiresAt,
  entry: "direct",
  ...others,
});

export const muting = { moderate: { media: true } };

/** A grant that is issued, and the claims that it becomes, with others in their place. */
export const plain = { room, expiresIn: "1h", entry: "direct" };

export const issuedClaims = (others = {}) => ({
  apikey,
  permissions: ["allow_join"],
  version: 2,
  roomId: room,
  participantId: undefined,
  roles: ["rtc"],
  iat: now,
  exp: expiresAt,
  ...others,
});
