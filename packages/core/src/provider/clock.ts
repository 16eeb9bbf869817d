import { RoompassError } from "../errors/roompass-error.js";
import { checkNow } from "../jws/index.js";

/** Answers with the current time in unix seconds. */
export type Clock = () => number;

/** The machine's clock, in whole unix seconds. */
export const systemClock: Clock = () => Math.floor(Date.now() / 1000);

/**
 * The clock of a provider's settings, or the machine's. Checked when the provider is made, not when the first guest
 * arrives.
 *
 * @throws RoompassError `provider.settings` for a clock that is no function.
 */
export function clockSetting(clock: Clock | undefined): Clock {
  if (clock === undefined || typeof clock === "function") return clock ?? systemClock;
  throw new RoompassError("provider.settings", "The clock is not a function.", {
    path: "clock",
    cure: "Pass a function that returns unix seconds, or leave it out for the machine's clock.",
  });
}

/** Reads a clock, refusing one that does not give whole unix seconds: nothing is minted by a broken clock. */
export function readClock(clock: Clock): number {
  return checkNow(clock(), "clock");
}
