import type { Setup } from "../setup.js";
import { createJob, type Job, type JobOptions } from "../work/job.js";
import { now, setup } from "./tokens.js";

export const jobOptions: JobOptions = { now, salt: "00ff", report: false, lineBytes: 4096, threads: 1 };

/** A job as a worker makes it. */
export function jobOf(options: Partial<JobOptions> = {}, own: Setup = setup): Promise<Job> {
  return createJob(own, undefined, { ...jobOptions, ...options });
}
