import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

export interface Started {
  readonly child: ChildProcess;
  /** Everything on standard output when it has ended. */
  readonly output: Promise<string>;
  /** Resolves when standard output has this many lines that begin so. */
  lines(beginning: string, count: number): Promise<void>;
}

/** Starts one of the programs in `test/fixtures` with its options as JSON, and ends it with the test. */
export function startFixture(name: "run" | "work", options: unknown, stdin: "ignore" | "pipe" = "ignore"): Started {
  const program = fileURLToPath(new URL(`../../test/fixtures/${name}.mjs`, import.meta.url));
  const child = spawn(process.execPath, [program, JSON.stringify(options)], { stdio: [stdin, "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  let text = "";
  let heard: () => void = () => {};
  child.stdout?.setEncoding("utf8").on("data", (part: string) => {
    text += part;
    heard();
  });
  const output = once(child, "close").then(() => text);
  return {
    child,
    output,
    lines: (beginning, count) =>
      new Promise((resolve, reject) => {
        heard = () => {
          if (text.split("\n").filter((line) => line.startsWith(beginning)).length >= count) resolve();
        };
        void output.then(() => reject(new Error(`It ended before: ${text}`)));
        heard();
      }),
  };
}

/** Runs a migration in a process of its own to its end. */
export async function runToEnd(options: unknown): Promise<Record<string, unknown>> {
  return JSON.parse(await startFixture("run", options).output) as Record<string, unknown>;
}

/** Runs a migration that kills itself so many turns of the event loop after so many lines were done. */
export async function runStruck(options: object, lines: number, turns: number): Promise<void> {
  const { child, output } = startFixture("run", { ...options, strike: { lines, turns } });
  const said = await output;
  if (child.signalCode !== "SIGKILL") throw new Error(`It ended before it was struck: ${said}`);
}
