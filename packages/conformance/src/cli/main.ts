import { nodeIo } from "./node-io.js";
import { run } from "./run.js";

// Whoever reads may go away before the end (`| head`): that is no fault of the suite.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

// Taken before an adapter is loaded, which could replace it.
const exit = process.exit.bind(process);

const code = await run(process.argv.slice(2), nodeIo());
for (const stream of [process.stdout, process.stderr]) await new Promise((resolve) => stream.write("", resolve));
// What an adapter has left running, or set up for the end of the process, has no say in the exit code.
process.removeAllListeners("exit");
exit(code);
