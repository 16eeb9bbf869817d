import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

/** The example for other languages. */
export const pythonFolder: string = fileURLToPath(new URL("../../python/", import.meta.url));

/** -B: nothing is left behind in the folder. */
export const python: readonly string[] = ["python3", "-B"];

export const hasPython: boolean = spawnSync("python3", ["--version"]).status === 0;

/** On the build server a program that is missing is a failure, on a laptop the tests that need it are left out. */
export const mayLackPython: boolean = process.env["CI"] !== "true";

if (!hasPython && mayLackPython)
  process.stderr.write("python3 is not installed: the tests of the Python example are left out.\n");

/** Runs a script of a folder, and answers with its exit code and what it printed. */
export function runPython(folder: string, script: string, ...args: readonly string[]): { code: number; text: string } {
  const [program = "", ...options] = python;
  try {
    const text = execFileSync(program, [...options, join(folder, script), ...args], {
      encoding: "utf8",
      stdio: "pipe",
    });
    return { code: 0, text };
  } catch (error) {
    const { status, stdout, stderr } = error as Readonly<{ status: number; stdout: string; stderr: string }>;
    return { code: status, text: stdout + stderr };
  }
}

/** A copy of the example with one line broken, gone after the test. */
export function brokenPython(file: string, line: string, broken: string): string {
  const folder = mkdtempSync(join(tmpdir(), "roompass-python-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(pythonFolder, folder, { recursive: true });
  const text = readFileSync(join(folder, file), "utf8");
  if (!text.includes(line)) throw new Error(`${file} has no line ${line}`);
  writeFileSync(join(folder, file), text.replace(line, broken));
  return folder;
}
