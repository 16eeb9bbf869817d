/** A name without what people write differently: case, hyphens, underscores. */
export function plainName(name: string): string {
  return name.replace(/[-_ ]/g, "").toLowerCase();
}

/** Whether one letter was added, removed, changed, or swapped with its neighbour. */
export function isNear(first: string, second: string): boolean {
  const [short, long] = first.length <= second.length ? [first, second] : [second, first];
  if (long.length - short.length > 1 || long.length > 64) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  if (short.length < long.length) return short.slice(start) === long.slice(start + 1);
  if (short.slice(start + 1) === long.slice(start + 1)) return true;
  const isSwapped = short[start] === long[start + 1] && short[start + 1] === long[start];
  return isSwapped && short.slice(start + 2) === long.slice(start + 2);
}
