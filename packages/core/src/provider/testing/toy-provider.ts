import type { GrantInput } from "../../grant/grant-input.js";
import { createKeyRing, importSecret, type KeyRing } from "../../jws/index.js";
import { mint } from "../../jws/testing/mint.js";
import { toyAdapter } from "../../testing/toy-adapter.js";
import type { ToyProperties } from "../../testing/toy-properties.js";
import type { Provider } from "../provider.js";
import { createSigningProvider, type SigningSettings } from "../signing-provider.js";

/** The clock of these tests, in unix seconds. */
export const now = 1_800_000_000;
export const secret = "TEST-ONLY-toy-secret-of-forty-characters";
export const tenant = "acme";

export function ringOf(...secrets: readonly string[]): KeyRing {
  return createKeyRing(secrets.map((text) => importSecret(text, { algorithm: "HS256" })));
}

export type ToyProvider = Provider<"toy", ToyProperties, GrantInput>;

export function toyProvider(settings: Partial<SigningSettings<"toy", ToyProperties>> = {}): ToyProvider {
  return createSigningProvider({ adapter: toyAdapter, tenant, keys: ringOf(secret), clock: () => now, ...settings });
}

type Claims = Readonly<Record<string, unknown>>;

/** Claims that the provider above accepts; a member that is `undefined` is left out. */
export function goodClaims(changes: Claims = {}): Claims {
  return { kind: "toy/1", account: tenant, room: "standup", iat: now, exp: now + 3600, ...changes };
}

/** A token with a right signature, whatever the claims and the header. */
export function signed(changes: Claims = {}, header: Claims = { alg: "HS256", typ: "JWT" }, key = secret): string {
  return mint(header, goodClaims(changes), Buffer.from(key));
}

/** A grant in its shortest form. */
export function grantInput(changes: Partial<GrantInput> = {}): GrantInput {
  return { room: "standup", ...("expiresAt" in changes ? {} : { expiresIn: "1h" }), ...changes };
}
