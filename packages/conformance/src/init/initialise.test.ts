import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { nodeIo } from "../cli/node-io.js";
import { run } from "../cli/run.js";
import { madeFolder } from "../testing/made-folder.js";
import { skeletonFor, skeletonPaths } from "./skeleton.js";

async function init(folder: string, ...words: readonly string[]) {
  let stdout = "";
  let stderr = "";
  const io = nodeIo({
    folder,
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
  });
  return { code: await run(["init", ...words], io), stdout, stderr };
}

describe("init", () => {
  it("writes every file of the skeleton under the vendor's name, and says what comes next", async () => {
    const folder = madeFolder({});
    const { code, stdout, stderr } = await init(folder, "acme-video");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const path of skeletonPaths()) {
      const text = readFileSync(join(folder, "acme-video", path), "utf8");
      expect(text, path).not.toMatch(/tincan/i);
      expect(stdout).toContain(`    ${path}\n`);
    }
    expect(readFileSync(join(folder, "acme-video", "src/adapter.js"), "utf8")).toContain('displayName: "Acme Video"');
    expect(stdout).toContain("    cd acme-video\n    npm install\n    npm run conformance\n    npm test\n");
  });

  it("writes into the folder where it runs, under a name that is given", async () => {
    const folder = madeFolder({ "notes.txt": "kept" });
    const { code, stdout } = await init(folder, "--vendor", "acme");
    expect(code).toBe(0);
    expect(stdout).not.toContain("    cd ");
    expect(JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))).toMatchObject({ name: "roompass-acme" });
    expect(readFileSync(join(folder, "notes.txt"), "utf8")).toBe("kept");
  });

  it("writes nothing when one of its files is there, and lists those", async () => {
    const folder = madeFolder({ "acme/package.json": "mine", "acme/src/decode.js": "mine" });
    const { code, stdout, stderr } = await init(folder, "acme");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toBe(
      "Nothing was written, because these are there already: package.json, src/decode.js. " +
        "Name another folder, such as `npx @roompass/conformance init ./roompass-acme`.\n",
    );
    expect(readFileSync(join(folder, "acme/package.json"), "utf8")).toBe("mine");
    expect(existsSync(join(folder, "acme/README.md"))).toBe(false);
  });

  it("takes a file in place of a folder, and a folder in place of a file, as in the way", async () => {
    const folder = madeFolder({ acme: "a file", "kazoo/package.json/x": "" });
    expect(await init(folder, "acme")).toMatchObject({ code: 2, stderr: expect.stringContaining("package.json") });
    expect(await init(folder, "kazoo")).toMatchObject({ code: 2, stderr: expect.stringContaining(": package.json.") });
  });

  it("follows no link that leads nowhere", async () => {
    const folder = madeFolder({ "acme/x": "" });
    symlinkSync(join(folder, "elsewhere"), join(folder, "acme", "package.json"));
    expect(await init(folder, "acme")).toMatchObject({ code: 2, stderr: expect.stringContaining(": package.json.") });
    expect(existsSync(join(folder, "elsewhere"))).toBe(false);
  });

  it.each([
    [["Acme"], "The folder's name is no name for a vendor: give one, such as `--vendor acme`."],
    [["x", "--vendor", "Acme Inc"], "`--vendor` takes a short name in lower case"],
    [["x", "--vendor", "acme-"], "`--vendor` takes a short name in lower case"],
    [["x", "--vendor", "core"], "`--vendor` takes a short name in lower case"],
    [["x", "--vendor", `a${"b".repeat(40)}`], "`--vendor` takes a short name in lower case"],
    [["x", "--vendor", "daily"], "This package has vectors of daily"],
    [["x", "y"], "Too many arguments"],
    [["x", "--force"], "Unknown option '--force'"],
  ])("%j is refused with exit code 2, and nothing is written", async (words, message) => {
    const folder = madeFolder({});
    const { code, stderr } = await init(folder, ...words);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
    for (const name of ["x", "Acme"]) expect(existsSync(join(folder, name))).toBe(false);
  });
});

describe("the skeleton", () => {
  it("depends on the versions that it comes with", () => {
    const own = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
      readonly version: string;
      readonly dependencies: Readonly<Record<string, string>>;
    };
    expect(JSON.parse(skeletonFor("acme").get("package.json") ?? "")).toMatchObject({
      dependencies: { "@roompass/core": own.dependencies["@roompass/core"] },
      devDependencies: { "@roompass/conformance": `^${own.version}` },
    });
  });

  it("marks each place that says something about the vendor", () => {
    const unmarked = [...skeletonFor("acme")]
      .filter(([path]) => /^(src|vectors)\//.test(path) && path !== "src/claims.js")
      .filter(([, text]) => !text.includes("YOURS:"));
    expect(unmarked).toEqual([]);
  });

  it("names in its README each file to change, and only files that it has", () => {
    const text = skeletonFor("acme").get("README.md") ?? "";
    const named = new Set([...text.matchAll(/`((?:src|test|vectors)\/[\w.-]+)`/g)].map((match) => match[1]));
    expect([...named].filter((path) => !skeletonPaths().includes(path ?? ""))).toEqual([]);
    const changed = skeletonPaths().filter((path) => skeletonFor("acme").get(path)?.includes("YOURS:"));
    expect(changed.filter((path) => !named.has(path) && path !== "README.md")).toEqual([]);
  });
});
