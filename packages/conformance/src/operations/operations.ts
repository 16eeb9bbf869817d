import type { Observation } from "../cases/case.js";
import type { Subject } from "../subject/subject.js";
import type { VectorTest } from "../vectors/vector.js";
import { observeDecode } from "./decode.js";
import { observeEncode } from "./encode.js";
import { observeEncodeExample } from "./encode-example.js";
import { observeRecognize } from "./recognize.js";
import { observeTranslate } from "./translate.js";
import { observeVerify } from "./verify.js";

/**
 * Runs a vector of one operation.
 *
 * @param partners Other vendors' adapters, for vectors about two of them.
 */
export type Operation = (
  subject: Subject,
  test: VectorTest,
  partners: readonly Subject[],
) => Observation | Promise<Observation>;

/** Every operation that a vector can name. */
export const operations: Readonly<Record<string, Operation>> = Object.freeze({
  decode: observeDecode,
  encode: observeEncode,
  "encode-example": observeEncodeExample,
  recognize: observeRecognize,
  translate: observeTranslate,
  verify: observeVerify,
});
