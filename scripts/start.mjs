// npm start: from a fresh clone to a page that works. Installs what is missing, builds, then starts the demo server in this
// very process, so that a signal reaches it and nothing in between.
import "./lib/node-version.mjs";
import { prepare } from "./lib/prepare.mjs";

await prepare();
await import("../apps/demo-server/dist/main.js");
