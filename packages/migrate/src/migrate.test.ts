import { appendFileSync, existsSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { migrate } from "./migrate.js";
import type { MigrateOptions, Progress } from "./migrate-options.js";
import { temporaryFolder } from "./testing/temporary-folder.js";
import { claimsOf, dailyKey, dailyToken, now, setup, tokenLines, videosdkSecret } from "./testing/tokens.js";

const chunkBytes = 2048;
const lineBytes = 1024;
/** Many chunks: those that are done at once share a line of the journal. */
const mixed = `${tokenLines(30)}garbage\n\n{"id":"x","token":"${dailyToken(1, { exp: 1_700_000_000 })}"}\n${tokenLines(127)}`;
const lineCount = 160;

function paths(text = mixed) {
  const folder = temporaryFolder();
  const at = (name: string): string => join(folder, name);
  writeFileSync(at("in"), text);
  return { input: at("in"), output: at("out"), rejects: at("out.rejects"), journal: at("out.journal") };
}

type Paths = ReturnType<typeof paths>;

const run = (files: Paths, own: Partial<MigrateOptions> = {}) =>
  migrate({
    setup,
    now,
    input: { path: files.input },
    output: files.output,
    rejects: files.rejects,
    chunkBytes,
    lineBytes,
    ...own,
  });

const read = (path: string): string => readFileSync(path, "utf8");

async function* streamOf(text: string, block = 777): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += block) yield bytes.subarray(at, at + block);
}

/** As it is left by a run that was killed after so many lines of the journal, in the middle of writing. */
function cutAfter(files: Paths, lines: number, behind = "half a li"): void {
  const journal = read(files.journal).split("\n");
  writeFileSync(files.journal, `${journal.slice(0, lines).join("\n")}\n${journal[lines]?.slice(0, 20) ?? ""}`);
  const last =
    lines > 1 ? (JSON.parse(journal[lines - 1]!) as Record<"output" | "rejects", { bytes: number }>) : undefined;
  writeFileSync(files.output, read(files.output).slice(0, last?.output.bytes ?? 0) + behind);
  writeFileSync(files.rejects, read(files.rejects).slice(0, last?.rejects.bytes ?? 0) + behind);
}

describe("migrate", () => {
  it("moves a file in order, and writes down what was refused", async () => {
    const files = paths();
    const summary = await run(files);
    expect(summary).toMatchObject({
      complete: true,
      resumedAt: 0,
      now,
      notes: [],
      counts: { lines: lineCount, blank: 1, moved: 157, refused: { "token.not-three-parts": 1, "token.expired": 1 } },
    });
    const lines = read(files.output).trimEnd().split("\n");
    expect(lines.map((line) => (JSON.parse(line) as { line: number }).line)).toEqual(
      Array.from({ length: lineCount }, (_, index) => index + 1).filter((line) => line < 31 || line > 33),
    );
    expect(lines.map((line) => claimsOf(line)["participantId"]).slice(30)).toEqual(
      Array.from({ length: 127 }, (_, index) => `u_${index}`),
    );
    expect(
      read(files.rejects)
        .split("\n")
        .slice(0, -1)
        .map((line) => JSON.parse(line) as unknown),
    ).toMatchObject([
      { line: 31, code: "token.not-three-parts" },
      { line: 33, id: "x", code: "token.expired" },
    ]);
    for (const path of [files.output, files.rejects, files.journal]) expect(statSync(path).mode & 0o077).toBe(0);
    expect(existsSync(`${files.journal}.lock`)).toBe(false);
  });

  it("makes no file of rejects for nothing, and an output even of nothing", async () => {
    const files = paths("\n\n");
    expect((await run(files)).counts).toMatchObject({ lines: 2, blank: 2, moved: 0 });
    expect(existsSync(files.rejects)).toBe(false);
    expect(read(files.output)).toBe("");
  });

  it("keeps no secret and no token in its journal and its rejects", async () => {
    const files = paths();
    await run(files);
    for (const path of [files.journal, files.rejects]) {
      for (const secret of [dailyKey, videosdkSecret, "eyJ"]) expect(read(path)).not.toContain(secret);
    }
  });

  it("tells how far it is", async () => {
    const files = paths();
    const told: Progress[] = [];
    await run(files, { onProgress: (progress) => told.push(progress) });
    expect(told[0]).toMatchObject({ inputBytes: 0, totalBytes: Buffer.byteLength(mixed), linesOfThisRun: 0 });
    expect(told.at(-1)).toMatchObject({ inputBytes: Buffer.byteLength(mixed), linesOfThisRun: lineCount });
    expect(told.length).toBeGreaterThan(5);
  });

  it("gives a stream the same lines as a file", async () => {
    const files = paths();
    await run(files);
    const others = paths();
    const written: Uint8Array[] = [];
    const output = { write: async (bytes: Uint8Array) => void written.push(Uint8Array.from(bytes)) };
    const summary = await run(others, { input: streamOf(mixed), output });
    expect(Buffer.concat(written).toString()).toBe(read(files.output));
    expect(read(others.rejects)).toBe(read(files.rejects));
    expect(summary.complete).toBe(true);
    expect(existsSync(others.journal)).toBe(false);
  });
});

describe.each<[string, (files: Paths) => Partial<MigrateOptions>]>([
  ["a file", () => ({})],
  ["a stream", () => ({ input: streamOf(mixed) })],
])("a run from %s that was killed", (_kind, input) => {
  it("goes on from every line of its journal, and ends as if nothing had happened", async () => {
    const files = paths();
    await run(files, input(files));
    const expected = { output: read(files.output), rejects: read(files.rejects), journal: read(files.journal) };
    const count = expected.journal.trimEnd().split("\n").length;
    expect(count).toBeGreaterThan(6);
    for (let lines = 1; lines < count; lines += 1) {
      cutAfter(files, lines);
      const told: number[] = [];
      const summary = await run(files, {
        ...input(files),
        now: now + 5000,
        onProgress: ({ linesOfThisRun }) => told.push(linesOfThisRun),
      });
      expect(summary).toMatchObject({ complete: true, now, resumedAt: lineCount - told.at(-1)! });
      expect({ output: read(files.output), rejects: read(files.rejects) }).toEqual({
        output: expected.output,
        rejects: expected.rejects,
      });
      expect(read(files.journal).trimEnd().split("\n").at(-1)).toBe(expected.journal.trimEnd().split("\n").at(-1));
    }
  });
});

describe("a run that is started again", () => {
  const refused = async (files: Paths, own: Partial<MigrateOptions> = {}) => {
    // The half line of a run that was killed is nothing that anybody would miss.
    const kept = () => [read(files.output), read(files.journal).replace(/.+$/, "")];
    const before = kept();
    const error: unknown = await run(files, own).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(kept()).toEqual(before);
    return error;
  };

  it("does nothing when it is complete", async () => {
    const files = paths();
    await run(files);
    const before = read(files.output);
    expect(await run(files)).toMatchObject({ complete: true, resumedAt: lineCount });
    expect(read(files.output)).toBe(before);
  });

  it("stops when it is told to, and then goes on", async () => {
    const files = paths();
    await run(files);
    const expected = read(files.output);
    const others = paths();
    const stop = new AbortController();
    const first = await run(others, {
      signal: stop.signal,
      onProgress: ({ linesOfThisRun }) => linesOfThisRun > 10 && stop.abort(),
    });
    expect(first.complete).toBe(false);
    expect(first.counts.lines).toBeLessThan(lineCount);
    expect(await run(others)).toMatchObject({ complete: true, resumedAt: first.counts.lines });
    expect(read(others.output)).toBe(expected);
  });

  it("replaces everything when it is to", async () => {
    const files = paths();
    await run(files);
    const expected = read(files.output);
    writeFileSync(files.output, "x".repeat(1_000_000));
    expect(await run(files, { restart: true })).toMatchObject({ complete: true, resumedAt: 0 });
    expect(read(files.output)).toBe(expected);
    writeFileSync(files.input, tokenLines(1));
    await run(files, { restart: true });
    expect(read(files.rejects)).toBe("");
  });

  it.each<[string, (files: Paths) => void, Partial<MigrateOptions>, string]>([
    ["another input", ({ input }) => writeFileSync(input, mixed.replace("u_1", "u_2")), {}, "another input"],
    ["an input that grew", ({ input }) => appendFileSync(input, "x\n"), {}, "bytes and had"],
    ["an input that was written to", ({ input }) => utimesSync(input, 1, 1), {}, "written to since"],
    ["a stream in place of a file", () => undefined, { input: streamOf(mixed) }, "is a stream and was a file"],
    [
      "another policy",
      () => undefined,
      { setup: (context) => ({ ...setup(context), policy: { strict: true } }) as never },
      "another run",
    ],
    [
      "another key",
      () => undefined,
      { setup: (context) => ({ ...setup(context), secrets: ["TEST-ONLY-x"] }) as never },
      "another run",
    ],
    ["a report where there was none", () => undefined, { report: true }, "another run"],
    ["an output that is shorter", ({ output }) => writeFileSync(output, ""), {}, "shorter than its journal says"],
    [
      "an output that was edited",
      ({ output }) => writeFileSync(output, read(output).replace("u", "v")),
      {},
      "was changed since",
    ],
    [
      "a damaged journal",
      ({ journal }) => writeFileSync(journal, read(journal).replace(/"chunks":(\d+)/, '"chunks":"$1"')),
      {},
      "is damaged",
    ],
  ])("refuses %s, and touches nothing", async (_what, change, own, words) => {
    const files = paths();
    await run(files);
    cutAfter(files, 5, "");
    change(files);
    expect(await refused(files, own)).toMatchObject({ message: expect.stringContaining(words), canRestart: true });
  });

  it("refuses a stream that is another one, or too short", async () => {
    const files = paths();
    await run(files, { input: streamOf(mixed) });
    cutAfter(files, 5, "");
    expect(await refused(files, { input: streamOf(`x${mixed}`) })).toMatchObject({
      message: expect.stringContaining("not the same"),
    });
    expect(await refused(files, { input: streamOf("x") })).toMatchObject({
      message: expect.stringContaining("ends before"),
    });
  });

  it("writes over no file that it does not know", async () => {
    const files = paths();
    writeFileSync(files.output, "precious");
    await expect(run(files)).rejects.toMatchObject({ code: "migrate.output-exists", canRestart: true });
    expect(read(files.output)).toBe("precious");
    expect(existsSync(files.journal)).toBe(false);
    writeFileSync(files.output, "");
    writeFileSync(files.rejects, "precious");
    await expect(run(files)).rejects.toMatchObject({ code: "migrate.output-exists" });
    writeFileSync(files.rejects, "");
    writeFileSync(files.journal, "precious");
    await expect(run(files)).rejects.toMatchObject({ code: "migrate.journal" });
    expect(read(files.journal)).toBe("precious");
  });

  it("keeps a second run away from its files", async () => {
    const files = paths();
    const [first, second] = await Promise.allSettled([run(files), run(files)]);
    expect(first.status).toBe("fulfilled");
    expect(second).toMatchObject({ status: "rejected", reason: { code: "migrate.locked" } });
  });
});

describe("migrate, called wrongly", () => {
  it.each<[Partial<MigrateOptions>, string]>([
    [{ now: 1.5 }, "`now`"],
    [{ workers: 0 }, "`workers`"],
    [{ chunkBytes: 10 }, "`chunkBytes`"],
    [{ lineBytes: 4096 }, "`lineBytes`"],
    [{ input: { path: "/no/such/file" } }, "no such file"],
    [{ input: { path: "/" } }, "no regular file"],
    [{ output: { write: async () => undefined }, journal: "x" }, "of no use"],
    [{ output: "/no/such/folder/out" }, "The output cannot be written: its folder does not exist"],
  ])("with %j says so", async (own, words) => {
    await expect(run(paths(), own)).rejects.toThrow(words);
  });
});
