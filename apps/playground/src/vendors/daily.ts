import { createDaily, daily } from "@roompass/daily";
import { connectionOf, type PageVendor, throwAwayKey } from "./vendor.js";

const exampleDomain = "00000000-0000-4000-8000-000000000000";

export const dailyVendor: PageVendor = {
  name: "daily",
  adapter: daily,
  packageName: "@roompass/daily",
  factory: "createDaily",
  environment: ["DAILY_API_KEY", "DAILY_DOMAIN_ID"],
  fields: [
    {
      name: "domainId",
      label: "Domain id",
      isSecret: false,
      hint: "A UUID: `domain_id` in the answer of GET https://api.daily.co/v1/.",
      placeholder: exampleDomain,
    },
    {
      name: "apiKey",
      label: "API key",
      isSecret: true,
      hint: "Of the domain, from the dashboard.",
      placeholder: "",
    },
  ],
  connect: ({ apiKey = "", domainId = "" }, now) =>
    connectionOf(createDaily({ apiKey, domainId, method: "sign", clock: () => now })),
  standIn: (now) =>
    connectionOf(createDaily({ apiKey: throwAwayKey(), domainId: exampleDomain, method: "sign", clock: () => now })),
};
