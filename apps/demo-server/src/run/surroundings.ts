import { randomBytes } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { FastifyInstance } from "fastify";
import { pino } from "pino";

/** Everything of the outside that a server touches, so that a test can be it. */
export interface Surroundings {
  /** Takes lines of the log. */
  readonly write: (line: string) => void;
  /** Unix seconds. */
  readonly clock: () => number;
  readonly randomBytes: (length: number) => Uint8Array;
  /** Resolves after so many milliseconds. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** The longest that a body may take to arrive. */
  readonly bodyMilliseconds: number;
  /** Of the playground's build; `undefined` when there is none. */
  readonly pageFolder: string | undefined;
  /** Gets the server before it listens, for what is measured beside it. */
  readonly prepare?: (server: FastifyInstance) => void;
  /** Unix seconds: a clock that shows an earlier time is wrong. */
  readonly builtAt: number;
}

/** The build of the playground beside this package. */
function builtPage(): string | undefined {
  const folder = fileURLToPath(new URL("../../../playground/dist/", import.meta.url));
  return existsSync(`${folder}index.html`) ? folder : undefined;
}

const flushMilliseconds = 100;

/** Collects lines, so that a log costs no system call a line; what is left is written when the process ends. */
function standardOutput(): (line: string) => void {
  const output = pino.destination({ dest: 1, sync: false, minLength: 4096 });
  // Whoever read it is gone. There is nowhere else to say so.
  output.on("error", () => undefined);
  setInterval(() => output.flush(), flushMilliseconds).unref();
  process.once("exit", () => {
    try {
      output.flushSync();
    } catch {
      // As above.
    }
  });
  return (line) => void output.write(line);
}

/** This process's own. */
export function realSurroundings(): Surroundings {
  return {
    write: standardOutput(),
    clock: () => Math.floor(Date.now() / 1000),
    randomBytes: (length) => randomBytes(length),
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    bodyMilliseconds: 5000,
    pageFolder: builtPage(),
    builtAt: Math.floor(statSync(fileURLToPath(import.meta.url)).mtimeMs / 1000),
  };
}
