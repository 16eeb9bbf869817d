import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { type FakeOptions, now, type Result, roompass } from "../testing/fake-io.js";
import {
  dailyEnv,
  dailyKey,
  dailyToken,
  domainId,
  livekitEnv,
  meteredToken,
  sign,
  videosdkEnv,
  videosdkSecret,
  videosdkToken,
} from "../testing/tokens.js";

const env = { ...dailyEnv, ...livekitEnv, ...videosdkEnv };
const never = () => new Promise<void>(() => undefined);

function folder(): (name: string) => string {
  const path = mkdtempSync(join(tmpdir(), "roompass-migrate-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return (name) => join(path, name);
}

const read = (path: string): string => readFileSync(path, "utf8");
const linesOf = (text: string) =>
  text
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** In this thread: the other way is for processes of their own. */
function migrate(argv: readonly string[], options: FakeOptions = {}): Promise<Result> {
  const alone = argv.includes("--workers") ? argv : [...argv, "--workers", "1"];
  return roompass(["migrate", ...alone], { env, untilStopped: never, ...options });
}

const good = `${JSON.stringify({ id: 7, token: dailyToken() })}\n`;
const input = `${good}garbage\n\n${dailyToken({ ud: "u_2" })}\n`;
const toLivekit = ["--from", "daily", "--to", "livekit"];

describe("roompass migrate", () => {
  it("reads standard input and writes standard output; one bad line costs one line", async () => {
    const at = folder();
    const { code, stdout, stderr } = await migrate([...toLivekit, "--rejects", at("rejects")], { stdin: input });
    expect(code).toBe(1);
    expect(linesOf(stdout)).toMatchObject([{ line: 1, id: 7 }, { line: 4 }]);
    expect(linesOf(read(at("rejects")))).toMatchObject([{ line: 2, code: "token.not-three-parts" }]);
    expect(stderr).toContain("Standard output cannot be resumed");
    expect(stderr).toContain("2 of 3 tokens were issued anew.");
    expect(stderr).toContain("1 refused (1 token.not-three-parts)");
  });

  it("issues tokens that the target verifies, by the time that it was given", async () => {
    const at = folder();
    const { stdout } = await migrate([...toLivekit, "--rejects", at("rejects")], { stdin: good });
    const verified = await roompass(["verify", String(linesOf(stdout)[0]?.["token"]), "--json"], { env });
    expect(verified.json()).toMatchObject({ provider: "livekit", verified: true, expiresAt: now + 3600 });
  });

  it("reads a file and writes one, goes on with what is done, and tells it as JSON", async () => {
    const at = folder();
    writeFileSync(at("in"), input);
    const argv = [...toLivekit, "--file", at("in"), "--output", at("out"), "--json"];
    const first = await migrate(argv);
    expect({ code: first.code, stderr: first.stderr }).toEqual({ code: 1, stderr: "" });
    expect(first.json()).toMatchObject({
      from: "daily",
      to: "livekit",
      complete: true,
      resumedAt: 0,
      now,
      lines: 4,
      blank: 1,
      moved: 2,
      refused: { "token.not-three-parts": 1 },
      notes: [],
    });
    const output = read(at("out"));
    expect((await migrate(argv)).json()).toMatchObject({ complete: true, resumedAt: 4, moved: 2 });
    expect(read(at("out"))).toBe(output);
    expect(linesOf(read(at("out.rejects")))).toHaveLength(1);
    expect(existsSync(at("out.journal"))).toBe(true);
  });

  it("names the file of rejects that is in the way, where nobody chose it, and its option", async () => {
    const at = folder();
    writeFileSync(at("out.rejects"), "{}\n");
    const said = (await migrate([...toLivekit, "--output", at("out")], { stdin: good })).stderr.replaceAll(/\s+/g, " ");
    expect(said).toContain("`OUTPUT.rejects`. Take it away, or name another one with `--rejects`. Or add --restart");
    const chosen = await migrate([...toLivekit, "--rejects", at("out.rejects")], { stdin: good });
    expect(chosen.stderr).toContain("migrate.output-exists at --rejects");
    expect(chosen.stderr).not.toContain("OUTPUT.rejects");
  });

  it("says how to go on when it is stopped, with an exit code of its own", async () => {
    const at = folder();
    const options = { stdin: input, untilStopped: async () => undefined };
    const { code, stderr } = await migrate([...toLivekit, "--output", at("out")], options);
    expect(code).toBe(130);
    expect(stderr).toContain("Give the same command again to go on.");
    expect((await migrate([...toLivekit, "--output", at("out")], { stdin: input })).code).toBe(1);
  });

  it("says what to do about refused lines, and how to paste some", async () => {
    const at = folder();
    const argv = ["--from", "daily", "--to", "videosdk", "--rejects", at("r")];
    const foreign = sign({ r: "a", d: domainId, exp: now + 3600 }, "TEST-ONLY-only-daily-has-this-key");
    const stdin = `${dailyToken({ p: { cs: "v" } })}\n${foreign}\n${good}`;
    const said = (await migrate(argv, { stdin, isInputTerminal: true })).stderr.replaceAll(/\s+/g, " ");
    expect(said).toContain("Paste tokens, one a line");
    expect(said).toContain("1 translate.refused, 1 unverifiable");
    expect(said).toContain("`roompass translate --provider daily --to videosdk`: it names the option");
    expect(said).toContain("which --remote asks");
    expect(said).not.toContain("another account");
    const well = await migrate(argv.with(-1, at("r2")), { stdin: good });
    expect(well.stderr).not.toContain("roompass translate");
  });

  it.each([
    ["", "the input is empty."],
    ["\n", "the input has an empty line."],
    ["\ufeff\r\n \n", "the input has only empty lines."],
  ])("takes %j for a mistake, and goes on when the input is filled", async (text, words) => {
    const at = folder();
    writeFileSync(at("in"), text);
    const argv = [...toLivekit, "--file", at("in"), "--output", at("out")];
    for (const own of [[], ["--quiet"]]) {
      const { code, stderr } = await migrate([...argv, ...own]);
      expect({ code, said: stderr.replaceAll(/\s+/g, " ") }).toEqual({ code: 2, said: expect.stringContaining(words) });
      expect(stderr).not.toContain("0 of 0");
    }
    expect((await migrate([...argv, "--json"])).json()["error"]).toMatchObject({ code: "command.no-input" });
    expect((await migrate([...toLivekit, "--rejects", at("r")], { stdin: text })).code).toBe(2);
    writeFileSync(at("in"), good);
    expect((await migrate(argv)).code).toBe(0);
    expect(linesOf(read(at("out")))).toHaveLength(1);
  });

  it("says nothing with --quiet", async () => {
    const at = folder();
    const { code, stderr } = await migrate([...toLivekit, "--output", at("out"), "--quiet"], { stdin: good });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  it("follows the policy, as translate does", async () => {
    const at = folder();
    const argv = ["--from", "daily", "--to", "videosdk", "--room-map", "standup=2kyv-gzay-64pg", "--report"];
    const { stdout } = await migrate([...argv, "--rejects", at("r")], { stdin: good });
    const [{ token, report } = {}] = linesOf(stdout);
    const claims = JSON.parse(Buffer.from(String(token).split(".")[1] ?? "", "base64url").toString()) as object;
    expect(claims).toMatchObject({ roomId: "2kyv-gzay-64pg", participantId: "u_1" });
    expect(report).toMatchObject({ assumed: expect.any(Number) });
    const strict = await migrate([...toLivekit, "--strict", "--rejects", at("r2")], { stdin: good });
    expect(strict.code).toBe(1);
    expect(linesOf(read(at("r2")))[0]).toMatchObject({ code: "translate.refused", id: 7 });
    const wrong = await migrate([...toLivekit, "--require", "rights.publsh", "--rejects", at("r3")], { stdin: good });
    expect({ code: wrong.code, said: wrong.stderr }).toMatchObject({
      code: 2,
      said: expect.stringContaining("require"),
    });
  });
});

describe("what cannot be verified here", () => {
  const foreign = sign({ r: "a", d: domainId, iat: now - 60, exp: now + 3600 }, "TEST-ONLY-only-daily-has-this-key");

  it("goes to the rejects as unverifiable", async () => {
    const at = folder();
    await migrate([...toLivekit, "--rejects", at("r"), "--narrow", '{"participant":{"id":"a"}}'], { stdin: foreign });
    await migrate(["--from", "metered", "--to", "livekit", "--rejects", at("r2")], { stdin: meteredToken() });
    for (const path of [at("r"), at("r2")])
      expect(linesOf(read(path))).toMatchObject([{ line: 1, code: "unverifiable" }]);
  });

  it("is taken with --trust-unverified, without the source's keys", async () => {
    const at = folder();
    const argv = [...toLivekit, "--rejects", at("r"), "--participant-id", "a", "--trust-unverified"];
    expect((await migrate(argv, { stdin: foreign, env: livekitEnv })).code).toBe(0);
  });

  it("is asked about with --remote, through the command's own fetch", async () => {
    const at = folder();
    const asked: string[] = [];
    const fetch: FakeOptions["fetch"] = async (url) => {
      asked.push(new URL(url).pathname);
      const body = { domain_id: domainId, room_name: "a", iat: now - 60, exp: now + 3600 };
      return { status: 200, headers: { get: () => null }, text: async () => JSON.stringify(body) };
    };
    const argv = [...toLivekit, "--rejects", at("r"), "--participant-id", "a", "--remote", "--rate", "1000"];
    const { code } = await migrate(argv, { stdin: foreign, fetch });
    expect(code).toBe(0);
    expect(asked.map((path) => path.split("/").at(-2))).toEqual(["meeting-tokens"]);
  });

  it("stops with exit code 3 when the vendor refuses the account", async () => {
    const at = folder();
    const fetch: FakeOptions["fetch"] = async () => ({
      status: 401,
      headers: { get: () => null },
      text: async () => '{"error":"authentication-error"}',
    });
    const argv = [...toLivekit, "--rejects", at("r"), "--remote"];
    const { code, stderr } = await migrate(argv, { stdin: foreign, fetch });
    expect(code).toBe(3);
    expect(stderr).toContain("about the account");
  });
});

describe("called wrongly", () => {
  it.each<[readonly string[], string]>([
    [["--to", "livekit"], "`--from` is missing"],
    [[...toLivekit, "tokens.ndjson"], "with `--file FILE`"],
    [["--from", "daily"], "`--to` is missing"],
    [["--from", "dayly", "--to", "livekit"], "Did you mean `daily`?"],
    [[...toLivekit, "--remote", "--trust-unverified"], "exclude each other"],
    [[...toLivekit, "--journal", "x"], "of no use"],
    [[...toLivekit, "--queue-worker"], "There is no `--queue`"],
    [[...toLivekit, "--queue", "redis://user:very-private@a"], "holds a password"],
    [[...toLivekit, "--queue", "nonsense"], "no URL"],
    [[...toLivekit, "--workers", "0"], "from 1 on"],
    [[...toLivekit, "--workers", "999"], "up to 256"],
    [[...toLivekit, "--workers", "two"], "For example `--workers 4`."],
    [[...toLivekit, "--rate", "fast"], "For example `--rate 10`."],
    [[...toLivekit, "--file", "/no/such/file"], "no such file. migrate.input at --file Check the path."],
    [
      [...toLivekit, "--output", "/no/such/folder/out"],
      "folder does not exist. migrate.options at --output Make the folder",
    ],
    [
      [...toLivekit, "--output", "/"],
      "The output is no regular file. migrate.output-exists at --output Give the path of a file. Without --output the new tokens go to standard output.",
    ],
    [["--from", "videosdk", "--to", "daily", "--remote"], "no call that checks"],
    [["--from", "daily", "--to", "daily", "--method", "fast"], "--method"],
    [["--from", "daily", "--to", "metered", "--method", "sign"], "never signed here"],
  ])("%j says so with exit code 2", async (argv, words) => {
    const at = folder();
    const { code, stdout, stderr } = await migrate([...argv, "--rejects", at("r")], { stdin: good });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr.replaceAll(/\s+/g, " ")).toContain(words);
    expect(stderr).not.toContain("very-private");
  });

  it.each<[FakeOptions["env"], string]>([
    [livekitEnv, "DAILY_API_KEY and DAILY_DOMAIN_ID"],
    [{ ...livekitEnv, DAILY_API_KEY: dailyKey }, "DAILY_DOMAIN_ID"],
    [dailyEnv, "LIVEKIT_API_KEY"],
  ])("without credentials says which", async (own, words) => {
    const at = folder();
    const { code, stderr } = await migrate([...toLivekit, "--output", at("out")], { stdin: good, env: own ?? {} });
    expect(code).toBe(2);
    expect(stderr.replaceAll(/\s+/g, " ")).toContain(words);
    expect(existsSync(at("out"))).toBe(false);
  });

  it("writes over no output, and says how", async () => {
    const at = folder();
    writeFileSync(at("out"), "precious");
    const argv = [...toLivekit, "--output", at("out")];
    const { code, stderr } = await migrate(argv, { stdin: good });
    expect({ code, said: stderr }).toMatchObject({ code: 2, said: expect.stringContaining("--restart") });
    expect(read(at("out"))).toBe("precious");
    expect((await migrate([...argv, "--restart"], { stdin: good })).code).toBe(0);
  });

  it("does not give standard output to both tokens and JSON", async () => {
    const { code, json } = await migrate([...toLivekit, "--json"], { stdin: good });
    expect(code).toBe(2);
    expect(json()["error"]).toMatchObject({ message: expect.stringContaining("want standard output") });
  });

  it("shows no secret, whatever goes wrong", async () => {
    const at = folder();
    const lines = [dailyToken({}), videosdkToken(), "x", `{"id":"${dailyKey}","token":"${videosdkSecret}"}`].join("\n");
    const { stdout, stderr } = await migrate([...toLivekit, "--rejects", at("r")], { stdin: lines });
    for (const secret of [dailyKey, livekitEnv.LIVEKIT_API_SECRET]) {
      expect(stderr).not.toContain(secret);
      expect(stdout).not.toContain(secret);
    }
  });
});
