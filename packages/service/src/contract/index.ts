export type * from "./audit.js";
export type * from "./caller.js";
export type * from "./metrics.js";
export type * from "./policy.js";
export type * from "./settings.js";
export type * from "./store.js";
export type * from "./token-service.js";
