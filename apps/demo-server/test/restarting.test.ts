import { appendFileSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AuditLine } from "@roompass/service";
import { describe, expect, it } from "vitest";
import { startProcess, startProgram } from "../src/testing/start-process.js";
import { temporaryFolder } from "../src/testing/temporary-folder.js";

const grant = { room: "standup", participant: { id: "u_1" }, expiresIn: "1h" };

async function makeKey(id: string): Promise<{ readonly key: string; readonly line: string }> {
  const program = startProgram(["keys", "create", "--id", id, "--providers", "daily", "--room", "standup"]);
  expect(await program.ended).toBe(0);
  return { key: /^\S+\.[0-9a-f]{64}$/m.exec(program.err())?.[0] ?? "", line: program.out() };
}

function configured(folder: string): Record<string, string> {
  return {
    ROOMPASS_KEYS_FILE: join(folder, "keys.ndjson"),
    ROOMPASS_AUDIT_FILE: join(folder, "audit.ndjson"),
    ROOMPASS_EMULATORS: "on",
    ROOMPASS_REQUESTS_PER_MINUTE_PER_KEY: "1000000",
    ROOMPASS_REQUESTS_PER_MINUTE_PER_ADDRESS: "1000000",
    ROOMPASS_REQUESTS_PER_MINUTE_ANONYMOUS: "1000000",
  };
}

const issue = (url: string, key: string) =>
  fetch(`${url}/v1/tokens`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify({ provider: "daily", grant: { ...grant, rights: { publish: true, subscribe: true } } }),
  });

const recordsIn = (path: string): AuditLine[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as AuditLine);

describe("R22: a restart under load", () => {
  it("loses no request that was accepted, and the audit chain goes on", async () => {
    const folder = temporaryFolder();
    const environment = configured(folder);
    const { key, line } = await makeKey("web");
    writeFileSync(environment["ROOMPASS_KEYS_FILE"] ?? "", line);
    let server = await startProcess(environment);
    const answered = new Set<string>();
    const wrong: number[] = [];
    let isOver = false;

    async function client(): Promise<void> {
      while (!isOver) {
        try {
          const answer = await issue(server.url, key);
          await answer.text();
          if (answer.status === 200) answered.add(answer.headers.get("x-request-id") ?? "");
          else wrong.push(answer.status);
        } catch {
          // Refused or reset before it was read: nobody accepted it, which the audit log has to agree with.
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
      }
    }
    const clients = Array.from({ length: 20 }, client);
    for (const enough of [100, 200]) {
      await expect.poll(() => answered.size, { timeout: 60_000 }).toBeGreaterThan(enough);
      server.child.kill("SIGTERM");
      expect(await server.ended).toBe(0);
      server = await startProcess(environment);
    }
    await expect.poll(() => answered.size, { timeout: 60_000 }).toBeGreaterThan(300);
    isOver = true;
    await Promise.all(clients);
    server.child.kill("SIGTERM");
    expect(await server.ended).toBe(0);

    expect(wrong).toEqual([]);
    const granted = recordsIn(environment["ROOMPASS_AUDIT_FILE"] ?? "").filter(
      ({ record }) => record.operation === "issue" && record.decision === "granted",
    );
    expect(granted.filter(({ record }) => !answered.has(record.requestId))).toEqual([]);
    expect(granted).toHaveLength(answered.size);
    const verify = startProgram(["audit", "verify", environment["ROOMPASS_AUDIT_FILE"] ?? ""]);
    expect([await verify.ended, verify.err()]).toEqual([0, "The chain is whole.\n"]);
  }, 180_000);
});

describe("R10: a server that is killed", () => {
  it("has a line for every token that it gave away", async () => {
    const folder = temporaryFolder();
    const environment = configured(folder);
    const path = environment["ROOMPASS_AUDIT_FILE"] ?? "";
    const { key, line } = await makeKey("web");
    writeFileSync(environment["ROOMPASS_KEYS_FILE"] ?? "", line);
    const server = await startProcess(environment);
    const answered = new Set<string>();
    const send = async (): Promise<void> => {
      try {
        const answer = await issue(server.url, key);
        if (answer.status === 200) answered.add(answer.headers.get("x-request-id") ?? "");
      } catch {
        // Killed before it answered.
      }
    };
    const sending = Array.from({ length: 200 }, send);
    await expect.poll(() => answered.size, { timeout: 60_000, interval: 1 }).toBeGreaterThan(20);
    server.child.kill("SIGKILL");
    await Promise.all(sending);
    appendFileSync(path, '{"sequence":9999,"hash":"');

    const again = await startProcess(environment);
    expect((await issue(again.url, key)).status).toBe(200);
    again.child.kill("SIGTERM");
    expect(await again.ended).toBe(0);
    const ids = new Set(recordsIn(path).map(({ record }) => record.requestId));
    expect([...answered].filter((id) => !ids.has(id))).toEqual([]);
    const verify = startProgram(["audit", "verify", path]);
    expect([await verify.ended, verify.err()]).toEqual([0, "The chain is whole.\n"]);
  }, 120_000);
});

describe("R12: keys that are replaced", () => {
  it("under load, by a signal and by the change of the file, cost no request", async () => {
    const folder = temporaryFolder();
    const environment = configured(folder);
    const path = environment["ROOMPASS_KEYS_FILE"] ?? "";
    const first = await makeKey("web");
    const second = await makeKey("other");
    writeFileSync(path, first.line);
    const server = await startProcess(environment);
    const statuses: number[] = [];
    let isOver = false;
    async function client(): Promise<void> {
      while (!isOver) statuses.push((await issue(server.url, first.key)).status);
    }
    const clients = Array.from({ length: 5 }, client);
    const statusOf = async (key: string) => (await issue(server.url, key)).status;
    expect(await statusOf(second.key)).toBe(401);

    writeFileSync(`${path}.new`, first.line + second.line);
    renameSync(`${path}.new`, path);
    await expect.poll(() => statusOf(second.key), { timeout: 20_000 }).toBe(200);
    writeFileSync(path, "broken");
    server.child.kill("SIGHUP");
    await expect.poll(() => server.output(), { timeout: 20_000 }).toContain("the keys file is not valid");
    expect(await statusOf(second.key)).toBe(200);
    isOver = true;
    await Promise.all(clients);
    expect(new Set(statuses)).toEqual(new Set([200]));

    writeFileSync(path, second.line);
    server.child.kill("SIGHUP");
    await expect.poll(() => statusOf(first.key), { timeout: 20_000 }).toBe(401);
  }, 120_000);
});
