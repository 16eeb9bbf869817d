export type { Baseline, BaselineEntry } from "./baseline/baseline.js";
export {
  type Case,
  type Category,
  categories,
  type Loss,
  type Observation,
  type Profile,
} from "./cases/case.js";
export { type ListOptions, listCases } from "./cases/list-cases.js";
export { type CommandSettings, type ProgramSubject, subjectFromCommand } from "./protocol/subject-from-command.js";
export { makeReport, type ReportContext } from "./report/make-report.js";
export type { Report, ReportedCase } from "./report/report.js";
export type { CaseResult, Outcome } from "./run/result.js";
export { type RunOptions, runCase } from "./run/run-case.js";
export { type CaseFilter, NoCaseError, runSuite, type SuiteOptions, type SuiteRun } from "./run/run-suite.js";
export { SubjectError } from "./subject/check-subject.js";
export { completeSubject } from "./subject/complete-subject.js";
export { type LoadedSubject, loadSubject } from "./subject/load-subject.js";
export type {
  Account,
  IssueContext,
  IssuedToken,
  Subject,
  VerifyContext,
  VerifyExpectations,
} from "./subject/subject.js";
export { readOwnVectors } from "./vectors/own-vectors.js";
export type { BugType, Level, Note, VectorTest } from "./vectors/vector.js";
