import { wrongKind } from "../errors/given.js";
import type { Grant } from "../grant/grant.js";
import { isObject } from "../grant/is-object.js";

/**
 * Checks for the parts of a parsed grant that are always there: what people write has to be parsed first.
 *
 * @throws RoompassError `input.wrong-kind`.
 */
export function checkGrant(value: unknown, path: string): asserts value is Grant {
  if (isObject(value) && Array.isArray(value["purpose"]) && "room" in value && !("expiresIn" in value)) return;
  const isInput = isObject(value) && "room" in value;
  throw wrongKind(
    path,
    value,
    isInput ? "a parsed one" : "a grant, or a reading with its adapter",
    isInput ? "Pass it through `parseGrant` first." : wantedCure(value),
  );
}

function wantedCure(value: unknown): string {
  const isReading = isObject(value) && "native" in value;
  return isReading
    ? "Pass its `grant`, or `{ reading, adapter }` to ask about the token itself."
    : "Pass a parsed grant, or `{ reading, adapter }` with what `verify` or `inspect` returned.";
}
