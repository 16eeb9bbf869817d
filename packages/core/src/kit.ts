export { ceilingOfAuthority, ceilingOfGrant } from "./authority/ceilings.js";
export { blockedBy, chooseOption, type Option } from "./authority/choose-option.js";
export { compareAuthority, type Difference, isGain } from "./authority/compare-authority.js";
export { isExplicit, judge, plainReading, type Verdict } from "./authority/verdict.js";
export { sameValue } from "./grant/compare-values.js";
export type { Draft } from "./grant/draft.js";
export { deepFreeze } from "./grant/freeze.js";
export { isObject } from "./grant/is-object.js";
export { captureModes, subscribeKinds } from "./grant/kinds.js";
export { nearestName, plainForm } from "./grant/nearest-name.js";
export { readPath } from "./grant/paths.js";
export {
  createKeyRing,
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
} from "./jws/index.js";
export { type Clock, clockSetting, readClock } from "./provider/clock.js";
export { inspectToken } from "./provider/inspect.js";
export { issuedToken, type Mintable, type MintContext, readMintable } from "./provider/issue.js";
export { readMintedAnswer, verifyByRequest } from "./provider/remote.js";
export { createSigningProvider, type SigningSettings } from "./provider/signing-provider.js";
export { type CheckContext, defaultClockToleranceSeconds, verifyToken } from "./provider/verify.js";
export { Credential } from "./request/credential.js";
export { orEnvironment } from "./request/environment.js";
export { type Answer, type ExecuteOptions, executePlan } from "./request/execute-plan.js";
export type { FetchLike } from "./request/fetch-like.js";
