import type { Clock, Provider } from "@roompass/core";
import { createProjectProvider, type SecretMaterial } from "@roompass/core/kit";
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

const names = {
  apiKey: { variable: "VIDEOSDK_API_KEY" },
  secret: { setting: "secret", variable: "VIDEOSDK_SECRET" },
} as const;

/**
 * Makes a provider that signs and verifies VideoSDK tokens offline.
 *
 * @throws RoompassError `provider.settings` without a usable API key or for a setting that does not exist; `key.empty` or
 *   `key.unsuitable` for the secret; `provider.unsupported` for a `method` other than `sign`.
 */
export function createVideoSDK(settings: VideosdkSettings = {}): VideosdkProvider {
  return createProjectProvider<"videosdk", VideosdkProperties, VideosdkGrantInput>(videosdk, settings, names);
}
