import { appendFileSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type AuditRecord, createAuditChain } from "@roompass/service";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../testing/temporary-folder.js";
import { openAuditFile } from "./audit-file.js";
import { AuditFileError } from "./audit-file-error.js";
import { verifyAuditFile } from "./verify-audit-file.js";

const record = (requestId: string): AuditRecord => ({
  time: 1_800_000_000,
  requestId,
  operation: "issue",
  decision: "granted",
  reason: null,
  caller: "acme",
  address: null,
  provider: "daily",
  tenant: null,
  room: "stand-up ü",
  subject: null,
  granted: null,
  expiresAt: null,
  tokenDigest: null,
});

async function write(path: string, count: number, sync = false): Promise<void> {
  const file = await openAuditFile(path, { sync });
  const { append, previous } = file;
  const chain = createAuditChain({ append, ...(previous === undefined ? {} : { previous }) });
  await Promise.all(Array.from({ length: count }, (_, index) => chain.write(record(`r${index}`))));
  await file.close();
}

const lines = (path: string): string[] => readFileSync(path, "utf8").split("\n").slice(0, -1);

describe("R10: an audit file", () => {
  it.each([false, true])("holds every line that was promised, in order (fsync: %s)", async (sync) => {
    const path = join(temporaryFolder(), "audit.ndjson");
    await write(path, 200, sync);
    expect(lines(path)).toHaveLength(200);
    expect(await verifyAuditFile(path)).toMatchObject({ whole: true, head: { sequence: 200 } });
  });

  it("goes on with its chain after a restart", async () => {
    const path = join(temporaryFolder(), "audit.ndjson");
    await write(path, 3);
    await write(path, 2);
    expect(await verifyAuditFile(path)).toMatchObject({ whole: true, head: { sequence: 5 } });
  });

  it.each([1, 20, 100])("sets a last line aside that was cut %i bytes before its end, and goes on", async (missing) => {
    const path = join(temporaryFolder(), "audit.ndjson");
    await write(path, 3);
    const whole = readFileSync(path);
    writeFileSync(path, whole.subarray(0, whole.length - missing));
    const file = await openAuditFile(path, { sync: false });
    expect(file.setAsideBytes).toBeGreaterThan(0);
    await file.close();
    await write(path, 2);
    expect(await verifyAuditFile(path)).toMatchObject({ whole: true, head: { sequence: 4 } });
    expect(readFileSync(`${path}.torn`).length).toBe(file.setAsideBytes + 1);
  });

  it("goes on when nothing but half a line is in it", async () => {
    const path = join(temporaryFolder(), "audit.ndjson");
    writeFileSync(path, '{"sequence":1,"ha');
    await write(path, 1);
    expect(await verifyAuditFile(path)).toMatchObject({ whole: true, head: { sequence: 1 } });
  });

  it("is not continued after a line that is none of a chain's", async () => {
    const path = join(temporaryFolder(), "audit.ndjson");
    await write(path, 1);
    appendFileSync(path, "something else\n");
    await expect(openAuditFile(path, { sync: false })).rejects.toThrow(AuditFileError);
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  it("that cannot be opened is told by the name of its variable, and with what to do", async () => {
    const path = join(temporaryFolder(), "missing", "audit.ndjson");
    const message =
      "ROOMPASS_AUDIT_FILE cannot be opened (ENOENT). Name a file in a folder that this user may write to.";
    await expect(openAuditFile(path, { sync: false })).rejects.toThrow(message);
  });

  it("has one writer", async () => {
    const path = join(temporaryFolder(), "audit.ndjson");
    const file = await openAuditFile(path, { sync: false });
    await expect(openAuditFile(path, { sync: false })).rejects.toThrow("another running process");
    // Another program may have been given the number of one that crashed: nobody gets out of that without a word about it.
    await expect(openAuditFile(path, { sync: false })).rejects.toThrow(`Where ${process.pid} is no roompass`);
    await file.close();
    writeFileSync(`${path}.lock`, "999999999");
    await write(path, 1);
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  it.each<[string, (path: string) => void]>([
    ["was added to by another process", (path) => appendFileSync(path, "{}\n")],
    ["was cut off", (path) => truncateSync(path, 0)],
    ["was removed", (path) => rmSync(path)],
  ])("is written to no more once it %s: what is answered for would be lost, or the chain forked", async (_, spoil) => {
    const path = join(temporaryFolder(), "audit.ndjson");
    const file = await openAuditFile(path, { sync: false });
    const chain = createAuditChain({ append: file.append });
    await chain.write(record("first"));
    spoil(path);
    const before = existsSync(path) ? readFileSync(path, "utf8") : undefined;
    await expect(chain.write(record("second"))).rejects.toThrow(AuditFileError);
    expect(existsSync(path) ? readFileSync(path, "utf8") : undefined).toBe(before);
    expect(chain.broken).toBe(true);
    await file.close();
  });

  it("says which line was removed, changed or moved", async () => {
    const path = join(temporaryFolder(), "audit.ndjson");
    await write(path, 5);
    const [first, second, third, ...rest] = lines(path) as [string, string, string];
    const verdictOf = (changed: readonly string[]) => {
      writeFileSync(path, `${changed.join("\n")}\n`);
      return verifyAuditFile(path);
    };
    expect(await verdictOf([first, third, ...rest])).toMatchObject({ fault: { line: 2, kind: "gap" } });
    expect(await verdictOf([first, third, second, ...rest])).toMatchObject({ whole: false, fault: { line: 2 } });
    const forged = second.replace("acme", "acmf");
    expect(await verdictOf([first, forged, third, ...rest])).toMatchObject({ fault: { line: 2, kind: "changed" } });
    expect(await verdictOf([first, `${second}\r`, third])).toMatchObject({ fault: { line: 2, kind: "unreadable" } });
    const expected = { sequence: 5, hash: "0".repeat(64) };
    await verdictOf([first, second]);
    expect(await verifyAuditFile(path, expected)).toMatchObject({ fault: { line: 3, kind: "cut" } });
  });
});
