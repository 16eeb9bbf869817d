/** The value in the middle; of an even number of them, half way between the two. */
export function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** A whole number, its thousands apart. */
export const whole = (value) => Math.round(value).toLocaleString("en-US").replaceAll(",", " ");
