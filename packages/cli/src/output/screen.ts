import type { Colours } from "./colours.js";

/** Where a person reads: lines in, with the colours and the width that fit the place. */
export interface Screen {
  readonly colours: Colours;
  /** Characters a line; text is wrapped to it. */
  readonly width: number;
  readonly now: number;
  readonly timeZone: string | undefined;
}

const narrowest = 40;
const widest = 100;

/** Long lines are hard to read, so a wide terminal is not used to its end. */
export function readableWidth(columns: number): number {
  if (!Number.isFinite(columns) || columns <= 0) return 80;
  return Math.min(widest, Math.max(narrowest, Math.floor(columns)));
}
