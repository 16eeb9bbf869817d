import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { run } from "./run.js";

// A reader that has seen enough (`roompass matrix | head`) closes the pipe; that is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

process.exitCode = await run(process.argv.slice(2), {
  stdin: () => text(process.stdin),
  stdout: (written) => process.stdout.write(written),
  stderr: (written) => process.stderr.write(written),
  readFile: (path) => readFile(path, "utf8"),
  env: process.env,
  isTerminal: process.stdout.isTTY === true,
  isErrorTerminal: process.stderr.isTTY === true,
  isInputTerminal: process.stdin.isTTY === true,
  columns: process.stdout.columns ?? 80,
  fetch: (url, init) => fetch(url, init),
  clock: () => Math.floor(Date.now() / 1000),
});
