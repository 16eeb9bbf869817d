import type { Expectations } from "@roompass/core";
import { createLiveKit, livekit } from "@roompass/livekit";
import type { Vendor } from "./vendor.js";

type Input = Parameters<ReturnType<typeof createLiveKit>["issue"]>[0];

/** LiveKit: signs and checks here, with the project's API key and secret. */
export const livekitVendor: Vendor = {
  name: livekit.vendor,
  adapter: livekit,
  needs: () => ["LIVEKIT_API_KEY", "LIVEKIT_API_SECRET"],
  rejectsToken: () => false,
  connect({ credentials, now }) {
    const provider = createLiveKit({
      apiKey: credentials.one("LIVEKIT_API_KEY") ?? "",
      apiSecret: credentials.all("LIVEKIT_API_SECRET") ?? "",
      clock: () => now,
    });
    return {
      adapter: livekit,
      tenant: provider.tenant,
      method: "sign",
      checkedBy: "signature",
      issue: (input: unknown) => provider.issue(input as Input),
      verify: (token: string, expected: Expectations) => provider.verify(token, expected),
    };
  },
};
