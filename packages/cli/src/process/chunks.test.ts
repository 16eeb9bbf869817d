import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { InputTooLong, readBounded } from "../input/read-bounded.js";
import { fileChunks, isOpenToOthers } from "./chunks.js";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "roompass-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("fileChunks", () => {
  it("reads a file to its end", async () => {
    const file = join(folder, "long");
    const text = "0123456789abcdefä".repeat(10_000);
    writeFileSync(file, text);
    expect(await readBounded(fileChunks(file), 1_000_000)).toBe(text);
  });

  it.skipIf(!existsSync("/dev/zero"))("stops in the middle of what never ends", async () => {
    await expect(readBounded(fileChunks("/dev/zero"), 100_000)).rejects.toBeInstanceOf(InputTooLong);
  });

  it("fails as the system does", async () => {
    await expect(readBounded(fileChunks(join(folder, "missing")), 10)).rejects.toMatchObject({ code: "ENOENT" });
    await expect(readBounded(fileChunks(folder), 10)).rejects.toMatchObject({ code: "EISDIR" });
  });
});

describe.skipIf(process.platform === "win32")("isOpenToOthers", () => {
  it.each([
    [0o600, false],
    [0o640, false],
    [0o604, true],
    [0o602, true],
  ])("with the mode %o: %s", async (mode, expected) => {
    const file = join(folder, `mode-${mode}`);
    writeFileSync(file, "x");
    chmodSync(file, mode);
    expect(await isOpenToOthers(file)).toBe(expected);
  });

  it("asks it of files only", async () => {
    expect(await isOpenToOthers("/dev/null")).toBe(false);
    expect(await isOpenToOthers(join(folder, "missing"))).toBe(false);
  });
});
