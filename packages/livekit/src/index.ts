export { livekit } from "./adapter.js";
export { capabilities, harmless, limits, residueRules } from "./capabilities.js";
export { defaults } from "./defaults.js";
export type {
  LivekitExtensions,
  LivekitGrantInput,
  LivekitParticipantInput,
  LivekitServerExtensions,
  LivekitServerInput,
} from "./grant-input.js";
export type {
  LivekitAgentGrant,
  LivekitInferenceGrant,
  LivekitObservabilityGrant,
  LivekitProperties,
  LivekitSipGrant,
  LivekitTrackSource,
  LivekitVideoGrant,
} from "./properties.js";
export { createLiveKit, type LivekitProvider, type LivekitSettings } from "./provider.js";
