// Runs in a thread of its own. A call that never comes back holds up the thread that made it for good, with everything that
// could end it there: only another thread can. Plain JavaScript, so that it runs before any build.
import { writeSync } from "node:fs";
import { parentPort } from "node:worker_threads";

/** The exit code of a run that did not come to its end. */
const fault = 3;

/** @type {NodeJS.Timeout | undefined} */
let timer;

/** Ends the whole process from here: a message to the main thread's inspector is read also within a loop. */
async function endProcess() {
  try {
    const { Session } = await import("node:inspector");
    const session = new Session();
    session.connectToMainThread();
    session.post("Runtime.evaluate", { expression: `process.exit(${fault})` });
  } catch {
    // A Node without an inspector: there is no way to a code of one's own.
    process.kill(process.pid, "SIGKILL");
  }
}

parentPort?.on("message", (/** @type {{ what: string, milliseconds: number } | undefined} */ begun) => {
  clearTimeout(timer);
  if (begun === undefined) return;
  timer = setTimeout(() => {
    writeSync(2, `No way back from ${begun.what} within ${begun.milliseconds} ms: the run ends here.\n`);
    void endProcess();
  }, begun.milliseconds);
});
