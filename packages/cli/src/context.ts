import { type ExitCode, exitCodes } from "./exit-codes.js";
import type { Io } from "./io.js";
import { coloursFor } from "./output/colours.js";
import { printableJson } from "./output/printable.js";
import { readableWidth, type Screen } from "./output/screen.js";

/** What every command works with: the outside world, and where its answer goes. */
export class Context {
  readonly io: Io;
  exitCode: ExitCode = exitCodes.fine;

  constructor(io: Io) {
    this.io = io;
  }

  /** Where the answer is read. */
  screen(now: number): Screen {
    return this.#screen(now, this.io.isTerminal);
  }

  /** Where notes beside the answer are read. */
  noteScreen(now: number): Screen {
    return this.#screen(now, this.io.isErrorTerminal ?? false);
  }

  print(lines: readonly string[]): void {
    this.io.stdout(`${lines.join("\n")}\n`);
  }

  /** Beside the answer, so that the answer can be piped on. */
  note(lines: readonly string[]): void {
    if (lines.length > 0) this.io.stderr(`${lines.join("\n")}\n`);
  }

  json(value: unknown): void {
    this.io.stdout(`${printableJson(value, 2)}\n`);
  }

  #screen(now: number, isTerminal: boolean): Screen {
    const { env, columns, timeZone } = this.io;
    return { colours: coloursFor(isTerminal, env), width: readableWidth(columns), now, timeZone };
  }
}
