// What the LiveKit tables share.
import { expiresAt, issuedAt, media } from "./words.mjs";

export const pages = {
  tokens: "https://docs.livekit.io/frontends/reference/tokens-grants.md",
  serverSdk: "https://www.npmjs.com/package/livekit-server-sdk/v/2.19.2",
  protocolGrants: "https://github.com/livekit/protocol/blob/main/auth/grants.go",
  protocolVerifier: "https://github.com/livekit/protocol/blob/main/auth/verifier.go",
  protocolRoom: "https://github.com/livekit/protocol/blob/main/protobufs/livekit_room.proto",
  serverAuth: "https://github.com/livekit/livekit/blob/master/pkg/service/auth.go",
  serverJoin: "https://github.com/livekit/livekit/blob/master/pkg/service/rtcservice.go",
  serverRooms: "https://github.com/livekit/livekit/blob/master/pkg/service/roomservice.go",
  serverEgress: "https://github.com/livekit/livekit/blob/master/pkg/service/egress.go",
};

export const source = { name: "LiveKit documentation and official code", version: "2026-11" };

export const key = {
  id: "livekit-secret",
  use: "sign",
  algorithm: "HS256",
  text: "TEST-ONLY-livekit-secret-for-vectors",
  testOnly: true,
};

export const apiKey = "TEST-ONLY-livekit-api-key";
export const room = "standup";
export const identity = "u_1";
export const issuance = { issuedAt, tenant: apiKey };

/** A participant's token for one room; `video` adds to its grants, `others` to its claims. `undefined` takes out. */
export const claims = (video = {}, others = {}) => ({
  iss: apiKey,
  sub: identity,
  video: { roomJoin: true, room, ...video },
  iat: issuedAt,
  exp: expiresAt,
  ...others,
});

/** What those claims grant, with other members in its place. `undefined` takes a member out. */
export const grant = (others = {}) => ({
  purpose: ["participant"],
  room,
  participant: { id: identity },
  expiresAt,
  ...others,
});

export const sending = (value, kinds = media) => Object.fromEntries(kinds.map((kind) => [kind, value]));
export const moderating = { moderate: { media: true, remove: true, permissions: true } };
