export { type Case, type Category, categories, type Observation, type Profile, profiles } from "./cases/case.js";
export { type ListOptions, listCases } from "./cases/list-cases.js";
export type { CaseResult, Outcome } from "./run/result.js";
export { type RunOptions, runCase } from "./run/run-case.js";
export { completeSubject } from "./subject/complete-subject.js";
export { offeredBy } from "./subject/offered.js";
export type {
  Account,
  IssueContext,
  IssuedToken,
  Subject,
  VerifyContext,
  VerifyExpectations,
} from "./subject/subject.js";
export type { BugType, Json, Level, Note, VectorFile, VectorInput, VectorTest } from "./vectors/vector.js";
