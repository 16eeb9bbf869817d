import { type Clock, type Provider, RoompassError } from "@roompass/core";
import {
  checkOptions,
  createKeyRing,
  createSigningProvider,
  importSecret,
  orEnvironment,
  type SecretMaterial,
} from "@roompass/core/kit";
import { videosdk } from "./adapter.js";
import type { VideosdkGrantInput, VideosdkProperties } from "./properties.js";

/** One VideoSDK project: its key, and what the machine around it gives. */
export interface VideosdkSettings {
  /** The project's API key, written into `apikey`. Default: environment variable `VIDEOSDK_API_KEY`. */
  readonly apiKey?: string;
  /**
   * The project's secret, as the dashboard shows it (text, nothing decoded). Default: `VIDEOSDK_SECRET`. With several the
   * first signs and all of them verify, for rotation.
   */
  readonly secret?: SecretMaterial | readonly SecretMaterial[];
  /** Unix seconds; default the machine's clock. */
  readonly clock?: Clock;
}

/** A VideoSDK project that issues, inspects and verifies tokens. */
export type VideosdkProvider = Provider<"videosdk", VideosdkProperties, VideosdkGrantInput>;

function readApiKey(settings: VideosdkSettings): string {
  const apiKey = orEnvironment(settings.apiKey, "VIDEOSDK_API_KEY");
  if (typeof apiKey !== "string" || apiKey.trim() === "") {
    throw new RoompassError("provider.settings", "VideoSDK needs the project's API key.", {
      path: "apiKey",
      cure: "Pass `apiKey` or set VIDEOSDK_API_KEY.",
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

function readSecrets(settings: VideosdkSettings): readonly SecretMaterial[] {
  const secret = orEnvironment(settings.secret, "VIDEOSDK_SECRET");
  if (secret === undefined) {
    throw new RoompassError("key.empty", "VideoSDK needs the project's secret.", {
      path: "secret",
      cure: "Pass `secret` or set VIDEOSDK_SECRET.",
    });
  }
  return Array.isArray(secret) ? secret : [secret as SecretMaterial];
}

function checkMethod({ method }: { readonly method?: unknown }): void {
  if (method === undefined || method === "sign") return;
  throw new RoompassError("provider.unsupported", "VideoSDK's tokens are signed here only.", {
    path: "method",
    cure: "Leave `method` out. VideoSDK documents no call that mints a token with the project's secret.",
  });
}

const knownSettings = {
  called: "settings",
  names: ["apiKey", "secret", "clock", "method"],
  restricting: ["apiKey"],
  code: "provider.settings",
} as const;

/**
 * Makes a provider that signs and verifies VideoSDK tokens offline.
 *
 * @throws RoompassError `provider.settings` without a usable API key or for a setting that does not exist; `key.empty` or `key.unsuitable` for the secret;
 *   `provider.unsupported` for a `method` other than `sign`.
 */
export function createVideoSDK(settings: VideosdkSettings = {}): VideosdkProvider {
  checkOptions(settings, knownSettings);
  checkMethod(settings as { readonly method?: unknown });
  return createSigningProvider<"videosdk", VideosdkProperties, VideosdkGrantInput>({
    adapter: videosdk,
    tenant: readApiKey(settings),
    keys: createKeyRing(readSecrets(settings).map((secret) => importSecret(secret, { algorithm: "HS256" }))),
    ...(settings.clock === undefined ? {} : { clock: settings.clock }),
  });
}
