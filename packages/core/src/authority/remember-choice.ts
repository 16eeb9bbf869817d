import type { Ceiling } from "../adapter/ceiling.js";
import { deepFreeze } from "../grant/freeze.js";
import { capturePaths, rightPaths } from "../grant/right-path.js";
import type { StatedReading } from "./authority.js";

/** Beyond this everything is forgotten: rights come in a few combinations, and nobody may fill the memory with others. */
const most = 256;

const codes: Readonly<Record<StatedReading, string>> = {
  allow: "a",
  deny: "d",
  "deny, liftable": "D",
  possible: "p",
  "default(allow)": "y",
  "default(deny)": "n",
  "default(deny), liftable": "N",
  unknown: "u",
  ungoverned: "g",
  "ungoverned, everyone": "G",
};

/**
 * Everything in a ceiling that an encoder can choose by, as one text. `undefined` where it holds what callers make up,
 * names of senders or a vendor's own words, of which there is no end.
 */
function keyOf(ceiling: Ceiling, variant: string): string | undefined {
  if (ceiling.subscribeSelection !== undefined) return undefined;
  if (ceiling.statements !== undefined && ceiling.sameVendor) return undefined;
  const { purpose, assume, sameVendor, samePlace, entry, rights, modes, allowWidening } = ceiling;
  let key = `${variant} ${purpose} ${assume} ${sameVendor} ${samePlace} ${entry} `;
  for (const path of rightPaths) key += codes[rights[path]];
  if (modes !== undefined) {
    for (const path of capturePaths) if (modes[path] !== undefined) key += ` ${path} ${modes[path]}`;
  }
  if (allowWidening.size > 0) key += ` ${[...allowWidening]}`;
  return key;
}

/**
 * Remembers what was chosen. Choosing switches and roles is the slowest part of an encoder, and meetings have a few kinds
 * of participants: the second token of a kind is chosen by looking it up.
 *
 * `choose` has to go by the ceiling and by `variant` alone, and by the ceiling's `statements` only between tokens of one
 * vendor; what stands beside these may only be what `variant` tells, too. What it returns is deeply frozen, since
 * everybody gets the same.
 */
export function rememberChoice<Choice, Beside extends readonly unknown[] = []>(
  choose: (ceiling: Ceiling, variant: string, ...beside: Beside) => Choice,
): (ceiling: Ceiling, variant: string, ...beside: Beside) => Choice {
  const remembered = new Map<string, Choice>();
  return (ceiling, variant, ...beside) => {
    const key = keyOf(ceiling, variant);
    if (key === undefined) return choose(ceiling, variant, ...beside);
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const choice = deepFreeze(choose(ceiling, variant, ...beside));
    if (remembered.size >= most) remembered.clear();
    remembered.set(key, choice);
    return choice;
  };
}
