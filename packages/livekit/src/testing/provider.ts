import { mint } from "../../../core/src/jws/testing/mint.ts";
import type { LivekitParticipantInput } from "../grant-input.js";
import { createLiveKit, type LivekitProvider, type LivekitSettings } from "../provider.js";

type Members = Readonly<Record<string, unknown>>;

/** The clock of these tests, in unix seconds. */
export const now = 1_800_000_000;
export const apiKey = "TEST-ONLY-livekit-key";
export const apiSecret = "TEST-ONLY-livekit-secret-0123456789-abcdef";
export const oldSecret = "TEST-ONLY-livekit-old-secret-0123456789-ab";
export const room = "standup";

export function provider(settings: LivekitSettings = {}): LivekitProvider {
  return createLiveKit({ apiKey, apiSecret, clock: () => now, ...settings });
}

/** A participant's grant in its shortest form. */
export function grant(changes: Partial<LivekitParticipantInput> = {}): LivekitParticipantInput {
  return { room, participant: { id: "u_1" }, expiresIn: "1h", ...changes };
}

/** Claims of a plain participant; a member that is `undefined` is left out. */
export function guestClaims(changes: Members = {}): Members {
  return { iss: apiKey, sub: "u_1", video: { roomJoin: true, room }, iat: now, exp: now + 3600, ...changes };
}

/** A token with a right signature by the secret, whatever its claims and its header. */
export function tokenOf(changes: Members = {}, key = apiSecret, header: Members = { alg: "HS256" }): string {
  return mint(header, guestClaims(changes), Buffer.from(key));
}
