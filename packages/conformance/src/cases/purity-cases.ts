import { watched } from "../run/traps.js";
import type { VectorTest } from "../vectors/vector.js";
import type { Case, Observation } from "./case.js";
import { flagged } from "./notes.js";

/** What comes out, or what it is refused with: either has to be the same twice. */
async function outcomeOf(one: Case): Promise<unknown> {
  try {
    const { actual }: Observation = await one.observe();
    return actual;
  } catch (error) {
    return { threw: error instanceof Error ? error.name : typeof error };
  }
}

/**
 * Every vector that encodes or decodes, run again: twice on the same frozen input, with the clock, chance, the network and
 * the environment watched. A change of the input throws, since it is frozen.
 */
export function purityCases(vectors: readonly Case[]): readonly Case[] {
  const runs = vectors.filter(({ vector, category }) => {
    const op: VectorTest["input"]["op"] | undefined = vector?.input.op;
    return (op === "encode" && category === "encode") || (op === "decode" && category === "decode");
  });
  return runs.map((one) => ({
    ...one,
    id: `core.purity.${one.id}`,
    comment: `${one.comment}: twice the same, and nothing touched`,
    category: "purity",
    flags: flagged("Purity"),
    observe: async () => {
      const { value: first, touched } = await watched(() => outcomeOf(one));
      const second = await outcomeOf(one);
      return { expected: { touched: [], value: first }, actual: { touched, value: second } };
    },
  }));
}
