import { createHmac } from "node:crypto";
import { now } from "./fake-io.js";

// Keys that sign nothing but these tests' tokens.
export const dailyKey = "TEST-ONLY-daily-key-0123456789abcdef";
export const domainId = "25df5057-ef0d-4d97-bde6-0cf287276cbb";
export const meteredKey = "TEST-ONLY-metered-key-0123456789abcdef";
export const videosdkKey = "TEST-ONLY-project";
export const videosdkSecret = "TEST-ONLY-videosdk-secret-0123456789";

export const livekitKey = "TEST-ONLY-livekit-key";
export const livekitSecret = "TEST-ONLY-livekit-secret-0123456789";

export const dailyEnv = { DAILY_API_KEY: dailyKey, DAILY_DOMAIN_ID: domainId };
export const livekitEnv = { LIVEKIT_API_KEY: livekitKey, LIVEKIT_API_SECRET: livekitSecret };
export const meteredEnv = { METERED_APP_NAME: "test-app", METERED_SECRET_KEY: meteredKey };
export const videosdkEnv = { VIDEOSDK_API_KEY: videosdkKey, VIDEOSDK_SECRET: videosdkSecret };

/** Metered's published example token: every room, for ever. */
export const meteredExample: string = [
  "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9",
  "eyJkYXRhIjp7Imdsb2JhbFRva2VuIjp0cnVlLCJhcHBOYW1lIjoiaHlwcmhvc3QifSwiaWF0IjoxNjI3NzcwNDI2fQ",
  "mVkFCexiE9UFHN8ujvsEVmXLllu2dXmF--4PzBFYjDY",
].join(".");

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** An HS256 token with any claims, made without the code under test. */
export function sign(claims: unknown, key: string, header: unknown = { alg: "HS256", typ: "JWT" }): string {
  const input = `${base64url(header)}.${base64url(claims)}`;
  return `${input}.${createHmac("sha256", key).update(input).digest("base64url")}`;
}

/** A plain guest: one room, one person, one hour. */
export const guestClaims = { r: "standup", d: domainId, iat: now - 60, exp: now + 3600, u: "Alice", ud: "u_1" };

export function dailyToken(claims: Readonly<Record<string, unknown>> = {}): string {
  return sign({ ...guestClaims, ...claims }, dailyKey);
}

export function videosdkToken(claims: Readonly<Record<string, unknown>> = {}): string {
  const plain = { apikey: videosdkKey, permissions: ["allow_join"], version: 2, roomId: "2kyv-gzay-64pg" };
  return sign({ ...plain, roles: ["rtc"], iat: now - 60, exp: now + 3600, ...claims }, videosdkSecret);
}

export function livekitToken(claims: Readonly<Record<string, unknown>> = {}): string {
  const plain = { iss: livekitKey, sub: "u_1", name: "Alice", video: { roomJoin: true, room: "standup" } };
  // As LiveKit's Node package writes it: no `typ`, no time of issue.
  return sign({ ...plain, nbf: now - 60, exp: now + 3600, ...claims }, livekitSecret, { alg: "HS256" });
}

export function meteredToken(data: Readonly<Record<string, unknown>> = {}): string {
  const plain = { roomName: "standup", appName: "test-app", expireUnixSec: now + 3600, isAdmin: false };
  return sign({ data: { ...plain, ...data }, iat: now - 60 }, "TEST-ONLY-a-key-that-only-the-vendor-has");
}
