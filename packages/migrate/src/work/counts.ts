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

/** Codes of refusals and kinds of report entries; what is counted is shown on terminals. */
const countedName = /^[\w.-]{1,64}$/;

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isTally(value: unknown): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.entries(value).every(([name, count]) => countedName.test(name) && isCount(count))
  );
}

/** Whether this is what a run counts, and adds up: it comes out of a file, or from another machine. */
export function isCounts(value: unknown): value is Counts {
  if (typeof value !== "object" || value === null) return false;
  const counts = value as Counts;
  return (
    [counts.lines, counts.blank, counts.moved].every(isCount) &&
    isTally(counts.refused) &&
    isTally(counts.kinds) &&
    counts.lines === counts.blank + counts.moved + refusedLines(counts)
  );
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
