// The command in processes of its own: files, pipes, signals, and what is left behind.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  closeSync,
  createReadStream,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  watch,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { now } from "../src/testing/fake-io.js";
import { dailyEnv, dailyToken, livekitEnv } from "../src/testing/tokens.js";

const program = fileURLToPath(new URL("../bin/roompass.js", import.meta.url));
const tokenCount = 800;
let input = "";

beforeAll(() => {
  const token = (index: number): string => dailyToken({ ud: `u_${index}`, r: `room-${index % 7}` });
  // Long ids make several chunks of few tokens.
  const id = (index: number): string => `${index}-`.padEnd(1000, "x");
  const lines = Array.from({ length: tokenCount }, (_, index) =>
    JSON.stringify({ id: id(index), token: token(index) }),
  );
  lines.splice(500, 0, "garbage", "");
  input = `${lines.join("\n")}\n`;
}, 120_000);

function folder(): (name: string) => string {
  const path = mkdtempSync(join(tmpdir(), "roompass-migrate-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  writeFileSync(join(path, "in"), input);
  return (name) => join(path, name);
}

type Streams = readonly ["ignore" | "pipe" | number, "ignore" | "pipe" | number];

function start(argv: readonly string[], [stdin, stdout]: Streams = ["ignore", "pipe"]) {
  const all = [program, "migrate", "--from", "daily", "--to", "livekit", "--now", String(now), ...argv];
  const env = { PATH: process.env["PATH"], ...dailyEnv, ...livekitEnv };
  const child: ChildProcess = spawn(process.execPath, all, { stdio: [stdin, stdout, "pipe"], env });
  onTestFinished(() => void child.kill("SIGKILL"));
  let stderr = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  return { child, ended: once(child, "close").then(() => ({ code: child.exitCode, stderr })) };
}

/** Resolves when the journal has so many lines. */
function untilLines(path: string, count: number): Promise<void> {
  return new Promise((resolve) => {
    const watcher = watch(join(path, ".."), () => {
      if (!existsSync(path) || readFileSync(path, "utf8").split("\n").length <= count) return;
      watcher.close();
      resolve();
    });
  });
}

const read = (path: string): string => readFileSync(path, "utf8");

describe("roompass migrate, as a process", () => {
  it("gives the same from < to >, from a pipe, and from a file with one worker", async () => {
    const at = folder();
    const [from, to] = [openSync(at("in"), "r"), openSync(at("out1"), "w")];
    const first = await start(["--rejects", at("r1")], [from, to]).ended;
    closeSync(from);
    closeSync(to);
    expect(first).toMatchObject({ code: 1, stderr: expect.stringContaining("800 of 801 tokens were issued anew") });
    const piped = start(["--rejects", at("r2"), "--quiet"], ["pipe", "pipe"]);
    const parts: Buffer[] = [];
    piped.child.stdout?.on("data", (part: Buffer) => parts.push(part));
    createReadStream(at("in")).pipe(piped.child.stdin!);
    expect(await piped.ended).toEqual({ code: 1, stderr: "" });
    const alone = await start(["--file", at("in"), "--output", at("out3"), "--workers", "1"]).ended;
    expect(alone.code).toBe(1);
    expect(read(at("out1")).split("\n")).toHaveLength(tokenCount + 1);
    expect(Buffer.concat(parts).toString()).toBe(read(at("out1")));
    expect(read(at("out3"))).toBe(read(at("out1")));
    for (const rejects of [at("r2"), at("out3.rejects")]) expect(read(rejects)).toBe(read(at("r1")));
  });

  it("goes on after SIGKILL and after SIGTERM, and ends as if nothing had happened", async () => {
    const at = folder();
    await start(["--file", at("in"), "--output", at("expected"), "--workers", "1"]).ended;
    const argv = ["--output", at("out"), "--workers", "2"];
    /** A run whose input has not ended when it is struck, after so many lines of its journal. */
    async function struck(signal: "SIGKILL" | "SIGTERM", share: number, lines: number) {
      const { child, ended } = start(argv, ["pipe", "pipe"]);
      child.stdin?.on("error", () => undefined);
      child.stdin?.write(input.slice(0, input.length * share));
      await untilLines(at("out.journal"), lines);
      child.kill(signal);
      return ended;
    }
    expect((await struck("SIGKILL", 0.4, 2)).code).toBeNull();
    const stopped = await struck("SIGTERM", 0.8, 3);
    expect(stopped).toMatchObject({
      code: 130,
      stderr: expect.stringContaining("Give the same command again to go on."),
    });
    const last = start(argv, ["pipe", "pipe"]);
    last.child.stdin?.end(input);
    expect(await last.ended).toMatchObject({ code: 1, stderr: expect.stringContaining("Went on behind line") });
    expect(read(at("out"))).toBe(read(at("expected")));
    expect(read(at("out.rejects"))).toBe(read(at("expected.rejects")));
    expect(existsSync(at("out.journal.lock"))).toBe(false);
  });

  it("ends quietly when whoever reads the output has seen enough", async () => {
    const at = folder();
    const { child, ended } = start(["--file", at("in"), "--rejects", at("r"), "--quiet"]);
    child.stdout?.once("data", () => child.stdout?.destroy());
    expect(await ended).toEqual({ code: 141, stderr: "" });
  });

  it.skipIf(!existsSync("/dev/full"))("says so when the device is full", async () => {
    const at = folder();
    const full = openSync("/dev/full", "w");
    const { code, stderr } = await start(["--file", at("in"), "--rejects", at("r")], ["ignore", full]).ended;
    closeSync(full);
    expect(code).toBe(4);
    expect(stderr).toContain("no room left on the device");
    const symlinked = await start(["--file", at("in"), "--output", "/dev/full"]).ended;
    expect(symlinked.code).toBe(2);
  });
});
