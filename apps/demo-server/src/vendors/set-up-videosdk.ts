import { createVideosdkEmulator } from "@roompass/emulators";
import { createVideoSDK } from "@roompass/videosdk";
import { exampleVideosdkRoom, type SetUpVendor } from "./vendor-setup.js";

export const setUpVideosdk: SetUpVendor = (configuration, { clock }) => {
  const { VIDEOSDK_API_KEY: apiKey, VIDEOSDK_SECRET: secret } = configuration;
  const isEmulated =
    configuration.emulatesMissing && (secret === undefined || configuration.ROOMPASS_EMULATORS === "on");
  const named = { vendor: "videosdk", displayName: "VideoSDK" } as const;
  if (!isEmulated) {
    if (apiKey === undefined || secret === undefined) return undefined;
    return { ...named, provider: createVideoSDK({ apiKey, secret, clock }), madeUp: {} };
  }
  const emulator = createVideosdkEmulator({
    clock,
    rooms: { [exampleVideosdkRoom]: {} },
    ...(apiKey === undefined ? {} : { apiKey }),
    ...(secret === undefined ? {} : { secret }),
  });
  const { credentials } = emulator;
  const provider = createVideoSDK({ apiKey: credentials.apiKey, secret: secret ?? credentials.secret, clock });
  const madeUp =
    secret === undefined ? { VIDEOSDK_API_KEY: credentials.apiKey, VIDEOSDK_SECRET: credentials.secret } : {};
  return { ...named, provider, emulator, madeUp };
};
