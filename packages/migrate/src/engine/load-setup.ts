import { RoompassError } from "@roompass/core";
import { errorName, MigrateError } from "../migrate-error.js";
import type { Setup } from "../setup.js";
import { createJob, type Job, type JobOptions } from "../work/job.js";

async function loadSetup(address: string): Promise<Setup> {
  const module = (await import(address)) as { readonly setup?: unknown };
  if (typeof module.setup === "function") return module.setup as Setup;
  throw new MigrateError("migrate.setup", "The setup's module exports no function `setup`.");
}

/** What went wrong while a worker was made ready, in words that can be passed on. */
export function setupFailure(error: unknown): MigrateError {
  if (error instanceof MigrateError) return error;
  // Of other errors nothing is repeated: they may hold what they were given.
  if (RoompassError.isInstance(error))
    return new MigrateError("migrate.setup", error.message, error.cure, { cause: error });
  return new MigrateError("migrate.setup", `The setup failed (${errorName(error)}).`, "Call it by itself to see why.", {
    cause: error,
  });
}

/** Makes a worker ready. @throws MigrateError `migrate.setup` */
export async function readyJob(setup: Setup | string, data: unknown, options: JobOptions): Promise<Job> {
  try {
    return await createJob(typeof setup === "string" ? await loadSetup(setup) : setup, data, options);
  } catch (error) {
    throw setupFailure(error);
  }
}
