import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The Debian package is `redis-server`. */
export const hasRedis: boolean = spawnSync("redis-server", ["--version"]).status === 0;

/** On a laptop tests without Redis are skipped, out loud; where nobody looks they fail. */
export const mayLackRedis: boolean = process.env["CI"] !== "true";

if (!hasRedis) console.warn("redis-server is not installed: the tests of the shared store are SKIPPED.");

export interface RedisServer {
  /** `unix:///…/redis.sock` */
  readonly url: string;
  /** As when the power fails. */
  kill(): Promise<void>;
  /** Holds it up without ending connections. */
  pause(): void;
  resume(): void;
  /** Starts it again at the same address, with nothing in it. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

async function start(folder: string, options: readonly string[]): Promise<ChildProcess> {
  const socket = join(folder, "redis.sock");
  const own = ["--port", "0", "--unixsocket", socket, "--save", "", "--appendonly", "no", "--dir", folder];
  const child = spawn("redis-server", [...own, ...options], { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  await new Promise<void>((resolve, reject) => {
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      if (output.includes("eady to accept connections")) resolve();
    });
    child.once("exit", () => reject(new Error(`redis-server did not start: ${output.slice(-500)}`)));
    child.once("error", reject);
  });
  return child;
}

/** A real Redis on a socket in a folder of its own: no port, nothing shared with other tests. */
export async function startRedis(...options: readonly string[]): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), "roompass-redis-"));
  let child = await start(folder, options);
  async function end(signal: NodeJS.Signals): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
  }
  return {
    url: `unix://${join(folder, "redis.sock")}`,
    kill: () => end("SIGKILL"),
    pause: () => void child.kill("SIGSTOP"),
    resume: () => void child.kill("SIGCONT"),
    async restart() {
      await end("SIGKILL");
      child = await start(folder, options);
    },
    async close() {
      await end("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
