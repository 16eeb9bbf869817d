// npm run load: what the demo server bears, on this machine, over loopback. Not part of npm test. About two minutes.
//
//   --seconds 60    how long requests come at a fixed rate
//   --rate 1000     how many a second
//   --only a,b      some of: batch, ratio, rate, overload, restart
//
// Figures of one run belong together; those of different machines, or of a busy one, do not.
import "./lib/node-version.mjs";
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import autocannon from "autocannon";
import { closedLoad, countsOf, percentile } from "./load/clients.mjs";
import { issueRequest, startMeasured } from "./load/start.mjs";

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "60" },
    rate: { type: "string", default: "1000" },
    only: { type: "string", default: "batch,ratio,rate,overload,restart" },
  },
});
const leastRatio = 0.6;
let failed = 0;

function report(name, isGood, text) {
  if (!isGood) failed += 1;
  console.log(`${isGood ? "good" : "BAD "}  ${name}: ${text}`);
}

const run = (server, path, options) => autocannon({ url: server.url + path, ...issueRequest(server), ...options });
const wrongIn = ({ errors, timeouts, non2xx }) => errors + timeouts + non2xx;
const times = ({ latency }) => `p50 ${latency.p50} ms, p99 ${latency.p99} ms, most ${latency.max} ms`;

async function measureSize(server) {
  const answer = await fetch(`${server.url}/v1/tokens`, issueRequest(server));
  if (answer.status !== 200) throw new Error(`The first request was answered with ${answer.status}.`);
  return (await answer.text()).length;
}

/** The first requests of a process are compiled while they wait. */
async function warmUp(server) {
  await measureSize(server);
  await run(server, "/v1/tokens", { duration: 3, connections: 10 });
}

async function batch() {
  const server = await startMeasured();
  await warmUp(server);
  const result = await run(server, "/v1/tokens", { amount: 10_000, connections: 100 });
  await server.stop();
  const rate = Math.round(10_000 / result.duration);
  report("10000 requests, 100 at once", wrongIn(result) === 0, `${wrongIn(result)} wrong, ${rate}/s, ${times(result)}`);
}

/**
 * Beside the rates, the server's processor time for an answer: on a busy machine it is what still can be compared. Between
 * the two stands a handler that issues without any check (load/bare.mjs): what can be reached at all.
 */
async function ratio() {
  const first = await startMeasured();
  const size = await measureSize(first);
  await first.stop();
  const unhurried = { ROOMPASS_MAX_EVENT_LOOP_DELAY_MILLISECONDS: "60000" };
  const server = await startMeasured({ ...unhurried, CONSTANT_BYTES: String(size) });
  const paths = ["/constant", "/bare", "/v1/tokens"];
  const measured = new Map(paths.map((path) => [path, { rates: [], costs: [] }]));
  for (const path of paths) await run(server, path, { duration: 3, connections: 50 });
  for (let turn = 0; turn < 5; turn += 1) {
    for (const [path, { rates, costs }] of measured) {
      const before = await server.processorTime();
      const result = await run(server, path, { duration: 3, connections: 50 });
      if (wrongIn(result) > 0) report(path, false, `${wrongIn(result)} wrong`);
      rates.push(result["2xx"] / result.duration);
      costs.push(((await server.processorTime()) - before) / result["2xx"]);
    }
  }
  await server.stop();
  const [constant, bare, tokens] = [...measured.values()].map(({ rates, costs }) => ({
    rate: percentile(rates, 0.5),
    cost: percentile(costs, 0.5),
  }));
  const share = tokens.rate / constant.rate;
  const text = `${tokens.rate.toFixed(0)}/s against ${constant.rate.toFixed(0)}/s of a constant answer of ${size} bytes`;
  report(
    "issuing against a constant answer",
    share >= leastRatio,
    `${text}: ${share.toFixed(2)} (at least ${leastRatio})`,
  );
  const cheaper = (of, than) =>
    `${than.cost.toFixed(0)} µs against ${of.cost.toFixed(0)} µs: ${(of.cost / than.cost).toFixed(2)}`;
  console.log(`        processor time ${cheaper(constant, tokens)}`);
  const bareText = `${bare.rate.toFixed(0)}/s: ${(bare.rate / constant.rate).toFixed(2)} of the constant answer`;
  console.log(`        issuing without any check ${bareText}, processor time ${cheaper(constant, bare)}`);
  console.log(
    `        issuing against that ${(tokens.rate / bare.rate).toFixed(2)}, processor time ${cheaper(bare, tokens)}`,
  );
}

async function rate() {
  const server = await startMeasured();
  await warmUp(server);
  const duration = Number(values.seconds);
  const result = await run(server, "/v1/tokens", { duration, connections: 100, overallRate: Number(values.rate) });
  await server.stop();
  const rate = Math.round(result["2xx"] / result.duration);
  const name = `${values.rate}/s for ${duration} s`;
  report(name, wrongIn(result) === 0, `${wrongIn(result)} wrong, ${rate}/s answered, ${times(result)}`);
}

/**
 * Of requests on connections that stand. Node accepts one new connection in each turn of its loop (libuv since 1.45), so that
 * a thousand that come at once wait for a thousand turns, whatever the server does with them then.
 */
function p99Of(results) {
  const taken = results
    .filter(({ status, connected }) => status === 200 && !connected)
    .map(({ milliseconds }) => milliseconds);
  return percentile(taken, 0.99);
}

/** The limit is what an operator would set: what the server needs under the load that it is made for. */
async function overload() {
  const loadOn = (server, clients) => {
    const what = issueRequest(server);
    const waits = { milliseconds: 5000, warmUpMilliseconds: 3000, retryMilliseconds: 1000 };
    return closedLoad({ url: server.url, path: "/v1/tokens", what, clients, ...waits });
  };
  const first = await startMeasured();
  await loadOn(first, 50);
  const usual = await loadOn(first, 100);
  await first.stop();
  const before = p99Of(usual);
  const limit = String(Math.max(5, Math.floor(before / 2)));
  const server = await startMeasured({ ROOMPASS_MAX_EVENT_LOOP_DELAY_MILLISECONDS: limit });
  await loadOn(server, 50);
  const much = await loadOn(server, 1000);
  const after = await loadOn(server, 20);
  await server.stop();
  const other = Object.keys(countsOf(much)).filter((status) => status !== "200" && status !== "503");
  const withWait = much
    .filter(({ status }) => status === 503)
    .every(({ headers }) => headers["retry-after"] !== undefined);
  const text = `${JSON.stringify(countsOf(much))}, each 503 with Retry-After`;
  report("1000 clients in place of 100", other.length === 0 && withWait, text);
  const during = p99Of(much);
  const compared = `p99 ${during.toFixed(1)} ms against ${before.toFixed(1)} ms (at most twice)`;
  report("  what is taken is answered in time", during <= 2 * before, compared);
  report("  afterwards", countsOf(after)["200"] === after.length, JSON.stringify(countsOf(after)));
}

async function restart() {
  // As behind a load balancer: the old one goes on until traffic has moved to the new one.
  const delayed = { ROOMPASS_STOP_DELAY_MILLISECONDS: "2000" };
  let server = await startMeasured(delayed);
  const keys = new Map([[server.url, server.key]]);
  const results = [];
  let isOver = false;
  const clients = (async () => {
    while (!isOver) {
      const { url } = server;
      const what = issueRequest({ key: keys.get(url) });
      results.push(
        ...(await closedLoad({ url, path: "/v1/tokens", what, clients: 50, milliseconds: 500, retryMilliseconds: 20 })),
      );
    }
  })();
  const codes = [];
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 2000));
    const old = server;
    const next = await startMeasured(delayed);
    keys.set(next.url, next.key);
    server = next;
    codes.push(await old.stop());
  }
  isOver = true;
  await clients;
  await server.stop();
  const counts = countsOf(results);
  // A new process that is still being compiled may turn requests away, which is an answer.
  const other = Object.keys(counts).filter((name) => name !== "200" && name !== "503");
  const isGood = other.length === 0 && codes.every((code) => code === 0);
  report("three restarts under load", isGood, `${JSON.stringify(counts)}, exit codes ${codes.join(", ")}`);
}

const parts = { batch, ratio, rate, overload, restart };
const [busy = 0] = loadavg();
console.log(
  `Node ${process.versions.node}, load of the machine before: ${busy.toFixed(1)}${busy > 0.5 ? " (not idle)" : ""}`,
);
for (const name of values.only.split(",")) await parts[name]?.();
console.log(failed === 0 ? "\nEverything is as it should be." : `\n${failed} not as it should be.`);
process.exitCode = failed === 0 ? 0 : 1;
