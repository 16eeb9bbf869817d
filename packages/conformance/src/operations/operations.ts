import type { Category, Observation } from "../cases/case.js";
import type { Subject } from "../subject/subject.js";
import type { VectorTest } from "../vectors/vector.js";
import { observeDecode } from "./decode.js";
import { observeEncode } from "./encode.js";
import { observeEncodeExample } from "./encode-example.js";
import { observeTranslate } from "./translate.js";
import { observeVerify } from "./verify.js";

/** How the vectors of one operation are run. */
export interface Operation {
  /** @param partners Other vendors' adapters, for vectors about two of them. */
  readonly observe: (
    subject: Subject,
    test: VectorTest,
    partners: readonly Subject[],
  ) => Observation | Promise<Observation>;
}

/** Every operation that a vector can name. */
export const operations: Readonly<Record<string, Operation>> = {
  decode: { observe: observeDecode },
  encode: { observe: observeEncode },
  "encode-example": { observe: observeEncodeExample },
  translate: { observe: observeTranslate },
  verify: { observe: observeVerify },
};

export type VectorCategory = Category;
