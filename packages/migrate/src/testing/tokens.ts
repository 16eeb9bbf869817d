import { createHmac } from "node:crypto";
import { createDaily } from "@roompass/daily";
import { createVideoSDK } from "@roompass/videosdk";
import type { Setup } from "../setup.js";

/** 21 November 2026, 12:00:00 UTC. */
export const now = 1_795_262_400;

// Keys that sign nothing but these tests' tokens.
export const dailyKey = "TEST-ONLY-daily-key-0123456789abcdef";
export const domainId = "25df5057-ef0d-4d97-bde6-0cf287276cbb";
export const videosdkKey = "TEST-ONLY-project";
export const videosdkSecret = "TEST-ONLY-videosdk-secret-0123456789";

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** An HS256 token with any claims, made without the code under test. */
export function sign(claims: unknown, key: string): string {
  const input = `${base64url({ alg: "HS256", typ: "JWT" })}.${base64url(claims)}`;
  return `${input}.${createHmac("sha256", key).update(input).digest("base64url")}`;
}

/** The token of guest number `index`. */
export function dailyToken(index: number, claims: Readonly<Record<string, unknown>> = {}, key = dailyKey): string {
  const plain = { r: `room-${index % 10}`, d: domainId, iat: now - 60, exp: now + 3600, ud: `u_${index}` };
  return sign({ ...plain, ...claims }, key);
}

/** So many lines of tokens, with their line breaks. */
export function tokenLines(count: number): string {
  return Array.from(
    { length: count },
    (_, index) => `${JSON.stringify({ id: index, token: dailyToken(index) })}\n`,
  ).join("");
}

export function dailyAt(time: number, extra: Partial<Parameters<typeof createDaily>[0]> = {}) {
  return createDaily({ apiKey: dailyKey, domainId, clock: () => time, ...extra });
}

export function videosdkAt(time: number) {
  return createVideoSDK({ apiKey: videosdkKey, secret: videosdkSecret, clock: () => time });
}

/** Self-signed tokens of Daily become tokens of VideoSDK. */
export const setup: Setup = ({ now: time }) => ({
  from: dailyAt(time),
  to: videosdkAt(time),
  secrets: [dailyKey, videosdkSecret],
});

/** The claims of the token in a line of the output. */
export function claimsOf(line: string): Record<string, unknown> {
  const { token } = JSON.parse(line) as { token: string };
  return JSON.parse(Buffer.from(token.split(".")[1] as string, "base64url").toString()) as Record<string, unknown>;
}
