import { type DestinationStream, type Logger, type LoggerOptions, pino } from "pino";
import type { Scrub } from "./scrubber.js";
import { showError } from "./show-error.js";

/** Where lines end up: one line with its newline at a time. */
export type WriteLine = (line: string) => void;

interface LoggerSettings {
  readonly level: string;
  readonly scrub: Scrub;
  readonly write: WriteLine;
}

const options: LoggerOptions = {
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  messageKey: "message",
  formatters: { level: (label) => ({ level: label }) },
  // Requests are logged by the server in words of its own; whatever else hands one over shows nothing of it.
  serializers: { err: showError, error: showError, req: () => undefined, res: () => undefined },
};

/** A logger of JSON lines, each of which goes through the scrubber last. */
export function createLogger({ level, scrub, write }: LoggerSettings): Logger {
  const destination: DestinationStream = { write: (line: string) => write(scrub(line)) };
  return pino({ ...options, level }, destination);
}
