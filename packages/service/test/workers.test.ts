// The worked example on a real runtime of the Workers kind: bundled, started, asked over HTTP, and stopped.
import { type ChildProcess, spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundleWorker } from "../examples/workers/bundle.mjs";
import { verifyAuditChain } from "../src/index.js";

const example = fileURLToPath(new URL("../examples/workers/", import.meta.url));
const authorization = "Bearer example.TEST-ONLY-caller-secret-0123456789";
const grant = {
  room: "team-standup",
  participant: { id: "u_1" },
  expiresIn: "15m",
  entry: "direct",
  rights: { moderate: false },
};

/** The program itself: the package's own launcher would stay behind when it is stopped. */
function workerdPath(): string {
  const require = createRequire(import.meta.url);
  const name = `@cloudflare/workerd-${process.platform === "win32" ? "windows" : process.platform}-${process.arch === "x64" ? "64" : process.arch}`;
  const folder = dirname(
    require.resolve(`${name}/package.json`, { paths: [dirname(require.resolve("workerd/package.json"))] }),
  );
  return join(folder, "bin", process.platform === "win32" ? "workerd.exe" : "workerd");
}

let folder = "";
let worker: ChildProcess;
let base = "";
let printed = "";

async function start(): Promise<string> {
  const address = ["--socket-addr", "http=127.0.0.1:0", "--control-fd", "3"];
  worker = spawn(workerdPath(), ["serve", join(folder, "workerd.capnp"), ...address], {
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  for (const stream of [worker.stdout, worker.stderr]) stream?.on("data", (text) => (printed += String(text)));
  const control = worker.stdio[3] as Readable;
  return new Promise((resolve, reject) => {
    let told = "";
    worker.once("exit", (code) => reject(new Error(`workerd ended with ${code}: ${printed}`)));
    control.on("data", (text) => {
      told += String(text);
      const line = told.split("\n").find((one) => one.includes('"listen"'));
      if (line !== undefined) resolve(`http://127.0.0.1:${(JSON.parse(line) as { readonly port: number }).port}`);
    });
  });
}

beforeAll(async () => {
  if (!existsSync(new URL("../dist/index.js", import.meta.url))) throw new Error("Not built. Run: npm run build");
  folder = mkdtempSync(join(tmpdir(), "roompass-workers-"));
  await bundleWorker(folder);
  copyFileSync(join(example, "workerd.capnp"), join(folder, "workerd.capnp"));
  base = await start();
});

afterAll(async () => {
  if (worker !== undefined && worker.exitCode === null) {
    const ended = new Promise((resolve) => worker.once("exit", resolve));
    worker.kill();
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

const post = (path: string, body: unknown, headers: Record<string, string> = { authorization }) =>
  fetch(`${base}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });

async function issue(provider: string): Promise<string> {
  const answer = await post("/v1/tokens", { provider, grant });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { readonly token: string }).token;
}

describe("the service on workerd", () => {
  it("is one module without anything of Node", () => {
    expect(readFileSync(join(folder, "worker.js"), "utf8")).not.toMatch(/from\s*"node:|require\("/);
  });

  it.each(["daily", "livekit", "videosdk"])("issues a token of %s and verifies it", async (provider) => {
    const token = await issue(provider);
    const verified = await post("/v1/tokens/verify", { provider, token, expect: { room: "team-standup" } });
    expect([verified.status, await verified.json()]).toEqual([200, expect.objectContaining({ verified: true })]);
  });

  it("translates and signs", async () => {
    const token = await issue("livekit");
    const answer = await post("/v1/translate", { token, from: "livekit", to: "daily", sign: true });
    const body = await answer.json();
    expect([answer.status, body]).toEqual([
      200,
      expect.objectContaining({ token: expect.any(String), vendor: "daily" }),
    ]);
  });

  it("carries out a request with an Idempotency-Key once", async () => {
    const headers = { authorization, "idempotency-key": "one" };
    const answers = [
      await post("/v1/tokens", { provider: "daily", grant }, headers),
      await post("/v1/tokens", { provider: "daily", grant }, headers),
    ];
    expect(await answers[0]?.text()).toBe(await answers[1]?.text());
  });

  it("refuses strangers, rooms of others and bodies that are too long", async () => {
    expect((await post("/v1/tokens", { provider: "daily", grant }, {})).status).toBe(401);
    const beyond = await post("/v1/tokens", { provider: "daily", grant: { ...grant, room: "other" } });
    expect([beyond.status, await beyond.json()]).toEqual([
      403,
      expect.objectContaining({ code: "http.beyond-policy" }),
    ]);
    expect((await post("/v1/tokens", { provider: "daily", grant, pad: "x".repeat(20_000) })).status).toBe(413);
  });

  it("has its documentation with it", async () => {
    expect(await (await fetch(`${base}/docs`)).text()).toContain("roompass token service");
    expect(await (await fetch(`${base}/openapi.json`)).json()).toHaveProperty("openapi", "3.1.0");
  });

  it("wrote an audit chain that is whole, without a token in it", async () => {
    const lines = printed.split("\n").filter((line) => line.startsWith('{"sequence"'));
    expect(lines.length).toBeGreaterThan(8);
    expect(await verifyAuditChain(lines)).toMatchObject({ whole: true });
    expect(printed).not.toContain("eyJ");
  });
});
