// Applies the changesets: versions, changelogs, and the lock file, which holds the versions of the packages too.
import { commandFile, runNode, runNpm } from "../../scripts/lib/run.mjs";

const steps = [
  () => runNode(commandFile("@changesets/cli", "changeset"), ["version"], { show: true }),
  () => runNpm(["install", "--package-lock-only", "--ignore-scripts", "--no-audit", "--no-fund"], { show: true }),
  // npm leaves out what the package server lacks for other platforms.
  () => runNode("tools/lock/complete-platforms.mjs", [], { show: true }),
];

for (const step of steps) {
  const { code } = await step();
  if (code !== 0) process.exit(code);
}
