// What the Metered tables share.
import { expiresAt, issuedAt } from "./words.mjs";

export const pages = {
  mint: "https://www.metered.ca/docs/rest-api/post-generate-access-token-api",
  validate: "https://metered.ca/docs/rest-api/post-validate-token-api",
  introduction: "https://metered.ca/docs/rest-api",
  guide: "https://docs.metered.ca/docs/private-rooms-and-authenticating-users-via-access-token",
  createRoom: "https://metered.ca/docs/rest-api/create-room-api",
  participantJoined: "https://metered.ca/docs/SDK-Reference/JavaScript/Events/participantJoined",
};

export const source = { name: "Metered documentation", version: "2026-11" };

/** Stands for Metered's own signing key, which nobody else has. */
export const signingKey = {
  id: "metered-signing-key",
  use: "sign",
  algorithm: "HS256",
  text: "TEST-ONLY-metered-signing-key-for-vectors",
  testOnly: true,
};

/** Stands for an app's secret, which goes into requests. */
export const secretKey = {
  id: "metered-secret-key",
  use: "request",
  text: "TEST-ONLY-metered-secret-key-for-vectors",
  testOnly: true,
};

export const appName = "test-app";
export const issuance = { issuedAt, tenant: appName };
export const anyRoom = { any: true };

/** The claims of a token for the room `standup` with other fields in `data`. `undefined` takes a field out. */
export const claims = (fields = {}, beside = {}) => ({
  data: { roomName: "standup", expireUnixSec: expiresAt, ...fields, appName },
  iat: issuedAt,
  ...beside,
});

export const grant = (others = {}) => ({ purpose: ["participant"], room: "standup", expiresAt, ...others });
