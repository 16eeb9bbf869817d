export { videosdk } from "./adapter.js";
export { capabilities, harmless, limits, residueRules } from "./capabilities.js";
export { defaults } from "./defaults.js";
export type {
  VideosdkExtensions,
  VideosdkGrantInput,
  VideosdkPermission,
  VideosdkProperties,
  VideosdkRole,
} from "./properties.js";
export { createVideoSDK, type VideosdkProvider, type VideosdkSettings } from "./provider.js";
