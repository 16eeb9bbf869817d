import { whole } from "./figures.mjs";

/** Whether a line reached its target. `atMost` is for what costs: there less is better. */
export function isMet({ ratio, atLeast, atMost }) {
  return atMost === undefined ? ratio >= atLeast : ratio <= atMost;
}

/** One line, which ends in `met` or `missed`. */
export function lineOf(result) {
  const { name, against, ratio, atMost, atLeast, unit = "/s" } = result;
  const rates = result.ours === undefined ? "" : `${whole(result.ours)} and ${whole(result.peer)} ${unit}`;
  const target = atMost === undefined ? `at least ${atLeast}` : `at most ${atMost}`;
  return [
    name.padEnd(46),
    `against ${against}`.padEnd(44),
    rates.padStart(26),
    ratio.toFixed(2).padStart(8),
    target.padStart(15),
    isMet(result) ? "met" : "missed",
  ].join("  ");
}
