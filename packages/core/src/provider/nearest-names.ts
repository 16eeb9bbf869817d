import { grantLimits } from "../grant/limits.js";
import { nearestName } from "../grant/nearest-name.js";

/** Finds the candidate that somebody probably meant by a name, as `nearestName` does. */
export type NearestName = typeof nearestName;

/**
 * `nearestName` for somebody who reads names from outside: for the first few of them, each as often as it is asked about
 * in a row. Comparing letter by letter is the dearest part of reading, and nobody misspells hundreds of names. Make a
 * new one for each token or grant.
 */
export function nearestOfFirst(): NearestName {
  let left: number = grantLimits.suggestions;
  let last: string | undefined;
  return (name, candidates) => {
    if (name !== last) left -= 1;
    last = name;
    return left < 0 ? undefined : nearestName(name, candidates);
  };
}
