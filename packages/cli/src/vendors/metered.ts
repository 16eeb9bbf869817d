import type { Expectations } from "@roompass/core";
import { createMetered, metered } from "@roompass/metered";
import type { Vendor } from "./vendor.js";

type Input = Parameters<ReturnType<typeof createMetered>["issue"]>[0];

/** Metered: mints and validates by request only. Validating needs the app's name and no key. */
export const meteredVendor: Vendor = {
  name: metered.vendor,
  adapter: metered,
  needs(task) {
    return task === "issue" ? ["METERED_APP_NAME", "METERED_SECRET_KEY"] : ["METERED_APP_NAME"];
  },
  // The request carries the token and no key, so whatever is wrong with it is the token. Which status is not documented.
  rejectsToken: (status) => status >= 400 && status < 500 && status !== 429,
  connect({ credentials, io, now }) {
    const secretKey = credentials.one("METERED_SECRET_KEY");
    const provider = createMetered({
      appName: credentials.one("METERED_APP_NAME") ?? "",
      ...(secretKey === undefined ? {} : { secretKey }),
      fetch: io.fetch,
      clock: () => now,
    });
    return {
      adapter: metered,
      tenant: provider.tenant,
      method: "request",
      checkedBy: "vendor",
      issue: (input: unknown) => provider.issue(input as Input),
      verify: (token: string, expected: Expectations) => provider.verify(token, expected),
      plan: (input: unknown) => provider.plan(input as Input),
    };
  },
};
