import type { Credentials } from "./credentials/credentials.js";
import { readCredentials } from "./credentials/read-credentials.js";
import { type ExitCode, exitCodes } from "./exit-codes.js";
import type { Io } from "./io.js";
import { coloursFor } from "./output/colours.js";
import { printableJson } from "./output/printable.js";
import { readableWidth, type Screen } from "./output/screen.js";

/** What every command works with: the outside world, and where its answer goes. */
export class Context {
  readonly io: Io;
  exitCode: ExitCode = exitCodes.fine;
  #credentials: Credentials | undefined;

  constructor(io: Io) {
    this.io = io;
  }

  /** Reads the credentials; from then on nothing that is printed can contain one. */
  async credentials(file: string | undefined): Promise<Credentials> {
    this.#credentials = await readCredentials(file, this.io);
    return this.#credentials;
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
    this.io.stdout(this.#scrub(`${lines.join("\n")}\n`));
  }

  /** Beside the answer, so that the answer can be piped on. */
  note(lines: readonly string[]): void {
    if (lines.length > 0) this.io.stderr(this.#scrub(`${lines.join("\n")}\n`));
  }

  json(value: unknown): void {
    this.io.stdout(this.#scrub(`${printableJson(value, 2)}\n`));
  }

  #scrub(text: string): string {
    return this.#credentials?.scrub(text) ?? text;
  }

  #screen(now: number, isTerminal: boolean): Screen {
    const { env, columns, timeZone } = this.io;
    return { colours: coloursFor(isTerminal, env), width: readableWidth(columns), now, timeZone };
  }
}
