export { type Action, actions } from "./action.js";
export { allows } from "./allows.js";
export type { Answer } from "./answer.js";
export { authorityOfGrant } from "./authority-of-grant.js";
export type { AllowsContext } from "./check-place.js";
export { type CompareOptions, compare } from "./compare.js";
export type { Change, ChangeKind, Comparison } from "./comparison.js";
export type { Granting, TokenWithAdapter } from "./subject.js";
