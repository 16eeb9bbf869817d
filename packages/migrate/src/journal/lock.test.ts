import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../testing/temporary-folder.js";
import { lock } from "./lock.js";

const locked = expect.objectContaining({ code: "migrate.locked" });
const lockPath = (): string => join(temporaryFolder(), "journal.lock");

it("keeps a second run out until the first gives it back", () => {
  const path = lockPath();
  const unlock = lock(path, "the output");
  expect(() => lock(path, "the output")).toThrow(locked);
  unlock();
  expect(existsSync(path)).toBe(false);
  lock(path, "the output")();
});

it("keeps this process out a second time, too, however the path is written", () => {
  const path = lockPath();
  const unlock = lock(path, "the output");
  expect(() => lock(`${dirname(path)}/./journal.lock`, "the output")).toThrow(locked);
  unlock();
  expect(existsSync(path)).toBe(false);
});

it.each([
  ["a process that is gone", () => `${spawnSync(process.execPath, ["-e", ""]).pid} ${hostname()} 1\n`],
  ["a process whose id was given to another one", () => `${process.ppid} ${hostname()} 1\n`],
  ["this process's id before it was started again", () => `${process.pid} ${hostname()} \n`],
])("takes over the lock of %s, and leaves nothing else behind", (_what, content) => {
  const path = lockPath();
  writeFileSync(path, content());
  const unlock = lock(path, "the output");
  expect(readFileSync(path, "utf8").startsWith(`${process.pid} `)).toBe(true);
  unlock();
  expect(readdirSync(dirname(path))).toEqual([]);
});

it.each([
  ["another machine", () => `1 another-${hostname()} 1\n`],
  ["somebody who has not written it yet", () => ""],
  ["nobody, since it is another program's file", () => "# precious\n"],
])("respects the lock of %s", (_what, content) => {
  const path = lockPath();
  writeFileSync(path, content());
  expect(() => lock(path, "the output")).toThrow(locked);
  expect(readFileSync(path, "utf8")).toBe(content());
});
