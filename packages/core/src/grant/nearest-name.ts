import { editDistance } from "./edit-distance.js";
import { grantLimits } from "./limits.js";

/**
 * The candidate that somebody probably meant by `name`: the same letters in another case or with other separators, or a
 * few slips away. `undefined` when nothing is near.
 */
export function nearestName<Name extends string>(name: string, candidates: Iterable<Name>): Name | undefined {
  if (name.length > grantLimits.suggestionCharacters) return undefined;
  const plain = plainForm(name);
  let bestDistance = plain.length <= 4 ? 2 : 3;
  let best: Name | undefined;
  for (const candidate of candidates) {
    const other = plainForm(candidate);
    // No closer than their lengths are, and much cheaper to tell.
    if (Math.abs(plain.length - other.length) >= bestDistance) continue;
    const distance = editDistance(plain, other);
    if (distance < bestDistance) {
      bestDistance = distance;
      best = candidate;
    }
  }
  return best;
}

/** A name without case and separators: `roomName`, `room_name` and `Room-Name` are one. */
export function plainForm(name: string): string {
  return name.replace(/[_\s-]/g, "").toLowerCase();
}
