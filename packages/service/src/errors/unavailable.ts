import { ServiceError } from "./service-error.js";

/** A part of the surroundings that did not do its work. What it said is for the operator. */
export function unavailable(cause: unknown): ServiceError {
  return new ServiceError("http.unavailable", { cause });
}
