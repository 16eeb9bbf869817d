import { mint } from "../../../core/src/jws/testing/mint.ts";
import type { VideosdkGrantInput } from "../properties.js";
import { createVideoSDK, type VideosdkProvider, type VideosdkSettings } from "../provider.js";

type Members = Readonly<Record<string, unknown>>;

/** The clock of these tests, in unix seconds. */
export const now = 1_800_000_000;
export const apiKey = "TEST-ONLY-project";
export const secret = "TEST-ONLY-videosdk-secret-0123456789-abcdef";
export const oldSecret = "TEST-ONLY-videosdk-old-secret-0123456789-ab";
export const roomId = "2kyv-gzay-64pg";

export function provider(settings: VideosdkSettings = {}): VideosdkProvider {
  return createVideoSDK({ apiKey, secret, clock: () => now, ...settings });
}

/** A grant in its shortest form. */
export function grant(changes: Partial<VideosdkGrantInput> = {}): VideosdkGrantInput {
  return { room: roomId, expiresIn: "1h", entry: "direct", ...changes };
}

/** Claims of a plain guest; a member that is `undefined` is left out. */
export function guestClaims(changes: Members = {}): Members {
  const rights = { permissions: ["allow_join"], version: 2, roomId, roles: ["rtc"] };
  return { apikey: apiKey, ...rights, iat: now, exp: now + 3600, ...changes };
}

/** A token with a right signature by the secret, whatever its claims and its header. */
export function tokenOf(changes: Members = {}, key = secret, header: Members = { alg: "HS256", typ: "JWT" }): string {
  return mint(header, guestClaims(changes), Buffer.from(key));
}
