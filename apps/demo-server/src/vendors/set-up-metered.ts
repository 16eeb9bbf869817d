import { createMeteredEmulator } from "@roompass/emulators";
import { createMetered } from "@roompass/metered";
import { emulatorFetch, exampleRoom, type SetUpVendor } from "./vendor-setup.js";

export const setUpMetered: SetUpVendor = (configuration, { clock, guard, publicFetch }) => {
  const { METERED_APP_NAME: appName, METERED_SECRET_KEY: secretKey } = configuration;
  const isEmulated =
    configuration.emulatesMissing && (secretKey === undefined || configuration.ROOMPASS_EMULATORS === "on");
  const named = { vendor: "metered", displayName: "Metered" } as const;
  if (!isEmulated) {
    if (appName === undefined || secretKey === undefined) return undefined;
    const provider = createMetered({ appName, secretKey, clock, fetch: guard("metered", publicFetch) });
    return { ...named, provider, madeUp: {} };
  }
  const emulator = createMeteredEmulator({
    clock,
    rooms: { [exampleRoom]: { privacy: "private" } },
    ...(appName === undefined ? {} : { appName }),
    ...(secretKey === undefined ? {} : { secretKey }),
  });
  const { credentials } = emulator;
  const provider = createMetered({ ...credentials, clock, fetch: guard("metered", emulatorFetch(emulator)) });
  const madeUp =
    secretKey === undefined
      ? { METERED_APP_NAME: credentials.appName, METERED_SECRET_KEY: credentials.secretKey }
      : ({} as const);
  return { ...named, provider, emulator, madeUp };
};
