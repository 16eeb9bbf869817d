import type { Clock, Provider } from "@roompass/core";
import { RoompassError } from "@roompass/core";
import {
  createKeyRing,
  createSigningProvider,
  importSecret,
  readEnvironment,
  type SecretMaterial,
} from "@roompass/core/kit";
import { videosdk } from "./adapter.js";
import type { VideosdkGrantInput, VideosdkProperties } from "./properties.js";

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

export type VideosdkProvider = Provider<"videosdk", VideosdkProperties, VideosdkGrantInput>;

function listOf(secret: VideosdkSettings["secret"]): readonly SecretMaterial[] {
  return Array.isArray(secret) ? secret : [secret as SecretMaterial];
}

/**
 * Makes a provider that signs and verifies VideoSDK tokens offline.
 *
 * @throws RoompassError `provider.settings` without an API key, `key.empty` or `key.unsuitable` for the secret.
 */
export function createVideoSDK(settings: VideosdkSettings = {}): VideosdkProvider {
  const apiKey = settings.apiKey ?? readEnvironment("VIDEOSDK_API_KEY");
  if (typeof apiKey !== "string" || apiKey.trim() === "") {
    throw new RoompassError("provider.settings", "VideoSDK needs the project's API key.", {
      path: "apiKey",
      cure: "Pass `apiKey` or set VIDEOSDK_API_KEY.",
    });
  }
  const secrets = listOf(settings.secret ?? readEnvironment("VIDEOSDK_SECRET"));
  return createSigningProvider<"videosdk", VideosdkProperties, VideosdkGrantInput>({
    adapter: videosdk,
    tenant: apiKey,
    keys: createKeyRing(secrets.map((secret) => importSecret(secret, { algorithm: "HS256" }))),
    ...(settings.clock === undefined ? {} : { clock: settings.clock }),
  });
}
