import { fileChunks, isOpenToOthers } from "./process/chunks.js";
import { exitCodeOfOutput } from "./process/exit-code-of-output.js";
import { stdinFile } from "./process/stdin-file.js";
import { untilStopped } from "./process/until-stopped.js";
import { WrittenOutput } from "./process/written-output.js";
import { run } from "./run.js";

// Taken before an adapter is loaded for examination, which could replace it.
const exit = process.exit.bind(process);

const output = new WrittenOutput(process.stdout, 1);
const errorOutput = new WrittenOutput(process.stderr, 2);

const exitCode = await run(process.argv.slice(2), {
  stdin: () => process.stdin,
  stdout: (text) => output.write(text),
  stderr: (text) => errorOutput.write(text),
  stdoutBytes: (bytes) => output.writeBytes(bytes),
  stdinFile,
  readFile: fileChunks,
  isOpenToOthers,
  env: process.env,
  isTerminal: process.stdout.isTTY === true,
  isErrorTerminal: process.stderr.isTTY === true,
  isInputTerminal: process.stdin.isTTY === true,
  columns: process.stdout.columns ?? process.stderr.columns ?? 80,
  fetch: (url, init) => fetch(url, init),
  clock: () => Math.floor(Date.now() / 1000),
  untilStopped: () => untilStopped(process),
});

const failure = await output.finished();
const code = exitCodeOfOutput(exitCode, failure, (text) => errorOutput.write(text));
await errorOutput.finished();
// What an examined adapter has left running, or set up for the end of the process, has no say in the exit code.
process.removeAllListeners("exit");
exit(code);
