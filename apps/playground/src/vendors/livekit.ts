import { createLiveKit, livekit } from "@roompass/livekit";
import { connectionOf, type PageVendor, throwAwayKey } from "./vendor.js";

const exampleKey = "your-api-key";

export const livekitVendor: PageVendor = {
  name: "livekit",
  adapter: livekit,
  packageName: "@roompass/livekit",
  factory: "createLiveKit",
  environment: ["LIVEKIT_API_KEY", "LIVEKIT_API_SECRET"],
  fields: [
    {
      name: "apiKey",
      label: "API key",
      isSecret: false,
      hint: "Written into every token as `iss`.",
      placeholder: exampleKey,
    },
    { name: "apiSecret", label: "API secret", isSecret: true, hint: "As the project shows it.", placeholder: "" },
  ],
  connect: ({ apiKey = "", apiSecret = "" }, now) =>
    connectionOf(createLiveKit({ apiKey, apiSecret, clock: () => now })),
  standIn: (now) => connectionOf(createLiveKit({ apiKey: exampleKey, apiSecret: throwAwayKey(), clock: () => now })),
};
