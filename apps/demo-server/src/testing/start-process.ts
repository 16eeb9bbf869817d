import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

/** What `npm run build` makes: processes run it and not the sources. */
export const mainFile: string = fileURLToPath(new URL("../../dist/main.js", import.meta.url));

export interface ServerProcess {
  readonly child: ChildProcess;
  readonly url: string;
  readonly metricsUrl: string | undefined;
  /** Both outputs so far. */
  readonly output: () => string;
  /** Resolves with the exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

/** A program of this package, with an environment of its own. */
export function startProgram(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  if (!existsSync(mainFile)) throw new Error("The server is not built; `npm run build` does it.");
  const env = { PATH: process.env["PATH"] ?? "", ...environment };
  const child = spawn(process.execPath, [mainFile, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  const ended = once(child, "close").then(([code, signal]) => (code ?? signal) as number | NodeJS.Signals | null);
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  return { child, ended, out: () => out, err: () => err };
}

/** Starts the built server on a free port and waits until it listens. Killed after the test, if it still runs. */
export async function startProcess(environment: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
  const { child, ended, out, err } = startProgram([], {
    ROOMPASS_PORT: "0",
    ROOMPASS_LOG_LEVEL: "debug",
    ROOMPASS_MAX_EVENT_LOOP_DELAY_MILLISECONDS: "60000",
    ...environment,
  });
  const said = await new Promise<Readonly<Record<string, string>>>((resolve, reject) => {
    const look = (): void => {
      const line = out()
        .split("\n")
        .find((text) => text.includes('"message":"listening"'));
      if (line !== undefined) resolve(JSON.parse(line) as Record<string, string>);
    };
    child.stdout?.on("data", look);
    void ended.then(() => reject(new Error(`The server did not start: ${err()}${out()}`)));
  });
  return {
    child,
    url: said["url"] ?? "",
    metricsUrl: said["metricsUrl"],
    output: () => out() + err(),
    ended,
  };
}
