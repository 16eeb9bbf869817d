// npm run bench:migrate [-- --tokens 1000000 --one-core-tokens 100000 --folder /somewhere --keep]
//
// One million tokens through `roompass migrate`: how much faster two cores are than one, how much memory it takes over time,
// and whether a run that is killed half way and goes on ends with the same bytes. About a quarter of an hour on an idle
// machine with two processors; on a busy one the ratio says little, and the processor time beside it says more. Every line
// with a target ends in `met` or `missed`. The file of tokens and the outputs take about 1.6 GB.
import { spawn, spawnSync } from "node:child_process";
import { createHash, createHmac } from "node:crypto";
import { once } from "node:events";
import { createReadStream, createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { median, whole } from "./lib/figures.mjs";

const { values } = parseArgs({
  options: {
    tokens: { type: "string", default: "1000000" },
    // A rate needs no million to be known.
    "one-core-tokens": { type: "string", default: "100000" },
    folder: { type: "string" },
    keep: { type: "boolean", default: false },
  },
});
const tokens = Number(values.tokens);
const oneCoreTokens = Math.min(tokens, Number(values["one-core-tokens"]));
const folder = mkdtempSync(join(values.folder ?? tmpdir(), "roompass-bench-migrate-"));
const program = fileURLToPath(new URL("../packages/cli/bin/roompass.js", import.meta.url));

const now = 1_800_000_000;
const dailyKey = "TEST-ONLY-benchmark-daily-0123456789abcdef";
const domainId = "3f2a9c70-1d4b-4a8e-9f10-6b7c2d8e5a41";
const env = {
  PATH: process.env.PATH,
  DAILY_API_KEY: dailyKey,
  DAILY_DOMAIN_ID: domainId,
  VIDEOSDK_API_KEY: "TEST-ONLY-key",
  VIDEOSDK_SECRET: "TEST-ONLY-benchmark-videosdk-0123456789abcdef",
};

const mebibytes = (bytes) => `${Math.round(bytes / 1_048_576)} MiB`;
let missed = 0;

function judge(name, isMet, text) {
  if (!isMet) missed += 1;
  console.log(`${name.padEnd(34)}  ${text}  ${isMet ? "met" : "missed"}`);
}

async function makeTokens(path, count) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const header = part({ alg: "HS256", typ: "JWT" });
  const file = createWriteStream(path);
  for (let index = 0; index < count; index += 1) {
    const room = `room-${index % 5000}`;
    const claims = {
      r: room,
      d: domainId,
      iat: now - 60,
      exp: now + 3600,
      ud: `participant-${index}`,
      u: "Ada Lovelace",
    };
    const input = `${header}.${part(claims)}`;
    const signature = createHmac("sha256", dailyKey).update(input).digest("base64url");
    if (!file.write(`{"id":${index},"token":"${input}.${signature}"}\n`)) await once(file, "drain");
  }
  file.end();
  await once(file, "close");
}

const hasTaskset = spawnSync("taskset", ["--version"]).status === 0;
const ticksPerSecond = 100;

/** What Linux says about a process; nothing where there is no such system. */
function lookAt(pid) {
  try {
    const rss = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
    return { rss: Number(rss) * 1024, cpu: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond };
  } catch {
    return undefined;
  }
}

/** Runs the command, on so many cores, and looks at it four times a second. */
async function run(input, output, cores, { killAfterLines } = {}) {
  const own = [program, "migrate", "--from", "daily", "--to", "videosdk", "--now", String(now)];
  const argv = [...own, "--file", input, "--output", output, "--workers", String(cores), "--json"];
  const begun = performance.now();
  const pinned = cores === 1 ? "0" : `0-${cores - 1}`;
  const [command, ...rest] = hasTaskset
    ? ["taskset", "-c", pinned, process.execPath, ...argv]
    : [process.execPath, ...argv];
  const child = spawn(command, rest, { env, stdio: ["ignore", "pipe", "inherit"] });
  const seen = [];
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (part) => {
    text += part;
  });
  const timer = setInterval(() => {
    const look = lookAt(child.pid);
    if (look !== undefined) seen.push(look);
    if (killAfterLines !== undefined && linesDone(`${output}.journal`) >= killAfterLines) child.kill("SIGKILL");
  }, 250);
  await once(child, "close");
  clearInterval(timer);
  const seconds = (performance.now() - begun) / 1000;
  return { seconds, seen, signal: child.signalCode, summary: text === "" ? undefined : JSON.parse(text) };
}

function linesDone(journal) {
  if (!existsSync(journal)) return 0;
  const counts = readFileSync(journal, "utf8")
    .trimEnd()
    .split("\n")
    .at(-1)
    ?.match(/"lines":(\d+)/)?.[1];
  return Number(counts ?? 0);
}

async function sha256(path) {
  const hash = createHash("sha256");
  for await (const block of createReadStream(path, { highWaterMark: 1_048_576 })) hash.update(block);
  return hash.digest("hex");
}

const at = (name) => join(folder, name);

/** Prints what a run took, and adds it: tokens a second, and microseconds of processor for each. */
function tell(name, { seconds, seen, ...rest }, count) {
  const rate = count / seconds;
  const microseconds = ((seen.at(-1)?.cpu ?? Number.NaN) / count) * 1e6;
  const text = `${whole(rate)} tokens/s (${whole(count)} tokens), ${whole(microseconds)} µs of processor each`;
  console.log(`${name.padEnd(34)}  ${text}`);
  return { ...rest, seen, rate, microseconds };
}

function judgeMemory(rss) {
  // What was not measured is not met; without /proc nothing is.
  if (rss.length < 10) {
    judge("resident memory", false, "not measured: the system tells nothing, or it was over too soon");
    return;
  }
  const part = rss.length / 10;
  const tenths = Array.from({ length: 10 }, (_, index) => median(rss.slice(index * part, (index + 1) * part)));
  console.log(`${"resident memory, by tenths".padEnd(34)}  ${tenths.map(mebibytes).join(", ")}`);
  const most = Math.max(...rss);
  judge("resident memory at most", most < 250e6, `${mebibytes(most)}, below 238 MiB (250 MB)`);
  const growth = tenths[9] / tenths[2];
  judge("last tenth against the third", growth <= 1.2, `${growth.toFixed(2)}, at most 1.20`);
}

try {
  console.log(
    `${whole(tokens)} tokens of Daily to VideoSDK; Node ${process.version}, ${availableParallelism()} processors, load ` +
      `${loadavg()[0].toFixed(1)}${hasTaskset ? "" : "; taskset is missing, so that nothing keeps one worker on one core"}`,
  );
  await makeTokens(at("tokens.ndjson"), tokens);
  await makeTokens(at("some.ndjson"), oneCoreTokens);

  const one = tell("one core", await run(at("some.ndjson"), at("one.ndjson"), 1), oneCoreTokens);
  const two = tell("two cores", await run(at("tokens.ndjson"), at("two.ndjson"), 2), tokens);
  const possible = (2 * one.microseconds) / two.microseconds;
  const ratio = two.rate / one.rate;
  judge(
    "two cores against one",
    ratio >= 1.8,
    `${ratio.toFixed(2)}, at least 1.8 (by processor time ${possible.toFixed(2)})`,
  );
  judge("every token issued", two.summary?.moved === tokens, `${whole(two.summary?.moved ?? 0)} of ${whole(tokens)}`);

  judgeMemory(two.seen.map((look) => look.rss));

  const killed = await run(at("tokens.ndjson"), at("killed.ndjson"), 2, { killAfterLines: tokens / 2 });
  const resumed = await run(at("tokens.ndjson"), at("killed.ndjson"), 2);
  console.log(
    "killed and resumed".padEnd(34),
    ` ${killed.signal}, went on behind line ${whole(resumed.summary?.resumedAt ?? 0)}`,
  );
  const [expected, found] = await Promise.all([sha256(at("two.ndjson")), sha256(at("killed.ndjson"))]);
  const isSame = expected === found && killed.signal === "SIGKILL" && resumed.summary?.complete === true;
  judge("its output against an undisturbed", isSame, `sha-256 ${expected.slice(0, 16)} and ${found.slice(0, 16)}`);
} finally {
  if (!values.keep) rmSync(folder, { recursive: true, force: true });
}
process.exitCode = missed === 0 ? 0 : 1;
