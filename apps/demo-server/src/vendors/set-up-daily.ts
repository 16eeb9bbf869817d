import { createDaily } from "@roompass/daily";
import { createDailyEmulator } from "@roompass/emulators";
import { emulatorFetch, exampleRoom, type SetUpVendor } from "./vendor-setup.js";

export const setUpDaily: SetUpVendor = (configuration, { clock, guard, publicFetch }) => {
  const { DAILY_API_KEY: apiKey, DAILY_DOMAIN_ID: domainId, ROOMPASS_DAILY_METHOD: method } = configuration;
  const isEmulated =
    configuration.emulatesMissing && (apiKey === undefined || configuration.ROOMPASS_EMULATORS === "on");
  const common = { clock, ...(method === undefined ? {} : { method }) };
  const named = { vendor: "daily", displayName: "Daily" } as const;
  if (!isEmulated) {
    if (apiKey === undefined) return undefined;
    const known = domainId === undefined ? {} : { domainId };
    const provider = createDaily({ ...common, apiKey, ...known, fetch: guard("daily", publicFetch) });
    return { ...named, provider, madeUp: {} };
  }
  const emulator = createDailyEmulator({
    clock,
    rooms: { [exampleRoom]: { privacy: "private" } },
    ...(apiKey === undefined ? {} : { apiKey }),
    ...(domainId === undefined ? {} : { domainId }),
  });
  const { credentials } = emulator;
  const provider = createDaily({
    ...common,
    apiKey: apiKey ?? credentials.apiKey,
    domainId: credentials.domainId,
    fetch: guard("daily", emulatorFetch(emulator)),
  });
  const madeUp = {
    ...(apiKey === undefined ? { DAILY_API_KEY: credentials.apiKey } : {}),
    ...(domainId === undefined ? { DAILY_DOMAIN_ID: credentials.domainId } : {}),
  };
  return { ...named, provider, emulator, madeUp };
};
