export { type ExitCode, exitCodes } from "./exit-codes.js";
export type { ClosableSubject, CommandOptions, InitialiseOptions, Io } from "./io.js";
export { nodeIo } from "./node-io.js";
export { run } from "./run.js";
