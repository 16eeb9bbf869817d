import type { Judgement } from "../moves/judge-move.js";
import type { Source } from "../moves/source.js";
import { plain } from "../vectors/freeze.js";
import type { Json } from "../vectors/vector.js";

/** What the suite's own order expects, as a vector says it. */
function expectationOf({ expected, move }: Judgement): Json {
  if (expected.refused.length > 0) {
    const refusals = expected.refused.map((path) => ({ path }));
    return { outcome: "error", phase: "translate", anyOf: ["translate.refused"], refusals, remedies: false };
  }
  const report = expected.report.map((line) => {
    const end = line.lastIndexOf(" ");
    return { path: line.slice(0, end), kind: line.slice(end + 1) };
  });
  return { outcome: "ok", properties: move.native.properties, report, remedies: false };
}

/** A failure as a vector: put into `vectors/vendor/<from>/widening.json`, it never comes back unseen. */
export function counterExample(
  source: Source,
  to: string,
  judgement: Judgement,
  found: { readonly seed: number; readonly run: number; readonly policy: Json },
): Json {
  const { seed, run, policy } = found;
  const from = source.adapter.vendor;
  return plain({
    id: `${from}.widening.random-${seed}-${run}-to-${to}`,
    comment: `found among random grants, seed ${seed}, run ${run}`,
    flags: ["RandomGrant"],
    input: { op: "translate", from: source.claims, to, ...(Object.keys(policy).length === 0 ? {} : { policy }) },
    expect: expectationOf(judgement),
  }) as Json;
}
