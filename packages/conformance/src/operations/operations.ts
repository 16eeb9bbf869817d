import type { Category, Observation } from "../cases/case.js";
import type { Subject } from "../subject/subject.js";
import type { VectorTest } from "../vectors/vector.js";
import { observeDecode } from "./decode.js";
import { observeEncode } from "./encode.js";
import { observeEncodeExample } from "./encode-example.js";
import { observeVerify } from "./verify.js";

/** How the vectors of one operation are run. */
export interface Operation {
  readonly observe: (subject: Subject, test: VectorTest) => Observation | Promise<Observation>;
}

/** Every operation that a vector can name. */
export const operations: Readonly<Record<string, Operation>> = {
  decode: { observe: observeDecode },
  encode: { observe: observeEncode },
  "encode-example": { observe: observeEncodeExample },
  verify: { observe: observeVerify },
};

export type VectorCategory = Category;
