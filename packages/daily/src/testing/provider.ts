import { mint } from "../../../core/src/jws/testing/mint.ts";
import { fakeFetch, textAnswer } from "../../../core/src/request/testing/fake-fetch.ts";
import type { DailyGrantInput } from "../properties.js";
import { createDaily, type DailyProvider, type DailySettings } from "../provider.js";

type Members = Readonly<Record<string, unknown>>;
type Answering = ReturnType<typeof fakeFetch>;

/** The clock of these tests, in unix seconds. */
export const now = 1_800_000_000;
export const apiKey = "TEST-ONLY-daily-api-key-0123456789-abcdef";
export const oldKey = "TEST-ONLY-daily-old-key-0123456789-abcdef";
export const domainId = "25df5057-ef0d-4d97-bde6-0cf287276cbb";
export const otherDomainId = "30f866c3-9123-452a-8723-ff58322d09c5";

/** Settings, or a whole network of `answering` in their place. */
type TestSettings = DailySettings & { readonly calls?: unknown };

/** A provider that signs. */
export function signing({ calls: _calls, ...settings }: TestSettings = {}): DailyProvider {
  return createDaily({ apiKey, domainId, method: "sign", clock: () => now, ...settings });
}

/** A provider that lets Daily mint. */
export function requesting({ calls: _calls, ...settings }: TestSettings = {}): DailyProvider {
  return createDaily({ apiKey, domainId, method: "request", clock: () => now, ...settings });
}

/** A provider that lets Daily mint, and does not know its domain. */
export function domainless(settings: TestSettings): DailyProvider {
  const { calls: _calls, ...given } = settings;
  return createDaily({ apiKey, method: "request", clock: () => now, ...given });
}

/** A network on which Daily gives this answer to everything, and which remembers what Daily was asked. */
export function answering(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Answering {
  return fakeFetch(() => textAnswer(typeof body === "string" ? body : JSON.stringify(body), status, headers));
}

/** A network that must not be used. */
export const silentNetwork = (): Answering =>
  fakeFetch(() => {
    throw new Error("Nothing was to be sent.");
  });

/** A grant in its shortest form. */
export function grant(changes: Partial<DailyGrantInput> = {}): DailyGrantInput {
  return { room: "standup", expiresIn: "1h", ...changes };
}

/** Claims of a plain guest; a member that is `undefined` is left out. */
export function guestClaims(changes: Members = {}): Members {
  return { exp: now + 3600, r: "standup", d: domainId, iat: now, ...changes };
}

/** A token with a right signature by the key, whatever its claims and its header. */
export function tokenOf(
  changes: Members = {},
  secret = apiKey,
  header: Members = { alg: "HS256", typ: "JWT" },
): string {
  return mint(header, guestClaims(changes), Buffer.from(secret));
}
