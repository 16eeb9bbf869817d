import type { Clock, Provider } from "@roompass/core";
import { createProjectProvider, type SecretMaterial } from "@roompass/core/kit";
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

const names = {
  apiKey: { variable: "LIVEKIT_API_KEY" },
  secret: { setting: "apiSecret", variable: "LIVEKIT_API_SECRET" },
} as const;

/**
 * Makes a provider that signs and verifies LiveKit tokens offline.
 *
 * @throws RoompassError `provider.settings` without a usable API key or for a setting that does not exist; `key.empty` or
 *   `key.unsuitable` for the secret; `provider.unsupported` for a `method` other than `sign`.
 */
export function createLiveKit(settings: LivekitSettings = {}): LivekitProvider {
  return createProjectProvider<"livekit", LivekitProperties, LivekitGrantInput>(livekit, settings, names);
}
