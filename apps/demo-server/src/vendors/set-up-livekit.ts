import { createLiveKit } from "@roompass/livekit";
import type { SetUpVendor } from "./vendor-setup.js";

/** LiveKit has no emulator here, and needs none: its tokens are signed and checked on the spot, with any pair of keys. */
export const setUpLivekit: SetUpVendor = (configuration, { clock, randomHex }) => {
  const { LIVEKIT_API_KEY: apiKey, LIVEKIT_API_SECRET: apiSecret } = configuration;
  const named = { vendor: "livekit", displayName: "LiveKit" } as const;
  if (apiKey !== undefined && apiSecret !== undefined) {
    return { ...named, provider: createLiveKit({ apiKey, apiSecret, clock }), madeUp: {} };
  }
  if (!configuration.emulatesMissing) return undefined;
  const madeUp = { LIVEKIT_API_KEY: "example-key", LIVEKIT_API_SECRET: randomHex(32) };
  const provider = createLiveKit({ apiKey: madeUp.LIVEKIT_API_KEY, apiSecret: madeUp.LIVEKIT_API_SECRET, clock });
  return { ...named, provider, madeUp };
};
