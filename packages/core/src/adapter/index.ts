export type { Authority, Bounds, JoinWindow, Reading, StatedReading, StayLimit } from "../authority/authority.js";
export type { Finding, Severity } from "../errors/finding.js";
export type * from "../grant/grant.js";
export type { GrantInput, GrantInputFor, LongGrant, VendorShape } from "../grant/grant-input.js";
export type { FieldPath, GrantPath, RightPath } from "../grant/right-path.js";
export type { Remedy } from "../translate/remedy.js";
export type {
  Adapter,
  AnyAdapter,
  Encoded,
  EncodeProblem,
  EncodeRequest,
  Evidence,
  HeaderRules,
  LintContext,
  ReadContext,
  Recognition,
  RoomSettings,
} from "./adapter.js";
export type { Capabilities, Capability, DefaultEntry, Fact, Limits, ResidueRule } from "./capability.js";
export type { Ceiling } from "./ceiling.js";
export type { Decoded, Issuance, Native } from "./native.js";
