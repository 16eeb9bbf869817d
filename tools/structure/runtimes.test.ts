// The quick part of `npm run test:runtimes`: what is here without being installed first.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { publishedEntries } from "../packed/published.mjs";
import { runSmokeOnWorkerd } from "../runtimes/lib/on-workerd.mjs";
import { runtimes } from "../runtimes/lib/runtimes.mjs";
import { root } from "./workspace.ts";

const programs = join(root, "tools", "runtimes", "program");
const good = (names: readonly string[]) => names.map((name) => ({ name, outcome: "pass" }));

interface Result {
  readonly name: string;
  readonly outcome: string;
}

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "roompass-portable-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it("CommonJS gets by `require` what `import` gives, of every entry", () => {
  const entries = publishedEntries().map(({ specifier }) => specifier);
  const file = join(programs, "require.cjs");
  const { stdout, stderr } = spawnSync(process.execPath, [file, JSON.stringify(entries)], { encoding: "utf8" });
  expect(stderr).toBe("");
  const { required } = JSON.parse(stdout.replace("RESULT ", "")) as { readonly required: readonly Result[] };
  expect(required).toEqual(good(entries.map((entry) => `require ${entry}`)));
});

it("what a user does works on workerd, which has nothing of Node", async () => {
  const program = runtimes.find(({ key }) => key === "workerd")?.find();
  // The package is a development dependency, so that it is here on every platform that it exists for.
  expect(program).toBeDefined();
  const { smoke } = (await runSmokeOnWorkerd(program ?? "", folder, programs)) as { readonly smoke: readonly Result[] };
  expect(smoke.map(({ name, outcome }) => ({ name, outcome }))).toEqual(good(smoke.map(({ name }) => name)));
  expect(smoke.length).toBeGreaterThan(9);
});
