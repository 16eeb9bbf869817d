// npm run tour: the command in action, without a network. Installs what is missing, builds, then runs the tour.
import "./lib/node-version.mjs";
import { prepare } from "./lib/prepare.mjs";
import { runNode } from "./lib/run.mjs";

await prepare();
console.log("");
const { code } = await runNode("packages/cli/dist/tour/main.js", process.argv.slice(2), { show: true });
process.exit(code);
