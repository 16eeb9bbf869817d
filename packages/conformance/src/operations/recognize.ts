import type { Observation } from "../cases/case.js";
import type { Subject } from "../subject/subject.js";
import { decodeJson } from "../tokens/base64url.js";
import { frozen } from "../vectors/freeze.js";
import type { Json, VectorTest } from "../vectors/vector.js";

/** `recognize`: the evidence of a literal token, and how sure the vendor's adapter is that the token is its vendor's. */
export function observeRecognize({ adapter }: Subject, { input, expect }: VectorTest): Observation {
  const [header, claims] = (input.token as string).split(".");
  const read = (part: string | undefined): Json => frozen(decodeJson(part) as Json);
  const answer = adapter.recognize({ header: read(header), claims: read(claims) }) ?? undefined;
  return { expected: expect, actual: { outcome: "ok", recognized: answer === undefined ? "no" : answer.confidence } };
}
