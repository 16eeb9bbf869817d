export { defineAdapter } from "./adapter/define-adapter.js";
export { type AdapterDescription, describeAdapter } from "./adapter/describe-adapter.js";
export type * from "./adapter/index.js";
export * from "./allows/index.js";
export * from "./detect/index.js";
export * from "./errors/index.js";
export type {
  CaptureInput,
  Duration,
  Instant,
  PublishInput,
  RightsInput,
  SubscribeInput,
} from "./grant/grant-input.js";
export type { GrantIssue, GrantIssueCode } from "./grant/issues.js";
export { type ParseGrantOptions, type ParseGrantResult, parseGrant, safeParseGrant } from "./grant/parse-grant.js";
export { captureModeNames, rightNames } from "./grant/right-names.js";
export {
  type CapturePath,
  capturePaths,
  fieldPaths,
  grantPaths,
  powersOverOthers,
  rightPaths,
} from "./grant/right-path.js";
export { type GrantSchema, grantSchema } from "./grant/standard-schema.js";
export {
  type LintOptions,
  type LintRuleDescription,
  type LintSubject,
  lintGrant,
  lintRules,
  lintToken,
} from "./lint/index.js";
export type { Clock } from "./provider/clock.js";
export type { Expectations } from "./provider/expectations.js";
export { type InspectOptions, inspectToken } from "./provider/inspect.js";
export type { MeetingInput, ParticipantIssuer, ParticipantToken } from "./provider/participant-issuer.js";
export type { IssueResult, Provider } from "./provider/provider.js";
export type { Inspected, Issued, TokenReading, Trusted, Verified } from "./provider/token-reading.js";
export type { AdapterOrProvider, TranslationTarget } from "./provider/translation-target.js";
export type { RequestPlan, SecretPlace } from "./request/request-plan.js";
export type { NarrowInput, PathOrParent, RoomMap, TranslationPolicy } from "./translate/policy.js";
export type { Refusal, ReportEffect, ReportEntry, ReportKind } from "./translate/report.js";
export { type TranslateOptions, type TranslateUnverifiedOptions, translate } from "./translate/translate.js";
export type { Translated } from "./translate/translated.js";
export { TranslationError } from "./translate/translation-error.js";
