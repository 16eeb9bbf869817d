// The golden vectors of one vendor as a list of cases, for the tests of the vendor's package. No test framework in here.
import type { GoldenResult, GoldenSubject } from "./golden-subject.ts";
import { runDecode } from "./run-decode.ts";
import { runEncode } from "./run-encode.ts";
import { type ExpectedDecoding, readVectorTests, type VectorTest } from "./vector-file.ts";

export type { GoldenCredentials, GoldenResult, GoldenSubject, GoldenToken } from "./golden-subject.ts";

export interface GoldenCase {
  readonly id: string;
  readonly comment: string;
  /** Runs the case twice on frozen input; the two values are equal when it passes. */
  readonly run: () => GoldenResult | Promise<GoldenResult>;
}

function runTest({ input, key, expect }: VectorTest, subject: GoldenSubject): GoldenResult | Promise<GoldenResult> {
  if (input.op === "decode") return runDecode(subject.adapter, input, expect as ExpectedDecoding);
  return runEncode(subject, input, key?.text ?? "", expect as Exclude<VectorTest["expect"], ExpectedDecoding>);
}

/** The cases of one category, in the order of the file. */
export function goldenCases(subject: GoldenSubject, category: "decode" | "encode"): readonly GoldenCase[] {
  return readVectorTests(subject.adapter.vendor, category).map((test) => ({
    id: test.id,
    comment: test.comment,
    run: () => runTest(test, subject),
  }));
}
