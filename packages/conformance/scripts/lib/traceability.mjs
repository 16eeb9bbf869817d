// Which clause of a standard is held by which vectors: what is accepted, and what is refused.
import { jsonText } from "./files.mjs";
import { isNegative } from "./lint.mjs";

export const traceabilityPath = "traceability.json";

const isStandard = (address) => address.startsWith("https://www.rfc-editor.org/");

/**
 * Every clause that the vectors for all vendors name, in order. A vector that refuses brings its twin, which differs in one
 * thing and is accepted.
 *
 * @param {readonly { content: any }[]} files
 * @returns {{ spec: string, accepts: string[], refuses: string[] }[]}
 */
export function clausesOf(files) {
  const clauses = new Map();
  const tests = files.flatMap(({ content }) =>
    content.suite === "core"
      ? content.groups.flatMap(({ spec = [], tests }) => tests.map((test) => ({ spec, test })))
      : [],
  );
  for (const { spec, test } of tests) {
    for (const address of spec.filter(isStandard)) {
      const clause = clauses.get(address) ?? { accepts: new Set(), refuses: new Set() };
      clauses.set(address, clause);
      clause[isNegative({ test }) ? "refuses" : "accepts"].add(test.id);
      if (test.twin !== undefined) clause.accepts.add(test.twin);
    }
  }
  return [...clauses]
    .sort(([first], [second]) => (first < second ? -1 : 1))
    .map(([spec, { accepts, refuses }]) => ({ spec, accepts: [...accepts].sort(), refuses: [...refuses].sort() }));
}

export function traceabilityText(files) {
  return jsonText({ formatVersion: 1, clauses: clausesOf(files) });
}

/**
 * A clause that nothing holds to, or that nothing breaks, is a clause that nobody checks.
 *
 * @param {readonly { content: any }[]} files
 * @returns {string[]}
 */
export function traceabilityProblems(files) {
  return clausesOf(files).flatMap(({ spec, accepts, refuses }) => [
    ...(accepts.length === 0 ? [`${spec}: no vector keeps to this clause`] : []),
    ...(refuses.length === 0 ? [`${spec}: no vector breaks this clause`] : []),
  ]);
}
