/** What became of lines, added up. */
export interface Counts {
  /** Lines read, the empty ones among them. */
  readonly lines: number;
  /** Lines without anything, passed over. */
  readonly blank: number;
  /** Tokens issued anew. */
  readonly moved: number;
  /** Lines refused, by code. */
  readonly refused: Readonly<Record<string, number>>;
  /** Report entries of the tokens that were moved, by kind. */
  readonly kinds: Readonly<Record<string, number>>;
}

export const noCounts: Counts = { lines: 0, blank: 0, moved: 0, refused: {}, kinds: {} };

type Tally = Readonly<Record<string, number>>;

function addTallies(a: Tally, b: Tally): Tally {
  const sum: Record<string, number> = { ...a };
  for (const [name, count] of Object.entries(b)) sum[name] = (sum[name] ?? 0) + count;
  return sum;
}

export function addCounts(a: Counts, b: Counts): Counts {
  return {
    lines: a.lines + b.lines,
    blank: a.blank + b.blank,
    moved: a.moved + b.moved,
    refused: addTallies(a.refused, b.refused),
    kinds: addTallies(a.kinds, b.kinds),
  };
}

/** All lines refused, whatever the code. */
export function refusedLines({ refused }: Counts): number {
  return Object.values(refused).reduce((sum, count) => sum + count, 0);
}
