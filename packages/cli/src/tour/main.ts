import { tour } from "./tour.js";

// Credentials of the person who looks at the tour are none of its business.
const { NO_COLOR, TERM } = process.env;

try {
  await tour({
    print: (text) => process.stdout.write(text),
    isTerminal: process.stdout.isTTY === true,
    env: { NO_COLOR, TERM },
  });
} catch (error) {
  process.stderr.write(`\nThe tour failed: ${error instanceof Error ? error.message : "for an unknown reason"}\n`);
  process.exitCode = 1;
}
