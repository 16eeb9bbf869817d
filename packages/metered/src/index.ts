export { metered } from "./adapter.js";
export { capabilities, limits, residueRules } from "./capabilities.js";
export { type AdminState, defaults, type RoomRule, rightDefaults, roomRules } from "./defaults.js";
export type { MeteredExtensions } from "./extensions.js";
export type { MeteredGrantInput, MeteredProperties, MeteredRequestBody } from "./properties.js";
export { createMetered, type MeteredProvider, type MeteredSettings } from "./provider.js";
export { toRequestBody } from "./request-body.js";
