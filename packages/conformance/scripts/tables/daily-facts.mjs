// What the Daily tables share.
import { allOf, expiresAt, issuedAt, media, moderation } from "./words.mjs";

const docs = "https://docs.daily.co";

export const pages = {
  tokens: `${docs}/reference/rest-api/meeting-tokens`,
  createToken: `${docs}/reference/rest-api/meeting-tokens/create-meeting-token`,
  validateToken: `${docs}/reference/rest-api/meeting-tokens/validate-meeting-token`,
  tokenGuide: `${docs}/docs/guides/privacy-and-security/meeting-tokens`,
  selfSigning: `${docs}/docs/guides/privacy-and-security/self-signing-tokens`,
  permissions: `${docs}/docs/daily-js/guides/permissions`,
  recording: `${docs}/docs/guides/features/recording`,
  waitingRoom: `${docs}/docs/daily-js/guides/waiting-room`,
  errorEvents: `${docs}/reference/daily-js/events/error-events`,
  access: `${docs}/docs/guides/privacy-and-security/controlling-who-joins-a-meeting`,
};

export const source = { name: "Daily documentation and official SDKs", version: "2026-11" };

export const key = {
  id: "daily-api-key",
  use: "sign",
  algorithm: "HS256",
  text: "TEST-ONLY-daily-api-key-for-vectors",
  testOnly: true,
};

export const domain = "11111111-2222-4333-8444-555555555555";
export const issuance = { issuedAt, tenant: domain };
export const anyRoom = { any: true };

/** The claims of a token for the room `standup`, with others in their place. `undefined` takes a claim out. */
export const claims = (others = {}) => ({ exp: expiresAt, r: "standup", ...others, d: domain, iat: issuedAt });

/** The same with permissions. */
export const permitted = (p, others = {}) => claims({ ...others, p });

export const grant = (others = {}) => ({ purpose: ["participant"], room: "standup", expiresAt, ...others });
export const granting = (rights) => grant({ rights });

export const sending = (...kinds) => ({ publish: { ...allOf(media, false), ...allOf(kinds, true) } });
export const moderating = (value) => ({ moderate: allOf(moderation, value) });

/** What an owner may beyond others: everything that Daily calls administration. */
export const owning = { ...moderating(true), admit: true, livestream: true, transcribe: true };
