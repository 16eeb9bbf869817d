import { expect, it } from "vitest";
import { readConfiguration } from "../configuration/read-configuration.js";
import { setUpVendors } from "./set-up-vendors.js";

const surroundings = { randomHex: () => "0", clock: () => 1_800_000_000, guard: () => fetch, publicFetch: fetch };

it("a setting that a vendor's adapter refuses is named by its own variable, with what to do", () => {
  const given = { DAILY_API_KEY: "TEST-ONLY-daily", DAILY_DOMAIN_ID: "CANARY", ROOMPASS_EMULATORS: "off" };
  const configuration = readConfiguration(given);
  expect(() => setUpVendors(configuration, surroundings)).toThrow(
    /\n {2}DAILY_DOMAIN_ID: Daily's domain id is a UUID\. It is `domain_id` in the answer of GET (?!.*CANARY)/,
  );
});
