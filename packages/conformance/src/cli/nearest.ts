/** How many single letters have to change, by rows of the usual table. */
function distance(first: string, second: string): number {
  let row = Array.from({ length: second.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...first].entries()) {
    const next = [index + 1];
    for (const [column, other] of [...second].entries()) {
      const replaced = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** The name that somebody meant who typed another; undefined where none is close. */
export function nearest(typed: string, names: readonly string[]): string | undefined {
  if (typed.length > 100) return undefined;
  const ranked = names
    .map((name) => ({ name, steps: distance(typed, name) }))
    .sort((first, second) => first.steps - second.steps);
  const [best] = ranked;
  return best !== undefined && best.steps <= Math.max(2, typed.length / 4) ? best.name : undefined;
}
