import { refusalOf } from "../run/refusal.js";
import { attempt } from "../secrets/attempt.js";
import { withCanaries } from "../secrets/canaries.js";
import { leaksOf } from "../secrets/leaks.js";
import { withWritten } from "../secrets/written.js";
import type { Subject } from "../subject/subject.js";
import type { VectorTest } from "../vectors/vector.js";
import type { Case } from "./case.js";
import { flagged } from "./notes.js";

const categories: ReadonlySet<string> = new Set(["verify", "time", "encode"]);
const operations: ReadonlySet<string> = new Set(["verify", "encode", "encode-example"]);

const applies = (test: VectorTest | undefined): test is VectorTest =>
  test !== undefined &&
  test.expect.outcome === "error" &&
  categories.has(test.category) &&
  operations.has(test.input.op);

/** Every refusal of a token or of a grant again, with canaries: the error shows nothing of a key or of a token. */
export function secretCases(subject: Subject, vectors: readonly Case[]): readonly Case[] {
  return vectors.flatMap((one): Case[] => {
    if (!applies(one.vector)) return [];
    const test = withCanaries(one.vector);
    const { twin: _, ...rest } = one;
    return [
      {
        ...rest,
        id: `core.secrets.${one.id.replace(/^core\./, "")}`,
        comment: `${one.comment}: the refusal shows no secret`,
        category: "secrets",
        flags: flagged("SecretLeak"),
        vector: test,
        observe: async () => {
          const { value, written } = await withWritten(() => attempt(subject, test));
          const { error, keys, token } = value;
          const seen = refusalOf(error);
          return {
            expected: { isRefused: true, leaks: [] },
            actual: { isRefused: seen !== undefined, leaks: leaksOf(error, keys, token, written) },
            ...(seen === undefined ? {} : { code: seen.code }),
          };
        },
      },
    ];
  });
}
