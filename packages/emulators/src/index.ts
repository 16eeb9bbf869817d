export {
  type AnyCredentials,
  type AnyEmulatorSettings,
  type CredentialsByVendor,
  createEmulator,
  vendors,
} from "./create-emulator.js";
export {
  createDailyEmulator,
  type DailyCredentials,
  type DailyEmulatorSettings,
} from "./daily/create-daily-emulator.js";
export { type Action, actions } from "./emulator/actions.js";
export type { Allowance, Basis } from "./emulator/answers.js";
export type { Emulator, JoinAnswer, Vendor } from "./emulator/emulator.js";
export { EmulatorError } from "./emulator/errors.js";
export type { Limits } from "./emulator/limits.js";
export { faultHeader } from "./emulator/make-emulator.js";
export type { Question, Visit } from "./emulator/question.js";
export type { EmulatorSettings } from "./emulator/settings.js";
export { type FaultName, faultNames } from "./faults/fault.js";
export {
  createMeteredEmulator,
  type MeteredCredentials,
  type MeteredEmulatorSettings,
} from "./metered/create-metered-emulator.js";
export type { AccountState } from "./videosdk/account.js";
export {
  createVideosdkEmulator,
  type VideosdkCredentials,
  type VideosdkEmulatorSettings,
} from "./videosdk/create-videosdk-emulator.js";
