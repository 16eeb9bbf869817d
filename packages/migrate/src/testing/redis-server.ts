import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The Debian package is `redis-server`. */
export const hasRedis: boolean = spawnSync("redis-server", ["--version"]).status === 0;

/** On a laptop tests without Redis are skipped, out loud; where nobody looks they fail. */
export const mayLackRedis: boolean = process.env["CI"] !== "true";

if (!hasRedis) process.stderr.write("redis-server is not installed: the tests of the queue are SKIPPED.\n");

export interface RedisServer {
  /** `unix:///…/redis.sock` */
  readonly url: string;
  /** What `redis-cli` answers. */
  ask(...command: readonly string[]): string;
  close(): Promise<void>;
}

async function start(folder: string, socket: string): Promise<ChildProcess> {
  const options = ["--port", "0", "--unixsocket", socket, "--save", "", "--appendonly", "no", "--dir", folder];
  const child = spawn("redis-server", options, { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  await new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      if (output.includes("eady to accept connections")) resolve();
    });
    child.once("exit", () => reject(new Error(`redis-server did not start: ${output.slice(-500)}`)));
    child.once("error", reject);
  });
  return child;
}

/** A real Redis on a socket in a folder of its own: no port, nothing shared with other tests. */
export async function startRedis(): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), "roompass-redis-"));
  const socket = join(folder, "redis.sock");
  const child = await start(folder, socket);
  return {
    url: `unix://${socket}`,
    ask: (...command) => spawnSync("redis-cli", ["-s", socket, ...command], { encoding: "utf8" }).stdout.trim(),
    async close() {
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
