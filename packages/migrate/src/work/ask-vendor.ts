import { RoompassError } from "@roompass/core";
import { MigrateError } from "../migrate-error.js";
import type { RateLimit } from "./rate-limit.js";

/** How often a request is tried before the run stops; with the waiting in between, about a minute. */
const mostAttempts = 8;
const firstPauseMilliseconds = 500;
const longestPauseMilliseconds = 60_000;

function statusOf(error: RoompassError): number {
  const status = error.details?.["status"];
  return typeof status === "number" ? status : 0;
}

/** Whether the same request may be answered later. */
function isPassing(error: RoompassError): boolean {
  if (error.code === "request.rejected") return statusOf(error) >= 500;
  return error.code === "request.failed" || error.code === "request.timeout" || error.code === "request.rate-limited";
}

function pauseOf(error: RoompassError, attempt: number): number {
  const asked = error.details?.["retryAfterSeconds"];
  const own = firstPauseMilliseconds * 2 ** attempt;
  return Math.min(longestPauseMilliseconds, typeof asked === "number" ? Math.max(own, asked * 1000) : own);
}

function stopped(error: RoompassError, why: string): MigrateError {
  const cure = "What is done is kept: start the same command again to go on from there.";
  return new MigrateError("migrate.vendor", `${error.message.replace(/\.$/, "")}${why}.`, cure, { cause: error });
}

/**
 * Sends a request to a vendor when it is its turn, and again where another attempt may help. A request that mints may be
 * sent again, too: a token that never arrived is in nobody's hands.
 *
 * @throws MigrateError `migrate.vendor` when the vendor does not recover or refuses the account: the fault of no line.
 *   RoompassError for what is wrong with this one line.
 */
export async function askVendor<Answer>(limit: RateLimit, request: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 0; ; attempt += 1) {
    await limit.turn();
    try {
      return await request();
    } catch (error) {
      if (!RoompassError.isInstance(error)) throw error;
      const status = error.code === "request.rejected" ? statusOf(error) : 0;
      if (status === 401 || status === 403) throw stopped(error, ", which is about the account and not about a line");
      if (!isPassing(error)) throw error;
      if (attempt + 1 === mostAttempts) throw stopped(error, `, ${mostAttempts} times in a row`);
      await limit.pause(pauseOf(error, attempt));
    }
  }
}
