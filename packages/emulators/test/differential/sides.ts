import {
  inspectToken,
  type Provider,
  type ReportEntry,
  RoompassError,
  type Translated,
  TranslationError,
  type TranslationPolicy,
  translate,
} from "@roompass/core";
import type { AnyAdapter } from "@roompass/core/adapter";
import { createDaily, daily } from "@roompass/daily";
import { createMetered, metered } from "@roompass/metered";
import { createVideoSDK, videosdk } from "@roompass/videosdk";
import { CompactSign } from "jose";
import {
  createDailyEmulator,
  createMeteredEmulator,
  createVideosdkEmulator,
  type Emulator,
  type Vendor,
} from "../../src/index.js";
import { countingBytes, now } from "../over-http.js";
import type { Claims } from "./spaces.js";

const world = { clock: () => now, randomBytes: countingBytes() };
const clock = world.clock;
const apiKey = "TEST-ONLY-key-of-the-differential-test-0123456789";
const domainId = "25df5057-ef0d-4d97-bde6-0cf287276cbb";
const appName = "test-app";

const emulators: Readonly<Record<Vendor, Emulator>> = {
  daily: createDailyEmulator({ ...world, apiKey, domainId }),
  metered: createMeteredEmulator({ ...world, appName, secretKey: apiKey, signingSecret: apiKey }),
  videosdk: createVideosdkEmulator({ ...world, apiKey: "TEST-ONLY-project", secret: apiKey }),
};

export const adapters: Readonly<Record<Vendor, AnyAdapter>> = { daily, metered, videosdk };

const providers = {
  daily: createDaily({ apiKey, domainId, method: "sign", clock }),
  metered: createMetered({ appName, secretKey: apiKey, clock, fetch: emulators.metered.fetch }),
  videosdk: createVideoSDK({ apiKey: "TEST-ONLY-project", secret: apiKey, clock }),
};

const boundTo: Readonly<Record<Vendor, (claims: Claims) => unknown>> = {
  daily: ({ ud }) => ud,
  metered: ({ data }) => (data as Claims)["externalUserId"],
  videosdk: ({ participantId }) => participantId,
};

/** The id that a token is bound to, or else one that nobody is bound to. */
export function idOf(vendor: Vendor, claims: Claims): string {
  const id = boundTo[vendor](claims);
  return typeof id === "string" ? id : "u_1";
}

/** What every token of the vendor's says about the account. */
const account: Readonly<Record<Vendor, Claims>> = {
  daily: { d: domainId },
  metered: {},
  videosdk: { apikey: "TEST-ONLY-project" },
};

const key = new TextEncoder().encode(apiKey);

export function sign(vendor: Vendor, claims: Claims): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify({ ...claims, ...account[vendor] }));
  return new CompactSign(bytes).setProtectedHeader({ alg: "HS256", typ: "JWT" }).sign(key);
}

export const emulatorOf = (vendor: Vendor): Emulator => emulators[vendor];

export interface Moved {
  /** The new token, signed here or minted by the emulator. */
  readonly token: string;
  readonly report: readonly ReportEntry[];
}

/** Codes with which a provider may refuse to issue what was translated: nothing is handed out then. */
const refusals = new Set(["token.expired", "token.lifetime"]);

/** Translates a token and has the new vendor's provider issue it; `undefined` where either refuses. */
export async function move(
  token: string,
  from: Vendor,
  to: Vendor,
  policy: TranslationPolicy,
): Promise<Moved | undefined> {
  const reading = inspectToken(token, adapters[from], { now });
  const target = providers[to] as Provider<Vendor, unknown, never>;
  let moved: Translated;
  try {
    const options = {
      from: adapters[from],
      to: target,
      now,
      policy,
      includeExact: true,
      trustUnverified: true,
    } as const;
    moved = translate(reading, options);
  } catch (error) {
    if (error instanceof TranslationError) return undefined;
    throw error;
  }
  try {
    const { token: issued } = await target.issue(moved as never);
    return { token: issued, report: moved.report };
  } catch (error) {
    if (error instanceof RoompassError && refusals.has(error.code)) return undefined;
    throw error;
  }
}
