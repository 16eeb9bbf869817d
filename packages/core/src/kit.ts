export { type IsReadable, unreadableMembers } from "./adapter/unreadable-members.js";
export { blockedBy, chooseOption, type Option } from "./authority/choose-option.js";
export { rememberChoice } from "./authority/remember-choice.js";
export { plainReading } from "./authority/verdict.js";
export { checkOptions, type KnownOptions } from "./errors/check-options.js";
export { sameValue } from "./grant/compare-values.js";
export type { Draft } from "./grant/draft.js";
export { deepFreeze } from "./grant/freeze.js";
export { isObject } from "./grant/is-object.js";
export { captureModes, subscribeKinds } from "./grant/kinds.js";
export { nearestName, plainForm } from "./grant/nearest-name.js";
export { readPath } from "./grant/paths.js";
export {
  createKeyRing,
  firstMilliseconds,
  formatPath,
  importKey,
  importSecret,
  type KeyRing,
  parseCompact,
  type Secret,
  type SecretMaterial,
  scanJson,
  signCompact,
  stripPastingNoise,
  tokensInJson,
} from "./jws/index.js";
export { type Clock, clockSetting } from "./provider/clock.js";
export { inspectToken } from "./provider/inspect.js";
export { type NearestName, nearestOfFirst } from "./provider/nearest-names.js";
export { prepareIssue } from "./provider/prepare.js";
export type { Prepared, PrepareOptions } from "./provider/prepared.js";
export { createProjectProvider, type ProjectNames } from "./provider/project-provider.js";
export {
  type Contradiction,
  createRequestProvider,
  type RequestProvider,
  type RequestSettings,
} from "./provider/request-provider.js";
export { createSigningProvider, type SigningSettings } from "./provider/signing-provider.js";
export { Credential } from "./request/credential.js";
export { orEnvironment } from "./request/environment.js";
export { type ExecuteOptions, executePlan, type VendorAnswer } from "./request/execute-plan.js";
export type { FetchLike } from "./request/fetch-like.js";
