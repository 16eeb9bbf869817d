export { metered } from "./adapter.js";
export { capabilities, harmless, limits, residueRules } from "./capabilities.js";
export { defaults } from "./defaults.js";
export type { MeteredExtensions } from "./extensions.js";
export type { MeteredGrantInput, MeteredProperties, MeteredRequestBody } from "./properties.js";
export { createMetered, type MeteredProvider, type MeteredSettings } from "./provider.js";
