/** How many letters have to be added, removed, changed or swapped with their neighbour to get from one to the other. */
export function editDistance(first: string, second: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: second.length + 1 }, (_, index) => index);
  for (let row = 1; row <= first.length; row++) {
    const current = [row];
    for (let column = 1; column <= second.length; column++) {
      const changed = first[row - 1] === second[column - 1] ? 0 : 1;
      const distance = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + changed,
      );
      const swapped =
        row > 1 && column > 1 && first[row - 1] === second[column - 2] && first[row - 2] === second[column - 1];
      current.push(swapped ? Math.min(distance, (beforePrevious[column - 2] ?? 0) + 1) : distance);
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[second.length] ?? 0;
}
