export { type ExitCode, exitCodes } from "./exit-codes.js";
export type { ClosableSubject, CommandOptions, Io } from "./io.js";
export { nodeIo } from "./node-io.js";
export { run } from "./run.js";
