export { type Served, type ServeOptions, serve } from "./server/serve.js";
export { type RunningEmulator, startEmulator } from "./server/start-emulator.js";
