// npm run bench [-- --only issue --turns 40 --milliseconds 25 --json bench.json --short]
//
// How fast the hot paths are, each against a peer measured in turn in the same process. The figures of one run belong
// together; a ratio may be compared with that of another machine, a rate may not. Every line ends in `met` or `missed`.
// `--short` only shows that it runs.

import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism, cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { paired } from "./lib/paired.mjs";
import { isMet, lineOf } from "./lib/table.mjs";
import { rows } from "./rows.mjs";

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    turns: { type: "string", default: "41" },
    milliseconds: { type: "string", default: "25" },
    json: { type: "string" },
    short: { type: "boolean", default: false },
  },
});
const effort = values.short
  ? { turns: 3, milliseconds: 1 }
  : { turns: Number(values.turns), milliseconds: Number(values.milliseconds) };

const require = createRequire(import.meta.url);
const versionOf = (name) => require(`${name}/package.json`).version;
const peers = Object.fromEntries(["fast-jwt", "jsonwebtoken"].map((name) => [name, versionOf(name)]));
const machine = {
  node: process.version,
  processors: availableParallelism(),
  model: cpus()[0]?.model,
  load: loadavg()[0],
};
console.log(
  `Node ${machine.node}, ${machine.processors} processors (${machine.model}), load ${machine.load?.toFixed(1)}`,
);

const results = [];
for (const { make, ...row } of rows) {
  if (values.only !== undefined && !`${row.name} ${row.against}`.includes(values.only)) continue;
  const { ours, peer } = await make();
  const result = { ...row, ...(await paired(ours, peer, effort)) };
  results.push({ ...result, met: isMet(result) });
  console.log(lineOf(result));
}
if (values.json !== undefined)
  writeFileSync(values.json, `${JSON.stringify({ machine, peers, effort, results }, null, 2)}\n`);
