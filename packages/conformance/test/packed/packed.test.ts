// What is published, used as strangers use it: installed from its tarballs into an empty folder, outside the repository.
// On the build server and in a full run: packing and installing takes long, and what is packed is tested in its folder, too.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isThorough } from "../../../../tools/enumerations.ts";
import { commandIn, installAll, npm, packAll, type Ran, run } from "./packing.ts";

const home = mkdtempSync(join(tmpdir(), "roompass-packed-"));
const stranger = join(home, "stranger");
/** Other processes, on a machine that may be busy. */
const patience = 120_000;
let packages: readonly string[] = [];

beforeAll(async () => {
  const packed = join(home, "packed");
  for (const folder of [packed, stranger]) mkdirSync(folder);
  packages = await packAll(packed);
  const { code, output } = await installAll(packages, stranger);
  if (code !== 0) throw new Error(output);
}, patience);

afterAll(() => rmSync(home, { recursive: true, force: true }));

/** `node` with words, in the stranger's folder. */
const node = (...words: readonly string[]): Promise<Ran> => run(process.execPath, words, stranger);

describe.runIf(isThorough)("an adapter that imports nothing", { timeout: patience }, () => {
  const command = (...words: readonly string[]) => node(commandIn(stranger), ...words);

  beforeAll(() => {
    cpSync(fileURLToPath(new URL("./kazoo.mjs", import.meta.url)), join(stranger, "kazoo.mjs"));
  });

  it("conforms by the command", async () => {
    const { code, output } = await command("./kazoo.mjs", "--output", "reports");
    expect(code, output).toBe(0);
    expect(output).toMatch(/^Conformance of Kazoo\b/);
    expect(output).toMatch(/^Conformant to issue, /m);
    const report = JSON.parse(readFileSync(join(stranger, "reports", "report.json"), "utf8")) as object;
    expect(report).toMatchObject({ conforms: true, adapter: { vendor: "kazoo" } });
  });

  it("conforms in node:test", async () => {
    writeFileSync(
      join(stranger, "conformance.test.mjs"),
      `import { testConformance } from "@roompass/conformance/node-test";
import adapter from "./kazoo.mjs";

testConformance(adapter);
`,
    );
    const { code, output } = await node("--test", "--test-reporter=tap", "conformance.test.mjs");
    expect(code, output).toBe(0);
    expect(output).toMatch(/^# fail 0$/m);
    expect(Number(/^# pass (\d+)$/m.exec(output)?.[1])).toBeGreaterThan(500);
  });

  it("does not conform when it reads a claim wrongly", async () => {
    const text = readFileSync(join(stranger, "kazoo.mjs"), "utf8");
    const wrong = text.replace("expiresAt: exp,\n", "expiresAt: exp === undefined ? exp : exp + 1,\n");
    expect(wrong).not.toBe(text);
    writeFileSync(join(stranger, "wrong.mjs"), wrong);
    const { code, output } = await command("./wrong.mjs", "--category", "translate", "--format", "junit");
    expect(code, output).toBe(1);
    expect(output).toMatch(/<testsuites [^>]*failures="[1-9]/);
  });
});

describe.runIf(isThorough)("an adapter that misbehaves", { timeout: patience }, () => {
  const written = (name: string, verify: string, before = ""): string => {
    const text = `import adapter from "./kazoo.mjs";\n${before}\nexport default { adapter, verify: ${verify} };\n`;
    writeFileSync(join(stranger, name), text);
    return `./${name}`;
  };

  it.each([
    ["ends the process", "() => process.exit(0)", "", 3, "was ended before the run was"],
    ["never comes back", "() => { for (;;); }", "", 3, "No way back from core.verify."],
    ["sets the exit code at the end", "() => {}", 'process.on("exit", () => { process.exitCode = 0; });', 1, "error"],
    ["leaves something running", "() => {}", "setInterval(() => {}, 1000);", 1, "error"],
  ])("and %s", async (_what, verify, before, expected, message) => {
    const name = written("hostile.mjs", verify, before);
    const argv = [
      commandIn(stranger),
      name,
      "--category",
      "verify",
      "--timeout-milliseconds",
      "100",
      "--format",
      "tap",
    ];
    const { code, output } = await node(...argv);
    expect(code, output).toBe(expected);
    expect(output).toContain(message);
  });

  it("fails in node:test as well when it ends the process", async () => {
    const name = written("hostile.mjs", "() => process.exit(0)");
    const test = `import { testConformance } from "@roompass/conformance/node-test";
import subject from "${name}";

testConformance(subject);
`;
    writeFileSync(join(stranger, "hostile.test.mjs"), test);
    const { code, output } = await node("--test", "--test-reporter=tap", "hostile.test.mjs");
    expect(code, output).toBe(1);
  });
});

describe.runIf(isThorough)("`init`, by the steps that it prints", { timeout: patience }, () => {
  const folder = join(home, "empty", "acme-video");
  let printed = "";

  beforeAll(async () => {
    mkdirSync(join(home, "empty"));
    const { code, output } = await run(
      process.execPath,
      [commandIn(stranger), "init", "acme-video"],
      join(home, "empty"),
    );
    if (code !== 0) throw new Error(output);
    printed = output;
  });

  it("leads to an adapter that conforms", async () => {
    const steps = [...printed.matchAll(/^ {4}((?:cd|npm) .+)$/gm)].map((match) => (match[1] as string).split(" "));
    expect(steps.map((words) => words.join(" "))).toEqual([
      "cd acme-video",
      "npm install",
      "npm run conformance",
      "npm test",
    ]);
    const [, , ...commands] = steps;
    const installed = await installAll(packages, folder);
    expect(installed.code, installed.output).toBe(0);
    const outputs: string[] = [];
    for (const [, ...words] of commands) {
      const { code, output } = await npm(words, folder);
      expect(code, output).toBe(0);
      outputs.push(output);
    }
    const [output = ""] = outputs;
    expect(output).toContain("Conformance of Acme Video (roompass-acme-video 0.0.0)");
    expect(output).toContain("6 vectors of the adapter's");
    expect(output).toMatch(/^Conformant to issue, /m);
  });

  it("and from there to failing cases where the adapter is changed and its vectors are not", async () => {
    const file = join(folder, "src", "encode.js");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace("{ sub: participant.id }", "{ sub: participant.id.toUpperCase() }"));
    const { code, output } = await npm(["run", "conformance", "--", "--case", "acme-video"], folder);
    writeFileSync(file, text);
    expect(code).toBe(1);
    expect(output).toContain("FAIL  acme-video.encode.plain");
  });
});
