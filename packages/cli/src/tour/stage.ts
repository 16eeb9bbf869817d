import type { ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";
import { paragraph } from "../output/layout.js";
import { shellWord } from "../output/shell.js";
import { run } from "../run.js";

/** Something in the tour did not go as the tour says; then `npm run tour` has to fail. */
export class TourFailure extends Error {
  override name = "TourFailure";
}

export interface StageOptions {
  readonly print: (text: string) => void;
  readonly isTerminal: boolean;
  readonly env: Io["env"];
  readonly now: number;
}

interface Expected {
  readonly exitCode: ExitCode;
  /** Runs the command without showing anything, for an answer that the next step needs. */
  readonly silent?: true;
  /** Shows only the first lines, where the rest has been seen before. */
  readonly lines?: number;
}

const width = 80;
const indent = 2;
/** Longer than this an argument is a token, and only its beginning is shown. */
const longestShown = 60;

/** A token is one long line; its beginning is enough to see that it is there. */
function fitted(line: string): string {
  return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(line) ? `${line.slice(0, width - indent - 3)}...` : line;
}

/** A long command line goes on in the next, as a shell takes it. */
function commandLine(command: string): string[] {
  const lines = paragraph(command, width - 2, 0, 4);
  return lines.map((line, index) => (index === lines.length - 1 ? line : `${line} \\`));
}

/** Runs the real command in this process and shows it as one would see it in a terminal. */
export class Stage {
  readonly #options: StageOptions;
  #chapter: number;

  constructor(options: StageOptions, chapter = 0) {
    this.#options = options;
    this.#chapter = chapter;
  }

  /** The same stage with another environment; the chapters go on. */
  with(env: Io["env"]): Stage {
    return new Stage({ ...this.#options, env }, this.#chapter);
  }

  say(...paragraphs: readonly string[]): void {
    for (const text of paragraphs) this.#lines(paragraph(text, width));
  }

  /** Lines to be copied: neither wrapped nor cut. */
  commands(...lines: readonly string[]): void {
    this.#lines(["", ...lines.map((line) => `  ${line}`), ""]);
  }

  chapter(title: string): void {
    this.#chapter += 1;
    const heading = `${this.#chapter}. ${title}`;
    this.#lines(["", "", heading, "=".repeat(heading.length)]);
  }

  /** Shows the command line, runs it, shows what it prints, and answers with its standard output. */
  async run(argv: readonly string[], expected: Expected): Promise<string> {
    const shown = argv.map((word) => shellWord(word.length > longestShown ? `${word.slice(0, 16)}...` : word));
    if (!expected.silent) this.#lines(["", ...commandLine(`$ roompass ${shown.join(" ")}`), ""]);
    let output = "";
    const show = (text: string): void => {
      if (expected.silent) return;
      const lines = text.replace(/\n$/, "").split("\n");
      const cut = expected.lines !== undefined && lines.length > expected.lines;
      const told = cut ? [...lines.slice(0, expected.lines), "", "[...]"] : lines;
      this.#lines(told.map((line) => (line === "" ? "" : " ".repeat(indent) + fitted(line))));
    };
    const exitCode = await run(argv, {
      stdin: () => {
        throw new TourFailure("The tour types nothing.");
      },
      readFile: () => {
        throw new TourFailure("The tour reads no file.");
      },
      fetch: () => Promise.reject(new TourFailure("The tour calls nobody.")),
      stdout: (text) => {
        output += text;
        show(text);
      },
      stderr: show,
      env: this.#options.env,
      isTerminal: this.#options.isTerminal,
      isErrorTerminal: this.#options.isTerminal,
      columns: width - indent,
      clock: () => this.#options.now,
      untilStopped: () => Promise.resolve(),
      timeZone: "UTC",
    });
    if (exitCode !== expected.exitCode) {
      throw new TourFailure(`\`roompass ${argv[0]}\` ended with ${exitCode}; the tour expects ${expected.exitCode}.`);
    }
    return output;
  }

  #lines(lines: readonly string[]): void {
    this.#options.print(`${lines.join("\n")}\n`);
  }
}
