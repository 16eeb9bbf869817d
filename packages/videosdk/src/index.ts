export { videosdk } from "./adapter.js";
export { videosdkDefaults } from "./defaults.js";
export type {
  VideosdkExtension,
  VideosdkGrantInput,
  VideosdkPermission,
  VideosdkProperties,
  VideosdkRole,
} from "./properties.js";
