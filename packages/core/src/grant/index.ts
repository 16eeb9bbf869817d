export { sameValue } from "./compare-values.js";
export { deepFreeze } from "./freeze.js";
export type * from "./grant.js";
export type * from "./grant-input.js";
export type { GrantIssue, GrantIssueCode } from "./issues.js";
export { grantLimits } from "./limits.js";
export { type ParseGrantOptions, type ParseGrantResult, parseGrant, safeParseGrant } from "./parse-grant.js";
export { type GrantValue, readPath } from "./paths.js";
export {
  type CapturePath,
  capturePaths,
  type FieldPath,
  fieldPaths,
  type GrantPath,
  grantPaths,
  type RightPath,
  rightPaths,
} from "./right-path.js";
export { type GrantSchema, type GrantSchemaIssue, type GrantSchemaResult, grantSchema } from "./standard-schema.js";
