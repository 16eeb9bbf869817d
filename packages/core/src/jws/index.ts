export { decodeBase64url, encodeBase64url } from "./base64url.js";
export { checkHeader, type HeaderRules, isForbiddenHeaderMember } from "./header-rules.js";
export type { MaybePromise } from "./hmac.js";
export { importKey, type JsonWebKeyInput } from "./import-key.js";
export { createKeyRing, KeyRing } from "./keys.js";
export { defaultMaxBytes, type ParseOptions, parseCompact } from "./parse-compact.js";
export { ParsedToken } from "./parsed-token.js";
export { type JsonPath, type JsonScan, type JsonViolation, jsonLimits, scanJson } from "./scan-json.js";
export { type HmacAlgorithm, importSecret, Secret, type SecretMaterial, type SecretOptions } from "./secret.js";
export { type SignOptions, signCompact } from "./sign-compact.js";
export { type StrippedText, stripPastingNoise } from "./strip-noise.js";
export { checkTimes, classifyInstant, type InstantKind, type TimeCheckOptions } from "./time-claims.js";
export { formatPath, refuseFaulty, type TokenCode, tokenFinding } from "./token-finding.js";
export { type Algorithm, algorithms, type KeyOptions, requireAlgorithm, TokenKey } from "./token-key.js";
export {
  type SignatureCheck,
  type SignedToken,
  type VerifySignedOptions,
  verifyCompact,
  verifySigned,
} from "./verify-compact.js";
