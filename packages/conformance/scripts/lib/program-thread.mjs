// Runs in a thread of its own and talks to the examined program, while the thread that asked waits: adapters are called
// synchronously, and only another thread can read a pipe meanwhile. Plain JavaScript, so that it runs before any build.
import { spawn } from "node:child_process";
import { workerData } from "node:worker_threads";

/**
 * @typedef {object} Settings
 * @property {readonly string[]} words The program and its arguments.
 * @property {string} folder Where it runs.
 * @property {number} lineBytes The longest line that it may write.
 * @property {number} logBytes How much of its standard error is passed on, over the whole run.
 * @property {Int32Array} signal Counts messages, for the thread that waits.
 * @property {import("node:worker_threads").MessagePort} port
 */

const { words, folder, lineBytes, logBytes, signal, port } = /** @type {Settings} */ (workerData);
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const logDecoder = new TextDecoder("utf-8");
/** How long the rest of its output is waited for once a program has ended, in milliseconds. */
const graceMilliseconds = 100;

/** @type {{ number: number, process: import("node:child_process").ChildProcess, isAsked: boolean } | undefined} */
let current;
let logged = 0;

/** @param {Record<string, unknown>} message */
function tell(message) {
  port.postMessage(message);
  Atomics.add(signal, 0, 1);
  Atomics.notify(signal, 0);
}

/** Ends a program and everything that it has started. */
function kill(/** @type {import("node:child_process").ChildProcess} */ program) {
  try {
    if (process.platform !== "win32" && program.pid !== undefined) process.kill(-program.pid, "SIGKILL");
  } catch {
    // It has ended already.
  }
  program.kill("SIGKILL");
}

/** @param {Buffer} chunk */
function passLog(chunk) {
  if (logged >= logBytes) return;
  logged += chunk.length;
  tell({
    kind: "log",
    text: logDecoder.decode(chunk.subarray(0, logBytes), { stream: true }),
    isLast: logged >= logBytes,
  });
}

/** One line for each question; what comes beside that ends the program. */
function readLines(/** @type {NonNullable<typeof current>} */ run) {
  /** @type {Buffer[]} */
  let pieces = [];
  let length = 0;
  const end = (/** @type {string} */ fault, /** @type {string} */ text = "") => {
    tell({ kind: "broken", number: run.number, fault, text });
    kill(run.process);
    run.process.stdout?.destroy();
  };
  const take = (/** @type {Buffer} */ bytes) => {
    let text;
    try {
      text = decoder.decode(bytes);
    } catch {
      return end("a line that is not UTF-8");
    }
    if (!run.isAsked) return end("a line that nobody had asked for", text.slice(0, 200));
    run.isAsked = false;
    tell({ kind: "line", number: run.number, text });
  };
  run.process.stdout?.on("data", (/** @type {Buffer} */ chunk) => {
    let start = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, start)) {
      const line = Buffer.concat([...pieces, chunk.subarray(start, at)]);
      pieces = [];
      length = 0;
      start = at + 1;
      if (line.length > lineBytes) return end("a line that is too long");
      take(line);
      if (run.process.stdout?.destroyed) return;
    }
    pieces.push(chunk.subarray(start));
    length += chunk.length - start;
    if (length > lineBytes) end("a line that is too long");
  });
}

/** @param {number} number */
function start(number) {
  const [name = "", ...rest] = words;
  // A group of its own, so that what it starts ends with it.
  const isGroup = process.platform !== "win32";
  /** @type {import("node:child_process").ChildProcess} */
  let program;
  try {
    program = spawn(name, rest, { cwd: folder, detached: isGroup, windowsHide: true, stdio: "pipe" });
  } catch (error) {
    // Some command lines are refused before anything is started: too long, or with a character that none can have.
    return tell({ kind: "gone", number, why: `does not start (${/** @type {NodeJS.ErrnoException} */ (error).code})` });
  }
  const run = { number, process: program, isAsked: true };
  current = run;
  program.on("error", (error) =>
    tell({ kind: "gone", number, why: `does not start (${/** @type {NodeJS.ErrnoException} */ (error).code})` }),
  );
  let isTold = false;
  const gone = (/** @type {number | null} */ code, /** @type {string | null} */ name) => {
    if (isTold) return;
    isTold = true;
    tell({ kind: "gone", number, why: code === null ? `was ended by ${name}` : `ended with exit code ${code}` });
  };
  program.on("exit", (code, name) => setTimeout(gone, graceMilliseconds, code, name));
  program.on("close", gone);
  // Whoever writes to a program that has ended is told so by its end.
  program.stdin?.on("error", () => {});
  program.stderr?.on("data", passLog);
  readLines(run);
  if (program.pid !== undefined) tell({ kind: "started", number, processId: program.pid });
}

port.on("message", (/** @type {{ kind: string, number: number, line: string }} */ { kind, number, line }) => {
  if (kind === "start") return start(number);
  if (current === undefined || current.number !== number) return;
  if (kind === "kill") return kill(current.process);
  current.isAsked = kind !== "tell";
  current.process.stdin?.write(`${line}\n`);
  if (kind === "tell") current.process.stdin?.end();
});
