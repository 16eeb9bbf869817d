// npm run bench [-- --only issue --turns 41 --milliseconds 25 --json bench.json --short]
//
// How fast the hot paths are, each against a peer measured in turn in the same process. The figures of one run belong
// together: a ratio may be compared with that of another machine, a rate may not. Every line ends in `met` or `missed`.
// `--short` only shows that it runs. `npm run load` measures the server, `npm run bench:migrate` the bulk job.
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { weigh } from "../tools/size/bundles.mjs";
import { growth } from "./growth.mjs";
import { limit as importLimit, importTimes } from "./import-time.mjs";
import { paired } from "./lib/paired.mjs";
import { isMet, lineOf } from "./lib/table.mjs";
import { rows } from "./rows.mjs";

const { values } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    turns: { type: "string", default: "41" },
    milliseconds: { type: "string", default: "25" },
    json: { type: "string" },
    short: { type: "boolean", default: false },
  },
});
const effort = values.short
  ? { turns: 3, milliseconds: 1, tokens: 100 }
  : { turns: Number(values.turns), milliseconds: Number(values.milliseconds), tokens: 100_000 };

const packageOf = (name) => new URL(`../node_modules/${name}/package.json`, import.meta.url);
const versionOf = (name) => JSON.parse(readFileSync(packageOf(name), "utf8")).version;
const peers = Object.fromEntries(
  ["fast-jwt", "jose", "jsonwebtoken", "livekit-server-sdk", "zod"].map((name) => [name, versionOf(name)]),
);
const machine = {
  node: process.version,
  processors: availableParallelism(),
  model: cpus()[0]?.model,
  load: loadavg()[0],
};
console.log(
  `Node ${machine.node}, ${machine.processors} processors (${machine.model}), load ${machine.load?.toFixed(1)}`,
);
console.log(
  Object.entries(peers)
    .map((peer) => peer.join(" "))
    .join(", "),
);

const results = [];
function report(result) {
  results.push({ ...result, met: isMet(result) });
  console.log(lineOf(result));
}
const isWanted = (...texts) => texts.some((text) => text.includes(values.only));

for (const { make, ...row } of rows) {
  if (!isWanted(row.name, row.against)) continue;
  const { ours, peer } = await make();
  report({ ...row, ...(await paired(ours, peer, effort)) });
}
if (isWanted("import")) {
  for (const { name, ours, peer, ratio } of importTimes({ turns: values.short ? 1 : 21 })) {
    report({ name: `import of ${name}`, against: "zod/mini", ours, peer, unit: "ms", ratio, atMost: importLimit });
  }
}
if (isWanted("growth")) {
  const { ratio } = await growth(effort);
  report({ name: `growth: the last of ${effort.tokens} tokens`, against: "the first of them", ratio, atMost: 1.2 });
}
if (isWanted("size")) {
  // The mark of the design; tools/size/budgets.json holds what is.
  const mark = 14_000;
  const { bytes } = await weigh({ code: 'export { createDaily } from "@roompass/daily";', platform: "browser" });
  const against = "14 kB for browsers, minified, gzip";
  report({
    name: "size of createDaily",
    against,
    ours: bytes,
    peer: mark,
    unit: "bytes",
    ratio: bytes / mark,
    atMost: 1,
  });
}
if (values.json !== undefined) {
  writeFileSync(values.json, `${JSON.stringify({ machine, peers, effort, results }, null, 2)}\n`);
}
