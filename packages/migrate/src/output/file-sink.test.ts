import { existsSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../testing/temporary-folder.js";
import { FileSink } from "./file-sink.js";

const pathOf = (): string => join(temporaryFolder(), "out");
const read = (path: string): string => readFileSync(path, "utf8");
const digestOf: Readonly<Record<string, string>> = {
  ab: "fb8e20fc2e4c3f248c60c39bd652f3c1347298bb977b8b4d5903b85055620603",
};

describe("a file that begins", () => {
  it("is made with its first byte, for its owner alone", async () => {
    const path = pathOf();
    const sink = await FileSink.begin(path, "The output", false);
    await sink.clear();
    await sink.write(Buffer.alloc(0));
    expect(existsSync(path)).toBe(false);
    await sink.write(Buffer.from("a"));
    await sink.write(Buffer.from("b"));
    await sink.sync();
    expect(sink.written).toEqual({ bytes: 2, sha256: digestOf["ab"] });
    await sink.close();
    expect(read(path)).toBe("ab");
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it("empties what it may replace when it is told to, and not before", async () => {
    const path = pathOf();
    writeFileSync(path, "precious");
    await expect(FileSink.begin(path, "The output", false)).rejects.toMatchObject({ code: "migrate.output-exists" });
    const sink = await FileSink.begin(path, "The output", true);
    expect(read(path)).toBe("precious");
    await sink.clear();
    expect(read(path)).toBe("");
    await sink.close();
  });

  it("is no device, no folder, and no file that somebody made in the meantime", async () => {
    const path = pathOf();
    symlinkSync("/dev/null", path);
    await expect(FileSink.begin(path, "The output", true)).rejects.toThrow("no regular file");
    const other = pathOf();
    const sink = await FileSink.begin(other, "The output", false);
    writeFileSync(other, "precious");
    await expect(sink.write(Buffer.from("a"))).rejects.toMatchObject({ code: "migrate.unwritten" });
    expect(read(other)).toBe("precious");
  });
});

describe("a file that goes on", () => {
  const written = { bytes: 2, sha256: digestOf["ab"] as string };

  it("loses what nobody has noted down", async () => {
    const path = pathOf();
    writeFileSync(path, "abcdef");
    const sink = await FileSink.resume(path, "The output", written, true);
    await sink.write(Buffer.from("x"));
    await sink.close();
    expect(read(path)).toBe("abx");
  });

  it.each([
    ["a", "shorter", true],
    ["xbc", "was changed", true],
    ["abc", "has more in it", false],
  ])("is refused when it holds %j", async (content, words, mayCut) => {
    const path = pathOf();
    writeFileSync(path, content);
    await expect(FileSink.resume(path, "The output", written, mayCut)).rejects.toThrow(words);
    expect(read(path)).toBe(content);
  });

  it("is refused when it is gone, unless nothing was in it", async () => {
    const path = pathOf();
    await expect(FileSink.resume(path, "The output", written, true)).rejects.toMatchObject({
      code: "migrate.journal",
      message: expect.stringContaining("The output is gone"),
    });
    const sink = await FileSink.resume(path, "The output", { bytes: 0, sha256: "" }, false);
    await sink.make();
    await sink.close();
    expect(read(path)).toBe("");
  });
});
