import type { Expectations } from "@roompass/core";
import { createDaily, daily } from "@roompass/daily";
import type { Vendor } from "./vendor.js";

type Input = Parameters<ReturnType<typeof createDaily>["issue"]>[0];

/** Daily: signs with the API key where the domain id is known, else asks Daily to mint and to validate. */
export const dailyVendor: Vendor = {
  name: daily.vendor,
  adapter: daily,
  needs(task, method) {
    if (task === "plan" || task === "verify remotely" || method === "request") return ["DAILY_API_KEY"];
    return method === "sign" ? ["DAILY_API_KEY", "DAILY_DOMAIN_ID"] : ["DAILY_API_KEY"];
  },
  // 401 and 403 are about the API key.
  rejectsToken: (status) => status === 400 || status === 404,
  connect({ credentials, io, now, method }) {
    const domainId = credentials.one("DAILY_DOMAIN_ID");
    const provider = createDaily({
      apiKey: credentials.all("DAILY_API_KEY") ?? "",
      ...(domainId === undefined ? {} : { domainId }),
      ...(method === undefined ? {} : { method }),
      fetch: io.fetch,
      clock: () => now,
    });
    return {
      adapter: daily,
      tenant: provider.tenant,
      method: provider.method,
      checkedBy: provider.method === "sign" ? "signature" : "vendor",
      issue: (input: unknown) => provider.issue(input as Input),
      verify: (token: string, expected: Expectations) => provider.verify(token, expected),
      verifyRemotely: (token: string, expected: Expectations) => provider.validate(token, expected),
      plan: (input: unknown) => provider.plan(input as Input),
    };
  },
};
