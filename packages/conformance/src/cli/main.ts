import { nodeIo } from "./node-io.js";
import { run } from "./run.js";

// Whoever reads may go away before the end (`| head`): that is no fault of the suite.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await run(process.argv.slice(2), nodeIo());
