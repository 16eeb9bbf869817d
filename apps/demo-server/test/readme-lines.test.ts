import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { curlLines } from "../src/greeting/curl-lines.js";
import { greeting } from "../src/greeting/greeting.js";
import { startTestServer } from "../src/testing/start-test-server.js";

const hasCurl = spawnSync("curl", ["--version"]).status === 0 && spawnSync("bash", ["--version"]).status === 0;
if (!hasCurl) console.warn("curl is not installed: the test of README.md's lines is SKIPPED.");

const readme = readFileSync(fileURLToPath(new URL("../../../README.md", import.meta.url)), "utf8");

/** Every line of the README's shell blocks that calls curl. */
const printed = [...readme.matchAll(/^```sh\n([\s\S]*?)^```/gm)]
  .flatMap(([, block = ""]) => block.split("\n"))
  .filter((line) => line.startsWith("curl "));

function shell(...lines: readonly string[]): Promise<{ readonly code: number | null; readonly out: string }> {
  return new Promise((resolve) => {
    const child = spawn("bash", ["-euc", lines.join("\n")], { env: { PATH: process.env["PATH"] ?? "" } });
    let out = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text;
    });
    child.on("close", (code) => resolve({ code, out }));
  });
}

it("curl is there, where nobody looks at what was left out", () => {
  expect(hasCurl || process.env["CI"] !== "true").toBe(true);
});

describe.skipIf(!hasCurl)("the lines for a shell", () => {
  it("are the same in README.md and in the greeting", async () => {
    const server = await startTestServer();
    const greeted = greeting(server)
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line.startsWith("curl "));
    expect(printed).toEqual(curlLines.map(({ line }) => line));
    expect(greeted).toEqual(printed);
  });

  it("work as they are printed, after the line with the key", async () => {
    const server = await startTestServer();
    const [exported = ""] = /^ {2}export .*$/m.exec(greeting(server)) ?? [];
    const answers: Record<string, unknown>[] = [];
    for (const line of printed) {
      const { code, out } = await shell(exported, line);
      expect([line.slice(0, 40), code]).toEqual([line.slice(0, 40), 0]);
      answers.push(JSON.parse(out) as Record<string, unknown>);
    }
    expect(answers).toMatchObject([
      { token: expect.stringMatching(/^eyJ/), provider: "daily" },
      { verified: false, detection: { vendor: "daily" } },
      { to: "metered", sourceVerified: false, report: expect.any(Array) },
    ]);
  });
});
