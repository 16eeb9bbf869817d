import { mint } from "../../../core/src/jws/testing/mint.ts";
import { fakeFetch, textAnswer } from "../../../core/src/request/testing/fake-fetch.ts";
import type { MeteredGrantInput } from "../properties.js";
import { createMetered, type MeteredProvider, type MeteredSettings } from "../provider.js";

type Members = Readonly<Record<string, unknown>>;
type Answering = ReturnType<typeof fakeFetch>;

/** The clock of these tests, in unix seconds. */
export const now = 1_800_000_000;
export const secretKey = "TEST-ONLY-metered-secret-0123456789-abcdef";
export const appName = "test-app";
/** Settings, or a whole network of `answering` in their place. */
type TestSettings = MeteredSettings & { readonly calls?: unknown };

export const base = "https://test-app.metered.live/api/v1";

export function provider({ calls: _calls, ...settings }: TestSettings = {}): MeteredProvider {
  return createMetered({ appName, secretKey, clock: () => now, ...settings });
}

/** A network on which Metered gives this answer to everything, and which remembers what Metered was asked. */
export function answering(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Answering {
  return fakeFetch(() => textAnswer(typeof body === "string" ? body : JSON.stringify(body), status, headers));
}

/** A network that must not be used. */
export const silentNetwork = (): Answering =>
  fakeFetch(() => {
    throw new Error("Nothing was to be sent.");
  });

/** A grant in its shortest form. */
export function grant(changes: Partial<MeteredGrantInput> = {}): MeteredGrantInput {
  return { room: "standup", expiresIn: "1h", ...changes };
}

/** What is inside `data` of a plain guest's token; a member that is `undefined` is left out. */
export function guestData(changes: Members = {}): Members {
  return { roomName: "standup", expireUnixSec: now + 3600, appName, ...changes };
}

/** A token as Metered would mint it, with a key that only this file has in the place of Metered's. */
export function tokenOf(data: Members = {}, beside: Members = {}): string {
  const claims = { data: guestData(data), iat: now, ...beside };
  return mint({ alg: "HS256", typ: "JWT" }, claims, Buffer.from("TEST-ONLY-the-key-that-only-Metered-has"));
}
