import type { Expectations } from "@roompass/core";
import { createVideoSDK, videosdk } from "@roompass/videosdk";
import type { Vendor } from "./vendor.js";

type Input = Parameters<ReturnType<typeof createVideoSDK>["issue"]>[0];

/** VideoSDK: signs and checks here, with the project's API key and secret. */
export const videosdkVendor: Vendor = {
  name: videosdk.vendor,
  adapter: videosdk,
  needs: () => ["VIDEOSDK_API_KEY", "VIDEOSDK_SECRET"],
  rejectsToken: () => false,
  connect({ credentials, now }) {
    const provider = createVideoSDK({
      apiKey: credentials.one("VIDEOSDK_API_KEY") ?? "",
      secret: credentials.all("VIDEOSDK_SECRET") ?? "",
      clock: () => now,
    });
    return {
      adapter: videosdk,
      tenant: provider.tenant,
      method: "sign",
      checkedBy: "signature",
      issue: (input: unknown) => provider.issue(input as Input),
      verify: (token: string, expected: Expectations) => provider.verify(token, expected),
    };
  },
};
