export { type AuditChain, type AuditLines, createAuditChain } from "./audit/audit-chain.js";
export { type AuditLine, readAuditHead } from "./audit/audit-line.js";
export { createMemoryAudit, type MemoryAudit } from "./audit/memory-audit.js";
export {
  type AuditFault,
  type AuditVerdict,
  type VerifyAuditOptions,
  verifyAuditChain,
} from "./audit/verify-audit-chain.js";
export { createCallerKey, digestSecret, type NewCallerKey } from "./auth/caller-key.js";
export type * from "./contract/index.js";
export { type ServiceCode, type ServiceCodeEntry, serviceCodes } from "./errors/service-codes.js";
export { checkPolicy } from "./policy/read-policy.js";
export { createTokenService } from "./service/create-token-service.js";
export { createMemoryStore, type MemoryStoreOptions } from "./store/memory-store.js";
export type { BreakerSettings } from "./upstream/breaker.js";
export { createGuardedFetch, type GuardedFetchSettings } from "./upstream/guarded-fetch.js";
