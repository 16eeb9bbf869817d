import { describe, expect, it, vi } from "vitest";
import { failureOf } from "./failures/failure.js";
import { failureLines } from "./failures/failure-lines.js";
import { coloursFor } from "./output/colours.js";
import { readableWidth } from "./output/screen.js";
import { roompass } from "./testing/fake-io.js";
import { dailyEnv, dailyToken } from "./testing/tokens.js";

describe("help", () => {
  it("documents commands, credentials and exit codes", async () => {
    const { code, stdout } = await roompass(["--help"]);
    expect(code).toBe(0);
    for (const name of ["inspect", "verify", "issue", "translate", "migrate", "lint", "matrix", "compare", "emulate"]) {
      expect(stdout).toContain(`\n  ${name} `);
      const help = await roompass([name, "--help"]);
      expect(help.code).toBe(0);
      expect(help.stdout.split("\n").every((line) => line.length <= 80)).toBe(true);
    }
    expect(stdout).toContain("DAILY_API_KEY");
    expect(stdout).toContain("  3    the vendor or the network failed");
    expect(stdout.split("\n").every((line) => line.length <= 80)).toBe(true);
  });

  it("is shown when nothing is asked, which is a mistake", async () => {
    const { code, stdout } = await roompass([]);
    expect(code).toBe(2);
    expect(stdout).toContain("Usage: roompass");
  });

  it("tells its version", async () => {
    const { code, stdout } = await roompass(["--version"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\S*\n$/);
  });
});

describe("called wrongly", () => {
  it.each([
    [["inspct"], "Did you mean `inspect`?"],
    [["inspect", "--jsn", "x"], "Did you mean `--json`?"],
    [["--now", "5", "inspect", "x"], "Options stand behind the command."],
    [["inspect", "a", "b"], "Too many arguments"],
    [["translate", "x"], "`--to` is missing"],
    [["translate", "x", "--require", "a", "--require", "b"], "`--require` was given twice."],
    [["verify", "x", "--room", ""], "`--room` was given nothing."],
    [["migrate", "--from", "daily", "--to", "daily", "--output="], "`--output` was given nothing."],
    [["lint", "--rules", "x"], "reads nothing"],
    [["lint", "x", "--max-hours", "soon"], "--max-hours 24"],
    [["verify", "x", "--clock-tolerance-seconds", "none"], "--clock-tolerance-seconds 30"],
    [["emulate", "daily", "--port", "http"], "--port 8080"],
    [
      ["migrate", "--from", "daily", "--to", "daily", "--queue", "redis://a", "--queue-silence", "x"],
      "--queue-silence 30",
    ],
    [["compare", "-", "-"], "only one of the two"],
    [["compare", "a", "b", "--fail-on", "gaind"], "Did you mean `gained`?"],
    [["help", "inspct"], "none that there is"],
    [["inspect", "--file"], "argument missing"],
    [["compare", "a"], "Write `roompass compare [options] <old> <new>`."],
    [["translate", dailyToken(), "--to", "videosdk", "--room-map", "standup"], "Give `OLD=NEW,OLD=NEW`"],
    [["verify", dailyToken()], "Set it in the environment"],
    [["issue", "--provider", "videosdk", '{"room":"a","expiresIn":60}'], "Set them in the environment"],
    [["inspect", "--now", "soon", "x"], "`--now` takes whole unix seconds."],
    [["inspect", "--now", "1790000000000", "x"], "divide by 1000"],
  ])("%j exits with 2 and says how it is meant", async (argv, text) => {
    const { code, stdout, stderr } = await roompass(argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(text);
  });

  it.each([
    [["translate", "x", "--from", "daily"], "`roompass translate` calls it `--provider`."],
    [["verify", "x", "--from=daily"], "`roompass verify` calls it `--provider`."],
    [["inspect", "x", "--from", "daily"], "`roompass inspect` calls it `--provider`."],
    [["lint", "x", "--vendor", "daily"], "`roompass lint` calls it `--provider`."],
    [["migrate", "--provider", "daily"], "`roompass migrate` calls it `--from`."],
    [["matrix", "--provider", "daily"], "`roompass matrix` calls it `--from`."],
    [["compare", "a", "b", "--from", "daily"], "`roompass compare` calls it `--old-provider`."],
    [["compare", "a", "b", "--to", "daily"], "`roompass compare` calls it `--new-provider`."],
    [["compare", "a", "b", "--provider", "x"], "`--old-provider` and `--new-provider`"],
    [["issue", "x", "--to", "daily"], "`roompass issue` calls it `--provider`."],
    [["emulate", "--provider", "daily"], "`roompass emulate daily`"],
    [["verify", "x", "--participant-id", "a"], "calls it `--participant`."],
    [["translate", "x", "--participant", "a"], "calls it `--participant-id`."],
    [["inspect", "x", "--credentials", "a"], "needs no key"],
    [["inspect", "x", "--jsn"], "Did you mean `--json`?"],
  ])("%j tells what is meant, and where the help is", async (argv, text) => {
    const { code, stderr } = await roompass(argv);
    expect(code).toBe(2);
    const said = stderr.replaceAll(/\s+/g, " ");
    expect(said).toContain(text);
    expect(said).toContain(`See \`roompass ${argv[0]} --help\`.`);
    expect(said.match(/Did you mean/g)?.length ?? 0).toBe(text.includes("Did you mean") ? 1 : 0);
  });

  it("tells it in JSON, too", async () => {
    const { code, stderr, json } = await roompass(["inspect", "--json", "--nonsense"]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: "" });
    expect(json()).toEqual({
      error: {
        code: "command.usage",
        message: "Unknown option `--nonsense`.",
        cure: "See `roompass inspect --help`.",
      },
    });
  });

  it.each([
    [["TEST-ONLY-canary"]],
    [["inspect", "--colour=TEST-ONLY-canary"]],
    [["inspect", "x", "y", "TEST-ONLY-canary"]],
  ])("repeats nothing of %j but names of options", async (argv) => {
    const { code, stdout, stderr } = await roompass(argv);
    expect(code).toBe(2);
    expect(stdout + stderr).not.toContain("canary");
  });
});

describe("colours", () => {
  const colourCode = "\u001b[";

  it("are for a terminal only", async () => {
    expect((await roompass(["inspect", dailyToken()])).stdout).not.toContain(colourCode);
    expect((await roompass(["inspect", dailyToken()], { isTerminal: true })).stdout).toContain(colourCode);
  });

  it.each([{ NO_COLOR: "1" }, { TERM: "dumb" }])("are left out with %j", async (env) => {
    expect((await roompass(["inspect", dailyToken()], { isTerminal: true, env })).stdout).not.toContain(colourCode);
  });

  it("are never in JSON, and follow the place that is read", async () => {
    expect((await roompass(["inspect", dailyToken(), "--json"], { isTerminal: true })).stdout).not.toContain(
      colourCode,
    );
    const error = await roompass(["inspect", "x"], { isTerminal: true, isErrorTerminal: false });
    expect(error.stderr).not.toContain(colourCode);
    expect((await roompass(["inspect", "x"], { isErrorTerminal: true })).stderr).toContain(colourCode);
  });
});

it("uses the width of the terminal within reason", async () => {
  expect([10, 60, 80, 500, 0, Number.NaN].map(readableWidth)).toEqual([40, 60, 80, 100, 80, 80]);
  const { stdout } = await roompass(["inspect", dailyToken()], { columns: 60 });
  expect(stdout.split("\n").every((line) => line.length <= 60 || line.startsWith("    "))).toBe(true);
});

describe("a bug", () => {
  const secret = "TEST-ONLY-canary-in-a-message";

  it("says how it is reported, without anything that was worked on", async () => {
    const broken = vi.fn(() => Promise.reject(new TypeError(`cannot read ${secret}`)));
    const io = { env: dailyEnv, fetch: broken };
    const failure = failureOf(new TypeError(`cannot read ${secret}`));
    expect(failure).toMatchObject({ code: "command.bug", exitCode: 1, message: expect.stringContaining("TypeError") });
    const screen = { colours: coloursFor(false, {}), width: 80, now: 0, timeZone: "UTC" };
    const text = failureLines(failure, [], screen).join("\n");
    expect(text).toContain("Please report it");
    expect(text).toMatch(/^ {4}at /m);
    expect(text + JSON.stringify(failure)).not.toContain(secret);
    // What breaks inside a request is the network's fault, not a bug.
    expect((await roompass(["verify", dailyToken(), "--remote"], io)).code).toBe(3);
  });

  it("has no place where nothing is known about it", () => {
    expect(failureOf(secret)).toMatchObject({ code: "command.bug", frames: [] });
    expect(JSON.stringify(failureOf(secret))).not.toContain(secret);
  });
});
