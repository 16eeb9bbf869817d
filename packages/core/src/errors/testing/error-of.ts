import { RoompassError } from "../roompass-error.js";

/** The error of something that has to fail; anything but a `RoompassError` is a fault of its own. */
export async function errorOf(attempt: () => unknown): Promise<RoompassError> {
  try {
    await attempt();
  } catch (error) {
    if (RoompassError.isInstance(error)) return error;
    throw new Error("This is no RoompassError.", { cause: error });
  }
  throw new Error("Nothing was thrown.");
}

/** `ok`, or the code and the path of the error. */
export async function outcomeOf(attempt: () => unknown): Promise<string> {
  try {
    await attempt();
  } catch (error) {
    if (!RoompassError.isInstance(error)) throw error;
    return error.path === undefined ? error.code : `${error.code} ${error.path}`;
  }
  return "ok";
}
