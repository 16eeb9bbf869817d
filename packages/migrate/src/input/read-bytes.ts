import { readSync } from "node:fs";
import { MigrateError, systemCode } from "../migrate-error.js";

/** An input that fails in the middle. Of the system's error only the code is repeated. */
export function unreadable(error: unknown): MigrateError {
  const code = systemCode(error);
  const reason = /^[A-Z]+$/.test(code) ? `: the system says ${code}` : "";
  const cure = "See to it, and start the same call again: what is done is kept.";
  return new MigrateError("migrate.input", `The input could not be read to its end${reason}.`, cure, { cause: error });
}

/**
 * Reads what there is at a place, at most as much as the buffer holds.
 *
 * @returns how many bytes there were.
 * @throws MigrateError `migrate.input`
 */
export function readBytes(fd: number, buffer: Buffer, position: number): number {
  try {
    return readSync(fd, buffer, 0, buffer.length, position);
  } catch (error) {
    throw unreadable(error);
  }
}
