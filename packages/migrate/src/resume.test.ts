import { appendFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { migrate } from "./migrate.js";
import { temporaryFolder } from "./testing/temporary-folder.js";
import { now, setup, tokenLines } from "./testing/tokens.js";

const read = (path: string): string => readFileSync(path, "utf8");

function made() {
  const folder = temporaryFolder();
  const at = (name: string): string => join(folder, name);
  writeFileSync(at("in"), tokenLines(5));
  const paths = { output: at("out"), rejects: at("rejects"), journal: at("journal") };
  return { at, run: (own = {}) => migrate({ setup, now, input: { path: at("in") }, ...paths, ...own }) };
}

/** The journal as it is when a run was killed before anything was noted down. */
function onlyBegun(journal: string): void {
  truncateSync(journal, read(journal).indexOf("\n") + 1);
}

describe("a run that goes on with other files", () => {
  it("empties none that it did not begin with", async () => {
    const { at, run } = made();
    await run();
    const expected = read(at("out"));
    onlyBegun(at("journal"));
    writeFileSync(at("precious"), "precious");
    for (const own of [{ rejects: at("precious") }, { output: at("precious") }]) {
      await expect(run(own)).rejects.toMatchObject({ code: "migrate.journal" });
    }
    expect(read(at("precious"))).toBe("precious");
    expect(await run({ rejects: at("new") })).toMatchObject({ complete: true });
    expect(read(at("out"))).toBe(expected);
  });

  it("cuts off what it has itself written and not noted down", async () => {
    const { at, run } = made();
    await run();
    const expected = read(at("out"));
    onlyBegun(at("journal"));
    writeFileSync(at("rejects"), '{"line":1,"co');
    expect(await run()).toMatchObject({ complete: true });
    expect([read(at("out")), read(at("rejects"))]).toEqual([expected, ""]);
  });
});

describe("a run that is complete", () => {
  it.each(["out", "rejects"])("cuts off nothing that was added to %s since", async (name) => {
    const { at, run } = made();
    await run();
    appendFileSync(at(name), "precious");
    const before = read(at(name));
    await expect(run()).rejects.toThrow("has more in it than its journal says");
    expect(read(at(name))).toBe(before);
  });

  it("makes nothing anew", async () => {
    const { at, run } = made();
    await run();
    expect(await run()).toMatchObject({ complete: true, resumedAt: 5 });
    expect(existsSync(at("rejects"))).toBe(false);
  });
});

describe("a run that met no token", () => {
  it.each(["", "\n \r\n"])("of %j begins anew when its input was filled", async (text) => {
    const { at, run } = made();
    const tokens = read(at("in"));
    writeFileSync(at("in"), text);
    expect(await run()).toMatchObject({ complete: true, counts: { moved: 0 } });
    writeFileSync(at("in"), tokens);
    expect(await run()).toMatchObject({ complete: true, resumedAt: 0, counts: { moved: 5 } });
  });

  it("still replaces nothing that somebody else has written", async () => {
    const { at, run } = made();
    const tokens = read(at("in"));
    writeFileSync(at("in"), "");
    await run();
    writeFileSync(at("in"), tokens);
    appendFileSync(at("out"), "precious");
    await expect(run()).rejects.toMatchObject({ code: "migrate.output-exists" });
    expect(read(at("out"))).toBe("precious");
  });
});
