import { type Clock, type Provider, RoompassError } from "@roompass/core";
import {
  checkOptions,
  createKeyRing,
  createSigningProvider,
  importSecret,
  orEnvironment,
  type SecretMaterial,
} from "@roompass/core/kit";
import { livekit } from "./adapter.js";
import type { LivekitGrantInput } from "./grant-input.js";
import type { LivekitProperties } from "./properties.js";

/** One LiveKit project: its key, and what the machine around it gives. */
export interface LivekitSettings {
  /** The API key, written into `iss`. Default: environment variable `LIVEKIT_API_KEY`. */
  readonly apiKey?: string;
  /**
   * The API secret, as text, nothing decoded. Default: `LIVEKIT_API_SECRET`. With several the first signs and all of
   * them verify, for rotation.
   */
  readonly apiSecret?: SecretMaterial | readonly SecretMaterial[];
  /** Unix seconds; default the machine's clock. */
  readonly clock?: Clock;
}

/** A LiveKit project that issues, inspects and verifies tokens. */
export type LivekitProvider = Provider<"livekit", LivekitProperties, LivekitGrantInput>;

function readApiKey(settings: LivekitSettings): string {
  const apiKey = orEnvironment(settings.apiKey, "LIVEKIT_API_KEY");
  if (typeof apiKey !== "string" || apiKey.trim() === "") {
    throw new RoompassError("provider.settings", "LiveKit needs the API key.", {
      path: "apiKey",
      cure: "Pass `apiKey` or set LIVEKIT_API_KEY.",
    });
  }
  // A line break comes from reading a file without trimming it, and would be signed into every token.
  if (/[^\x21-\x7e]/.test(apiKey)) {
    throw new RoompassError("provider.settings", "The API key contains white space or characters that no key has.", {
      path: "apiKey",
      cure: "Remove the trailing line break, and whatever else came along when it was copied.",
    });
  }
  return apiKey;
}

function readSecrets(settings: LivekitSettings): readonly SecretMaterial[] {
  const secret = orEnvironment(settings.apiSecret, "LIVEKIT_API_SECRET");
  if (secret === undefined) {
    throw new RoompassError("key.empty", "LiveKit needs the API secret.", {
      path: "apiSecret",
      cure: "Pass `apiSecret` or set LIVEKIT_API_SECRET.",
    });
  }
  return Array.isArray(secret) ? secret : [secret as SecretMaterial];
}

function checkMethod({ method }: { readonly method?: unknown }): void {
  if (method === undefined || method === "sign") return;
  throw new RoompassError("provider.unsupported", "LiveKit's tokens are signed here only.", {
    path: "method",
    cure: "Leave `method` out. LiveKit documents no call that mints a token with the project's secret.",
  });
}

const knownSettings = {
  called: "settings",
  names: ["apiKey", "apiSecret", "clock", "method"],
  restricting: ["apiKey"],
  code: "provider.settings",
} as const;

/**
 * Makes a provider that signs and verifies LiveKit tokens offline.
 *
 * @throws RoompassError `provider.settings` without a usable API key or for a setting that does not exist; `key.empty` or `key.unsuitable` for the secret;
 *   `provider.unsupported` for a `method` other than `sign`.
 */
export function createLiveKit(settings: LivekitSettings = {}): LivekitProvider {
  checkOptions(settings, knownSettings);
  checkMethod(settings as { readonly method?: unknown });
  return createSigningProvider<"livekit", LivekitProperties, LivekitGrantInput>({
    adapter: livekit,
    tenant: readApiKey(settings),
    keys: createKeyRing(readSecrets(settings).map((secret) => importSecret(secret, { algorithm: "HS256" }))),
    ...(settings.clock === undefined ? {} : { clock: settings.clock }),
  });
}
