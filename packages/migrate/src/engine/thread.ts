// What runs in each worker thread: waits for chunks, reads and works on them, and hands the results back.
import { parentPort, workerData } from "node:worker_threads";
import { countLines } from "../lines/lines-of.js";
import { errorName, MigrateError } from "../migrate-error.js";
import type { Job } from "../work/job.js";
import { processChunk } from "../work/process-chunk.js";
import { readyJob } from "./load-setup.js";
import { type FromThread, ownBytes, type ThreadData, type ToThread } from "./messages.js";
import { readChunk } from "./read-chunk.js";

const { setup, data, options, file } = workerData as ThreadData;
let tellFirstLine: (line: number) => void = () => {};

function send(message: FromThread, transferred: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transferred);
}

function fail(error: unknown): void {
  const known =
    error instanceof MigrateError
      ? error
      : new MigrateError("migrate.worker", `A worker failed (${errorName(error)}). This is a bug.`);
  send({ type: "failed", error: known.toJSON() });
}

async function work(job: Job, { content }: Extract<ToThread, { type: "chunk" }>): Promise<void> {
  const given = content.kind === "bytes" ? { kind: content.kind, bytes: Buffer.from(content.bytes) } : content;
  const chunk = readChunk(given, file, options.lineBytes);
  const first = new Promise<number>((resolve) => {
    tellFirstLine = resolve;
  });
  send({ type: "counted", lines: countLines(chunk) });
  const { output, rejects, counts } = await processChunk(chunk, await first, job);
  const results = { output: ownBytes(output), rejects: ownBytes(rejects) };
  send({ type: "done", ...results, counts }, [results.output, results.rejects]);
}

try {
  const job = await readyJob(setup, data, options);
  parentPort?.on("message", (message: ToThread) => {
    if (message.type === "first") tellFirstLine(message.line);
    else if (message.type === "chunk") work(job, message).catch(fail);
  });
  send({ type: "ready", fingerprint: job.fingerprint, asks: job.asks });
} catch (error) {
  fail(error);
}
