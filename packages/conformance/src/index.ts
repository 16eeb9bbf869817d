export { type Baseline, type BaselineEntry, BaselineError, parseBaseline } from "./baseline/baseline.js";
export {
  type Case,
  type Category,
  categories,
  type Loss,
  type Observation,
  type Profile,
  profiles,
} from "./cases/case.js";
export { type ListOptions, listCases } from "./cases/list-cases.js";
export { type Badge, badgeOf } from "./report/badge.js";
export { type Format, formats, reportFiles } from "./report/formats.js";
export { makeReport, type ReportContext } from "./report/make-report.js";
export type { Report, ReportedCase, ReportedTranslation } from "./report/report.js";
export { reportSchema } from "./report/report-schema.js";
export type { CaseResult, Outcome } from "./run/result.js";
export { type RunOptions, runCase } from "./run/run-case.js";
export { type CaseFilter, runSuite, type SuiteOptions, type SuiteRun } from "./run/run-suite.js";
export { checkSubject, SubjectError } from "./subject/check-subject.js";
export { completeSubject } from "./subject/complete-subject.js";
export { type LoadedSubject, loadSubject } from "./subject/load-subject.js";
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
