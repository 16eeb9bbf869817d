export { type IncomingRequest, type OutgoingResponse, type PassOptions, passRequest } from "./server/pass-request.js";
export { type Served, type ServeOptions, serve } from "./server/serve.js";
export { type RunningEmulator, startEmulator } from "./server/start-emulator.js";
