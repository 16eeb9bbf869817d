import { RoompassError } from "../errors/roompass-error.js";

/** Answers with the current time in unix seconds. */
export type Clock = () => number;

/** The machine's clock, in whole unix seconds. */
export const systemClock: Clock = () => Math.floor(Date.now() / 1000);

/** September 2001: before it there were no meeting tokens, and a machine that has lost its clock starts in 1970. */
const firstInstant = 1e9;

/** Reads a clock, refusing one that does not give whole unix seconds: nothing is minted by a broken clock. */
export function readClock(clock: Clock): number {
  const now = clock();
  if (Number.isSafeInteger(now) && now >= firstInstant && now < 1e11) return now;
  throw new RoompassError("clock.invalid", "The clock does not give whole unix seconds.", {
    path: "clock",
    cure: "Return `Math.floor(Date.now() / 1000)` or a fixed number of seconds.",
  });
}
