import type { Credentials } from "./credentials/credentials.js";
import { environmentCredentials, readCredentials } from "./credentials/read-credentials.js";
import { type ExitCode, exitCodes } from "./exit-codes.js";
import type { Io } from "./io.js";
import { coloursFor } from "./output/colours.js";
import { paragraph } from "./output/layout.js";
import { printableJson } from "./output/printable.js";
import { readableWidth, type Screen } from "./output/screen.js";

const openFile =
  "Every user of this machine can read or change the credentials file. Take that away, for example with `chmod 600`.";

/** What every command works with: the outside world, and where its answer goes. */
export class Context {
  readonly io: Io;
  exitCode: ExitCode = exitCodes.fine;
  readonly #isForScripts: boolean;
  /** Whose secrets are taken out of everything that is printed. */
  readonly #known: Credentials[];

  /** @param isForScripts The answer is one JSON document, beside which nothing is said. */
  constructor(io: Io, isForScripts: boolean) {
    this.io = io;
    this.#known = [environmentCredentials(io.env)];
    this.#isForScripts = isForScripts;
  }

  /** Reads the credentials; nothing that is printed can contain one, those of the environment from the start. */
  async credentials(file: string | undefined): Promise<Credentials> {
    const credentials = await readCredentials(file, this.io);
    this.#known.push(credentials);
    if (file !== undefined && !this.#isForScripts && (await this.io.isOpenToOthers?.(file)) === true) {
      const { colours, width } = this.noteScreen(0);
      this.note(paragraph(`${colours.caution("Warning:")} ${openFile}`, width, 0, 2));
    }
    return credentials;
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
    return this.#known.reduce((scrubbed, credentials) => credentials.scrub(scrubbed), text);
  }

  #screen(now: number, isTerminal: boolean): Screen {
    const { env, columns, timeZone } = this.io;
    return { colours: coloursFor(isTerminal, env), width: readableWidth(columns), now, timeZone };
  }
}
