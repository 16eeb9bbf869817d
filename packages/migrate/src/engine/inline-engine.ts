import { countLines } from "../lines/lines-of.js";
import type { Job } from "../work/job.js";
import { processChunk } from "../work/process-chunk.js";
import type { Engine, EngineFile } from "./engine.js";
import { readChunk } from "./read-chunk.js";

/** Works in this thread, one chunk after the other: for one core, and where vendors are asked, which needs none. */
export function createInlineEngine(job: Job, file: EngineFile | undefined): Engine {
  let last: Promise<unknown> = Promise.resolve();
  return {
    fingerprint: job.fingerprint,
    atOnce: 1,
    process(content, numbers) {
      const result = last.then(async () => {
        const chunk = readChunk(content, file, job.options.lineBytes);
        numbers.counted(countLines(chunk));
        return processChunk(chunk, await numbers.first, job);
      });
      last = result.catch(() => undefined);
      return result;
    },
    written: async () => undefined,
    finished: async () => undefined,
    giveUp: () => job.limit.stop(),
    async close() {
      job.limit.stop();
      await last;
    },
  };
}
