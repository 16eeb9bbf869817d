import { createVideoSDK, videosdk } from "@roompass/videosdk";
import { connectionOf, type PageVendor, throwAwayKey } from "./vendor.js";

const exampleKey = "your-api-key";

export const videosdkVendor: PageVendor = {
  name: "videosdk",
  adapter: videosdk,
  packageName: "@roompass/videosdk",
  factory: "createVideoSDK",
  environment: ["VIDEOSDK_API_KEY", "VIDEOSDK_SECRET"],
  fields: [
    {
      name: "apiKey",
      label: "API key",
      isSecret: false,
      hint: "Written into every token as `apikey`.",
      placeholder: exampleKey,
    },
    { name: "secret", label: "Secret", isSecret: true, hint: "As the dashboard shows it.", placeholder: "" },
  ],
  connect: ({ apiKey = "", secret = "" }, now) => connectionOf(createVideoSDK({ apiKey, secret, clock: () => now })),
  standIn: (now) => connectionOf(createVideoSDK({ apiKey: exampleKey, secret: throwAwayKey(), clock: () => now })),
};
