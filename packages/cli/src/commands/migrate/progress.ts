import { type Counts, type Progress, refusedLines } from "@roompass/migrate";

export interface ProgressOptions {
  write(text: string): void;
  /** Milliseconds that only grow. */
  milliseconds(): number;
  /** A person looks on: one line, written over and over. */
  readonly isTerminal: boolean;
  /** Width of the terminal in characters. */
  readonly columns: number;
}

const terminalMilliseconds = 1000;
const lineMilliseconds = 10_000;

export function thousands(count: number): string {
  return String(Math.round(count)).replaceAll(/\B(?=(\d{3})+$)/g, ",");
}

export function durationText(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  if (seconds < 90 * 60) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}

/** The most frequent first. */
export function refusedText({ refused }: Counts): string {
  return Object.entries(refused)
    .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .map(([code, count]) => `${thousands(count)} ${code}`)
    .join(", ");
}

/** Only the last row of a text that needs several can be written over. */
function oneRow(text: string, columns: number): string {
  const letters = [...text];
  const room = (columns > 0 ? columns : 80) - 1;
  return letters.length <= room ? text : `${letters.slice(0, Math.max(0, room - 1)).join("")}…`;
}

/** Tells how far a run is: how fast, how many, how many more, and what was refused. */
export class ProgressLines {
  readonly #options: ProgressOptions;
  #begun: number | undefined;
  #told: number | undefined;
  #hasLine = false;

  constructor(options: ProgressOptions) {
    this.#options = options;
  }

  readonly tell = (progress: Progress): void => {
    const { milliseconds, isTerminal, columns, write } = this.#options;
    const now = milliseconds();
    this.#begun ??= now;
    const gap = isTerminal ? terminalMilliseconds : lineMilliseconds;
    if (now - (this.#told ?? this.#begun) < gap) return;
    this.#told = now;
    const text = this.#text(progress, (now - this.#begun) / 1000);
    write(isTerminal ? `\r\u001b[K${oneRow(text, columns)}` : `${text}\n`);
    this.#hasLine = isTerminal;
  };

  /** Leaves the line to what comes next. */
  end(): void {
    if (this.#hasLine) this.#options.write("\r\u001b[K");
    this.#hasLine = false;
  }

  #text(progress: Progress, seconds: number): string {
    const { counts, inputBytes, totalBytes, linesOfThisRun, inputBytesOfThisRun } = progress;
    const parts = [`${thousands(linesOfThisRun / seconds)} lines/s`, `${thousands(counts.lines)} done`];
    if (totalBytes !== undefined && inputBytesOfThisRun > 0) {
      const left = totalBytes - inputBytes;
      const lines = (left * counts.lines) / inputBytes;
      parts.push(`about ${thousands(lines)} left (${durationText((left * seconds) / inputBytesOfThisRun)})`);
    } else parts.push("left: not known");
    const refused = refusedLines(counts);
    if (refused > 0) parts.push(`${thousands(refused)} refused: ${refusedText(counts)}`);
    return parts.join(" · ");
  }
}
