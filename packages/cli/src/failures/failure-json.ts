import type { FlaggedRefusal } from "../output/refusals.js";
import type { Failure } from "./failure.js";

/** An error for a script: the only document on standard output. */
export function failureJson(failure: Failure, refusals: readonly FlaggedRefusal[]): Record<string, unknown> {
  const { code, message, path, cure, details, frames } = failure;
  return {
    error: {
      code,
      message,
      ...(path === undefined ? {} : { path }),
      ...(cure === undefined ? {} : { cure }),
      ...(details === undefined ? {} : { details }),
      ...(refusals.length === 0 ? {} : { refusals }),
      ...(frames === undefined ? {} : { frames }),
    },
  };
}
