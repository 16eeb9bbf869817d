// npm run soak: requests at a steady rate for ten minutes, and whether the server's memory stays where it is. Not part of
// npm test.
//
//   --minutes 10    how long
//   --rate 300      requests a second
import "./lib/node-version.mjs";
import { readFileSync } from "node:fs";
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import autocannon from "autocannon";
import { issueRequest, startMeasured } from "./load/start.mjs";

const { values } = parseArgs({
  options: { minutes: { type: "string", default: "10" }, rate: { type: "string", default: "300" } },
});
const seconds = Number(values.minutes) * 60;
const everySeconds = 15;
const mostGrowthMegabytes = 10;

function megabytesOf(pid) {
  const pages = Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]);
  return (pages * 4096) / 1_048_576;
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

const server = await startMeasured();
const [busy = 0] = loadavg();
console.log(
  `Node ${process.versions.node}, load of the machine before: ${busy.toFixed(1)}${busy > 0.5 ? " (not idle)" : ""}`,
);
const samples = [];
const timer = setInterval(() => samples.push(megabytesOf(server.pid)), everySeconds * 1000);
const result = await autocannon({
  url: `${server.url}/v1/tokens`,
  ...issueRequest(server),
  duration: seconds,
  connections: 20,
  overallRate: Number(values.rate),
});
clearInterval(timer);
await server.stop();

// The first fifth is warming up; then the first third of the rest is compared with the last.
const steady = samples.slice(Math.ceil(samples.length / 5));
const third = Math.max(1, Math.floor(steady.length / 3));
const growth = median(steady.slice(-third)) - median(steady.slice(0, third));
const wrong = result.errors + result.timeouts + result.non2xx;
console.log(`${result["2xx"]} answers, ${wrong} wrong, p99 ${result.latency.p99} ms`);
console.log(`memory in MB: ${samples.map((value) => value.toFixed(0)).join(" ")}`);
console.log(`growth after warming up: ${growth.toFixed(1)} MB (at most ${mostGrowthMegabytes})`);
process.exitCode = wrong === 0 && growth < mostGrowthMegabytes ? 0 : 1;
