import { CommanderError } from "commander";
import { describe, expect, it } from "vitest";
import { formats } from "../report/formats.js";
import { SubjectError } from "../subject/check-subject.js";
import { broken, everyBaseline, madeCase, madeSubject } from "../testing/made-cases.js";
import { conformance } from "../testing/made-io.js";
import { version } from "../version.js";

const fine = [
  madeCase("core.manifest.example", { category: "manifest" }),
  madeCase("core.encode.a", { category: "encode" }),
  madeCase("core.time.a", { category: "time" }),
];
const failing = [...fine, madeCase("core.time.b", { category: "time", seen: broken })];

describe("the exit code", () => {
  it("is 0 when the subject conforms", async () => {
    const { code, stdout } = await conformance(["./made.js"], { cases: fine });
    expect(code).toBe(0);
    expect(stdout).toMatch(/Conformant to issue.*\n$/s);
  });

  it("is 1 when it does not, however many cases fail", async () => {
    const many = Array.from({ length: 5 }, (_, index) => madeCase(`core.n${index}`, { seen: broken }));
    expect((await conformance(["./made.js"], { cases: failing })).code).toBe(1);
    expect((await conformance(["./made.js"], { cases: many })).code).toBe(1);
  });

  it("is 0 when only SHOULD cases fail", async () => {
    const should = madeCase("core.s", { level: "SHOULD", seen: broken });
    expect((await conformance(["./made.js"], { cases: [...fine, should] })).code).toBe(0);
  });

  it("is 2 when the adapter does not load", async () => {
    const loadSubject = () => Promise.reject(new SubjectError("There is no file ./made.js."));
    const { code, stdout, stderr } = await conformance(["./made.js"], { loadSubject });
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: "", stderr: "There is no file ./made.js.\n" });
  });

  it("is 3 for a fault of the suite, of which no message is told", async () => {
    const casesOf = () => {
      throw new TypeError("TEST-ONLY-secret");
    };
    const { code, stderr } = await conformance(["./made.js"], { casesOf });
    expect(code).toBe(3);
    expect(stderr).toMatch(/^The suite itself failed \(TypeError\)\./);
    expect(stderr).not.toContain("TEST-ONLY-secret");
  });

  it("is 3 also where an adapter throws what would end the reading of arguments", async () => {
    const casesOf = () => {
      throw new CommanderError(0, "x", "y");
    };
    expect((await conformance(["./made.js"], { casesOf })).code).toBe(3);
  });

  it("is guarded from the adapter's first line to the end, and each case is watched", async () => {
    const told: string[] = [];
    const watchdog = {
      begin: (what: string, milliseconds: number) => void told.push(`${what} ${milliseconds}`),
      rest: () => void told.push("rest"),
      end: async () => void told.push("end"),
    };
    const guardExit = () => {
      told.push("guarded");
      return () => void told.push("released");
    };
    await conformance(["./made.js", "--timeout-milliseconds", "100"], { cases: fine, guardExit, watchdog });
    expect(told).toEqual([
      "guarded",
      "the adapter's module, or from listing its cases, 120000",
      ...fine.map(({ id }) => `${id} 1500`),
      "rest",
      "end",
      "released",
    ]);
  });

  it("is 2 with the help when nothing is named, and 0 when help is asked for", async () => {
    expect(await conformance([])).toMatchObject({ code: 2, stdout: expect.stringContaining("Exit codes:") });
    expect(await conformance(["--help"])).toMatchObject({ code: 0, stdout: expect.stringContaining("--explain") });
    expect(await conformance(["--version"])).toMatchObject({ code: 0, stdout: `${version}\n` });
  });
});

describe("arguments", () => {
  it.each([
    [["./made.js", "--skip", "core.time"], "There is no `--skip`: cases cannot be left out."],
    [["./made.js", "--exclude=core"], "There is no `--exclude`: cases cannot be left out."],
    [["./made.js", "--live"], "There is no `--live`: nothing here calls a vendor, and a mode that does is not built."],
    [["./made.js", "./other.js"], "Too many arguments."],
    [["--category", "time"], "No adapter was named, such as `conformance ./my-adapter.js`."],
    [["./made.js", "--category", "times"], "`--category` takes one of manifest, encode"],
    [["./made.js", "--profile", "all"], "`--profile` takes one of issue, decode, verify, translate."],
    [["./made.js", "--format", "xml"], "`--format` takes one of pretty, json"],
    [["./made.js", "--seed", "x"], "`--seed` takes a whole number from 0 to 2147483647."],
    [["./made.js", "--spec", "2"], "`--spec` takes a whole number from 1 to 1."],
    [["./made.js", "--timeout-milliseconds", "0"], "`--timeout-milliseconds` takes a whole number from 1"],
    [["./made.js", "--seed", "1", "--seed", "2"], "`--seed` was given twice."],
    [["./made.js", "--case"], "argument missing"],
    [["./made.js", "--list", "--explain", "core.a"], "Give one of `--list`, `--explain`."],
    [["./made.js", "--list", "--update-baseline"], "Give one of `--list`, `--update-baseline`."],
    [["./made.js", "--list", "--output", "x"], "`--list` does nothing with `--output`."],
    [["./made.js", "--update-baseline", "--output", "x"], "`--update-baseline` does nothing with `--output`."],
    [["./made.js", "--update-baseline", "--format", "tap"], "`--update-baseline` does nothing with `--format`."],
    [["--export", "x", "--case", "core"], "`--export` does nothing with `--case`."],
    [["./made.js", "--export", "x"], "`--export` writes the vectors for every vendor: name no adapter."],
    [["--explain", "core.a", "--case", "y", "--format", "tap"], "`--explain` does nothing with `--case`, `--format`."],
    [["./made.js", "--list", "--format", "tap"], "`--list` prints pretty or json."],
    [["./made.js", "--command", "python x.py"], "Unknown option '--command'."],
    [["./made.js", "--case", "core.tim.a"], "No case is left. Did you mean `core.time.a`?"],
    [["./made.js", "--update-baseline", "--category", "time"], "needs a whole run"],
  ])("%j are refused with exit code 2", async (argv, message) => {
    const { code, stdout, stderr } = await conformance(argv, { cases: fine });
    expect(stderr).toContain(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });

  it("choose a part, which claims nothing", async () => {
    const { code, stdout } = await conformance(["./made.js", "--case", "core.encode"], { cases: failing });
    expect(code).toBe(0);
    expect(stdout).toContain("Only a part of the suite ran, which claims nothing.");
    expect((await conformance(["./made.js", "--profile", "issue"], { cases: failing })).code).toBe(0);
    expect((await conformance(["./made.js", "--category", "time"], { cases: failing })).code).toBe(1);
  });

  it("load partners, and hand them and the seed on", async () => {
    const loaded: string[] = [];
    const given: unknown[] = [];
    const { code } = await conformance(["./made.js", "--with", "a", "--with", "./b.js", "--seed", "7"], {
      loadSubject: async (name) => {
        loaded.push(name);
        return { subject: { ...madeSubject, name } };
      },
      casesOf: ({ name }, { seed, partners }) => {
        given.push([name, seed, partners?.map((partner) => partner.name)]);
        return fine;
      },
    });
    expect(code).toBe(0);
    expect(loaded.sort()).toEqual(["./b.js", "./made.js", "a"]);
    expect(given).toEqual([["./made.js", 7, ["a", "./b.js"]]]);
  });
});

describe("formats", () => {
  it.each(formats)("prints %s, and nothing beside it", async (format) => {
    const { code, stdout, stderr } = await conformance(["./made.js", "--format", format], { cases: failing });
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    const starts = {
      pretty: "Conformance of Reference",
      json: '{\n  "adapter"',
      junit: "<?xml",
      markdown: "# ❌",
      tap: "TAP version 14",
      html: "<!doctype html>",
      badge: '{\n  "schemaVersion": 1',
    };
    expect(stdout.startsWith(starts[format])).toBe(true);
    expect(stdout.endsWith("\n")).toBe(true);
  });

  it("writes all reports into a folder, and prints the usual text", async () => {
    const { stdout, stderr, written } = await conformance(["./made.js", "--output", "out/reports"], { cases: fine });
    expect(Object.keys(written).sort()).toEqual(
      ["badge.json", "junit.xml", "report.html", "report.json", "summary.md"].map((name) => `out/reports/${name}`),
    );
    expect(JSON.parse(written["out/reports/report.json"] ?? "")).toMatchObject({ conforms: true, seed: 1 });
    expect(stdout).toContain("Conformant to issue");
    expect(stderr).toContain("Written to out/reports");
  });

  it("repeats with what was given, as a shell takes it", async () => {
    const { stdout } = await conformance(["./my adapter.js", "--seed", "7", "--with", "x"], { cases: failing });
    expect(stdout).toContain("repeat    conformance './my adapter.js' --with x --seed 7 --case core.time.b");
  });
});

describe("the baseline", () => {
  const path = "conformance.baseline.json";
  const file = (value: unknown) => ({ files: { [path]: JSON.stringify(value) } });
  const listed = { formatVersion: 1, entries: [{ id: "core.time.b", issue: "https://example.org/1" }] };

  it("is not read unless it is named", async () => {
    expect((await conformance(["./made.js"], { cases: failing, ...file(listed) })).code).toBe(1);
  });

  it("lets a listed failure be, and claims nothing", async () => {
    const { code, stdout } = await conformance(["./made.js", "--baseline", path], { cases: failing, ...file(listed) });
    expect(code).toBe(0);
    expect(stdout.replaceAll("\n", " ")).toContain("That is no claim of conformance.");
  });

  it("fails a run in which a listed case passes", async () => {
    expect((await conformance(["./made.js", "--baseline", path], { cases: fine, ...file(listed) })).code).toBe(1);
    expect((await conformance(["./made.js", "--baseline", path], { ...file(everyBaseline) })).code).toBe(1);
  });

  it.each([
    ["is not there", {}, "There is no file"],
    ["is no JSON", { [path]: "{" }, "is no JSON"],
    ["has another form", { [path]: "[]" }, "conformance.baseline.json is no baseline file: $ is not object."],
  ])("that %s is a mistake in the call", async (_what, files, message) => {
    const { code, stderr } = await conformance(["./made.js", "--baseline", path], { cases: fine, files });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(message) });
  });

  it("is written of a whole run, and says what is left to do", async () => {
    const { code, stderr, written } = await conformance(["./made.js", "--update-baseline"], { cases: failing });
    expect(code).toBe(0);
    expect(JSON.parse(written[path] ?? "")).toEqual({
      formatVersion: 1,
      entries: [{ id: "core.time.b", issue: "say where this is being mended" }],
    });
    expect(stderr).toContain("Say under `issue` where each is being mended: 1 does not.");
    const again = await conformance(["./made.js", "--baseline", path], { cases: failing, files: written });
    expect(again.code).toBe(1);
  });

  it("goes on failing for what is about security", async () => {
    const cases = [...fine, madeCase("core.x", { bugType: "PRIVILEGE_WIDENING", seen: broken })];
    const { code, stderr, written } = await conformance(["./made.js", "--update-baseline"], { cases });
    expect(code).toBe(1);
    expect(stderr).toContain("core.x is about security and cannot be put on the list");
    expect(JSON.parse(written[path] ?? "").entries).toEqual([]);
  });
});

describe("programs in other languages", () => {
  it("are started, named in the repeat line, and ended also when the run fails", async () => {
    const ended: string[] = [];
    const subjectFromCommand = async (line: string, { timeoutMilliseconds }: { timeoutMilliseconds: number }) => ({
      ...madeSubject,
      close: () => void ended.push(`${line} ${timeoutMilliseconds}`),
    });
    const argv = ["--command", "python x.py"];
    const { code, stdout } = await conformance(argv, { cases: failing, subjectFromCommand });
    expect(code).toBe(1);
    expect(stdout).toContain("conformance --command 'python x.py' --case core.time.b");
    const casesOf = () => {
      throw new Error("x");
    };
    expect((await conformance(argv, { casesOf, subjectFromCommand })).code).toBe(3);
    expect(ended).toEqual(["python x.py 2000", "python x.py 2000"]);
  });

  it("that do not start are adapters that do not load", async () => {
    const subjectFromCommand = () => Promise.reject(new Error("no such program"));
    const { code, stderr } = await conformance(["--command", "x"], { subjectFromCommand });
    expect({ code, stderr }).toEqual({ code: 2, stderr: "The program does not start. no such program\n" });
  });

  it("stand instead of a module, not beside it", async () => {
    const subjectFromCommand = async () => ({ ...madeSubject, close: () => {} });
    expect((await conformance(["./made.js", "--command", "x"], { subjectFromCommand })).code).toBe(2);
  });
});

it("writes a skeleton where there is a way to do so", async () => {
  const folders: string[] = [];
  const initialise = async (folder: string) => {
    folders.push(folder);
    return 0 as const;
  };
  expect((await conformance(["init", "my-adapter"], { initialise })).code).toBe(0);
  expect((await conformance(["init"], { initialise })).code).toBe(0);
  expect(folders).toEqual(["my-adapter", "."]);
});
