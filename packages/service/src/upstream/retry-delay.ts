import type { ReadAnswer } from "./attempt.js";

/** The wait before the first repetition, in milliseconds; twice as long before the next. */
const firstWait = 200;
/** What is added to what the vendor asks for, so that not all come back in the same moment. */
const spread = 250;

/** Whole seconds. The other form of the header is a date of a clock that is not ours. */
function retryAfterSeconds({ headers }: ReadAnswer): number | undefined {
  const text = headers.get("retry-after")?.trim() ?? "";
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

/**
 * How long to wait before sending again, in milliseconds: what the vendor says, else longer each time, and never the same
 * for everybody.
 *
 * @param random 0 up to 1.
 */
export function retryDelay(attempt: number, answer: ReadAnswer | undefined, random: number): number {
  const seconds = answer === undefined ? undefined : retryAfterSeconds(answer);
  if (seconds !== undefined) return seconds * 1000 + random * spread;
  return random * firstWait * 2 ** attempt;
}
