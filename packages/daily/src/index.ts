export { daily } from "./adapter.js";
export { capabilities, limits } from "./capabilities.js";
export { defaults } from "./defaults.js";
export { harmless } from "./harmless.js";
export type { DailyLanguage } from "./languages.js";
export type { DailyAdminRole, DailySendMedia } from "./media-codes.js";
export type {
  DailyCanReceive,
  DailyExtensions,
  DailyGrantInput,
  DailyPermissions,
  DailyProperties,
  DailyReceiveMedia,
  DailyTrackMap,
} from "./properties.js";
export { createDaily, type DailyDomain, type DailyProvider, type DailySettings } from "./provider.js";
export type { DailyRecording } from "./recording.js";
export { residueRules } from "./residue.js";
