// npm run build: builds every package.
import "./lib/node-version.mjs";
import { build } from "./lib/build.mjs";

const { code } = await build({ show: true });
process.exit(code);
