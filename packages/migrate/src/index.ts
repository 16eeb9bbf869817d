export type { MigrationInput } from "./input/input.js";
export type { LineCode } from "./lines/refused.js";
export { migrate } from "./migrate.js";
export {
  type FileOption,
  type MigrateCode,
  MigrateError,
  type MigrateErrorData,
  type MigrateErrorDetails,
} from "./migrate-error.js";
export type { MigrateOptions, MigrateSummary, Progress } from "./migrate-options.js";
export type { ByteWriter } from "./output/stream-sink.js";
export type { QueueOptions } from "./queue/queue-options.js";
export { type QueueWorkerOptions, runQueueWorker } from "./queue/queue-worker.js";
export type { MigrationSetup, MigrationSource, MigrationTarget, Setup, SetupContext } from "./setup.js";
export { type Counts, refusedLines } from "./work/counts.js";
