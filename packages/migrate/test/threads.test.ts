import { createReadStream, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { migrate } from "../src/migrate.js";
import { runStruck, runToEnd, startFixture } from "../src/testing/processes.js";
import { temporaryFolder } from "../src/testing/temporary-folder.js";
import { dailyToken, now, setup, tokenLines } from "../src/testing/tokens.js";

const tokenCount = 500;
const text = `${tokenLines(250)}garbage\n\n${tokenLines(250)}{"id":"x","token":"${dailyToken(1, { exp: 1 })}"}`;
const chunkBytes = 8192;
const lineBytes = 4096;

function filesOf(content = text) {
  const folder = temporaryFolder();
  const input = join(folder, "in");
  writeFileSync(input, content);
  const at = (name: string) => {
    const output = join(folder, name);
    return { output, rejects: `${output}.rejects`, journal: `${output}.journal`, input, chunkBytes, lineBytes };
  };
  return { input, at };
}

type Options = ReturnType<ReturnType<typeof filesOf>["at"]>;
const results = ({ output, rejects }: Options) => [readFileSync(output, "utf8"), readFileSync(rejects, "utf8")];

/** What comes out without threads and without interruption. */
async function undisturbed(files: ReturnType<typeof filesOf>): Promise<string[]> {
  const options = files.at("undisturbed");
  await migrate({ ...options, setup, now, input: { path: options.input } });
  return results(options);
}

describe("threads", () => {
  it("give the same as one, from a file and from a stream", async () => {
    const files = filesOf();
    const expected = await undisturbed(files);
    expect(expected[0]?.split("\n")).toHaveLength(tokenCount + 1);
    for (const workers of [1, 3]) {
      const options = files.at(`out-${workers}`);
      expect(await runToEnd({ ...options, workers })).toMatchObject({ complete: true });
      expect(results(options)).toEqual(expected);
    }
    const { input, ...options } = files.at("streamed");
    const { child, output } = startFixture("run", { ...options, workers: 2 }, "pipe");
    createReadStream(input).pipe(child.stdin!);
    expect(JSON.parse(await output)).toMatchObject({ complete: true });
    expect(results({ ...options, input })).toEqual(expected);
  });

  it("go on after SIGKILL, wherever it strikes and however often, as if nothing had happened", async () => {
    const files = filesOf();
    const expected = await undisturbed(files);
    const options = files.at("out");
    // At most six chunks are under way, which is 160 lines, so that no run is over before it is struck.
    for (const [lines, turns] of [
      [0, 0],
      [1, 0],
      [60, 2],
      [160, 7],
      [300, 25],
    ] as const) {
      await runStruck({ ...options, workers: 2 }, lines, turns);
    }
    const summary = await runToEnd({ ...options, workers: 2 });
    expect(summary).toMatchObject({ complete: true, counts: { moved: tokenCount, lines: tokenCount + 3 } });
    expect(summary["resumedAt"]).toBeGreaterThan(0);
    expect(results(options)).toEqual(expected);
  });

  it("say what is wrong with the setup, and repeat nothing of it", async () => {
    const files = filesOf();
    const failed = await runToEnd({ ...files.at("out"), workers: 2, data: "fail" });
    expect(failed).toEqual({ code: "migrate.setup", message: "The setup failed (TypeError)." });
    const options = { ...files.at("out2"), input: { path: files.input }, now, workers: 2 };
    const missing = new URL("./no-such-module.mjs", import.meta.url);
    const threads = new URL("../dist/engine/thread.js", import.meta.url);
    expect(threads.href).toMatch(/thread\.js$/);
    await expect(migrate({ ...options, setup: missing })).rejects.toMatchObject({ name: "MigrateError" });
  });

  it("do not need more memory for a line of 100 MB", async () => {
    const long = Buffer.alloc(100_000_000, "x");
    const files = filesOf(
      Buffer.concat([Buffer.from(tokenLines(50)), long, Buffer.from(`\n${tokenLines(50)}`)]) as never,
    );
    const summary = await runToEnd({ ...files.at("out"), chunkBytes: 262_144, lineBytes: 65_536, workers: 2 });
    expect(summary).toMatchObject({ counts: { lines: 101, moved: 100, refused: { "line.too-long": 1 } } });
    expect(summary["peakBytes"]).toBeLessThan(250_000_000);
  });
});
