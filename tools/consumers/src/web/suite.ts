// A package's own subject is one of the suite's.
import { runSuite, type SuiteRun } from "@roompass/conformance";
import { subject } from "@roompass/daily/conformance";

export const run = (): Promise<SuiteRun> => runSuite(subject);
