import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { roompass } from "../testing/fake-io.js";

describe("roompass conformance", () => {
  it("passes its arguments on, and answers with the suite's exit code", async () => {
    const { code, stdout, stderr } = await roompass(["conformance", "--explain", "core.verify.plain"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("core.verify.plain");
    expect(stdout).toContain("roompass conformance ./my-adapter.js --case core.verify.plain");
  });

  it("has the suite's help", async () => {
    const { code, stdout } = await roompass(["conformance", "--help"]);
    expect(code).toBe(0);
    expect(stdout).toContain("Usage: roompass conformance [options] [adapter]");
    expect(stdout).toContain("--update-baseline");
  });

  it("writes the skeleton of an adapter, and never over a file", async () => {
    const folder = mkdtempSync(join(tmpdir(), "roompass-init-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const first = await roompass(["conformance", "init", folder, "--vendor", "acme"]);
    expect({ code: first.code, stderr: first.stderr }).toEqual({ code: 0, stderr: "" });
    expect(first.stdout).toContain("npm run conformance");
    const again = await roompass(["conformance", "init", folder, "--vendor", "acme"]);
    expect({ code: again.code, stdout: again.stdout }).toEqual({ code: 2, stdout: "" });
    expect(again.stderr).toContain("Nothing was written");
    expect(again.stderr).toContain("`roompass conformance init ./roompass-acme`");
  });

  it.each([
    [["./not-there.js"], "There is no file ./not-there.js."],
    [["--with", "./not-there.js", "./neither.js"], "There is no file ./not-there.js."],
    [["./not-there.js", "--skip", "core.time"], "There is no `--skip`"],
    [["./not-there.js", "--category", "times"], "`--category` takes one of"],
  ])("%j is called wrongly", async (argv, message) => {
    const { code, stdout, stderr } = await roompass(["conformance", ...argv]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
  });
});
