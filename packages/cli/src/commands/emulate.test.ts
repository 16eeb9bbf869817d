import { createServer } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { now, roompass } from "../testing/fake-io.js";

const vendors = ["daily", "metered", "videosdk"];
const json = { "content-type": "application/json" };

interface Started {
  readonly vendor: string;
  readonly url: string;
  readonly port: number;
  readonly inPlaceOf: string;
  readonly credentials: Readonly<Record<string, string>>;
  readonly note: string;
  readonly faults: readonly string[];
}

/** Runs an emulator until `use` is done with it. */
async function emulate(argv: readonly string[], use: (started: Started) => Promise<void>) {
  const untilStopped = async (printed: Promise<string>) => use(JSON.parse(await printed));
  return roompass(["emulate", ...argv, "--json"], { untilStopped });
}

/** Does what a shell does with the lines that the text shows, from the credentials on; returns what each call answers. */
async function runLines(text: string): Promise<string[]> {
  const variables = new Map<string, string>();
  const answers: string[] = [];
  for (const [, line = ""] of text.matchAll(/^ {2}((?:[A-Z_]+=|curl ).*)$/gm)) {
    const [, name, value = line] = /^([A-Z_]+)=(.*)$/.exec(line) ?? [];
    const call =
      /^\$\((curl .*) \| cut -d'"' -f4\)$/.exec(value)?.[1] ?? (value.startsWith("curl ") ? value : undefined);
    if (call === undefined) {
      variables.set(name ?? "", value);
      continue;
    }
    const words = [...call.matchAll(/(?:"[^"]*"|'[^']*'|\$[A-Z_]+|[^\s"'])+/g)].map(([word]) =>
      word
        .replace(/'([^']*)'|"([^"]*)"|\$[A-Z_]+/g, (part, single?: string, double?: string) => single ?? double ?? part)
        .replace(/\$([A-Z_]+)/g, (_, variable: string) => variables.get(variable) ?? ""),
    );
    const after = (flag: string) => (words.includes(flag) ? words[words.indexOf(flag) + 1] : undefined);
    const [header = "", content = ""] = after("-H")?.split(": ") ?? [];
    const url = words.find((word) => word.startsWith("http")) ?? "";
    const body = after("-d");
    const answer = await fetch(url, {
      method: "POST",
      headers: header === "" ? {} : { [header]: content },
      ...(body === undefined ? {} : { body }),
    });
    const answered = await answer.text();
    answers.push(`${answer.status} ${answered}`);
    if (name !== undefined) variables.set(name, answered.split('"')[3] ?? "");
  }
  return answers;
}

describe("roompass emulate", () => {
  it.each(vendors)("serves %s on this machine until it is stopped", async (vendor) => {
    let url = "";
    const { code, stderr } = await emulate([vendor, "--port", "0"], async (started) => {
      url = started.url;
      expect(started).toMatchObject({ vendor, url: `http://127.0.0.1:${started.port}`, faults: [] });
      expect(started.inPlaceOf).toMatch(/^https:\/\/[a-z.]+$/);
      expect(started.note).toContain("for tests only");
      const answer = await fetch(`${url}/__emulator/join`, { method: "POST", body: '{"room":"standup"}' });
      expect(await answer.json()).toMatchObject({ outcome: "refused" });
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    await expect(fetch(url)).rejects.toThrow();
  });

  it("takes the credentials that it shows, and goes by the command's clock", async () => {
    await emulate(["metered", "--app-name", "my-app"], async ({ url, inPlaceOf, credentials }) => {
      expect(inPlaceOf).toBe("https://my-app.metered.live");
      expect(credentials["METERED_APP_NAME"]).toBe("my-app");
      const mint = `${url}/api/v1/token?secretKey=${credentials["METERED_SECRET_KEY"]}`;
      const body = JSON.stringify({ roomName: "standup", expireUnixSec: now + 60 });
      const answer = await fetch(mint, { method: "POST", headers: json, body });
      const { token } = (await answer.json()) as { token: string };
      const { exitCode, claims } = await roompass(["inspect", token, "--json"]).then((result) => ({
        exitCode: result.code,
        claims: result.json()["claims"],
      }));
      expect(exitCode).toBe(0);
      expect(claims).toMatchObject({ iat: now, data: { roomName: "standup", appName: "my-app" } });
      expect((await fetch(`${url}/api/v1/token?secretKey=other`, { method: "POST" })).status).toBe(401);
    });
  });

  it.each(vendors)("shows %s's credentials once, for tests only, and lines that lead into a room", async (vendor) => {
    let answers: string[] = [];
    const { code, stdout } = await roompass(["emulate", vendor], {
      untilStopped: async (printed) => {
        answers = await runLines(await printed);
      },
    });
    expect(code).toBe(0);
    expect(answers).toHaveLength(4);
    expect(answers.map((answer) => answer.slice(0, 4))).toEqual(["200 ", "200 ", "200 ", "200 "]);
    expect(answers[2]).toContain('"outcome":"joined"');
    expect(answers[3]).toContain('"send audio":{"allowed":true');
    expect(stdout.replaceAll("\n", " ")).toContain("for tests only");
    expect(stdout).toContain("Ctrl-C");
    const shown = [...stdout.matchAll(/^ {2}[A-Z_]+=(\S+)$/gm)].map(([, value]) => value as string);
    expect(shown).toHaveLength(2);
    for (const value of shown.filter((text) => text.length > 20)) expect(stdout.split(value)).toHaveLength(2);
  });

  it("makes new credentials each time", async () => {
    const first = await roompass(["emulate", "daily", "--json"]);
    const second = await roompass(["emulate", "daily", "--json"]);
    expect(first.json()["credentials"]).not.toEqual(second.json()["credentials"]);
  });

  it("never uses or shows the keys of the environment", async () => {
    const env = { METERED_APP_NAME: "real-app", METERED_SECRET_KEY: "TEST-ONLY-real-secret-0123456789" };
    const { stdout } = await roompass(["emulate", "metered", "--json"], { env });
    expect(stdout).not.toContain("real-");
  });

  it("does what it is told to do wrong", async () => {
    await emulate(["daily", "--fault", "server-error, latency=0"], async ({ url, faults }) => {
      expect(faults).toEqual(["server-error", "latency=0"]);
      expect((await fetch(`${url}/v1/`)).status).toBe(500);
    });
  });

  it("stops when it was asked to before it had begun", async () => {
    const { code, stderr } = await roompass(["emulate", "daily"], { untilStopped: () => Promise.resolve() });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  it("says when the port is taken", async () => {
    const other = createServer();
    onTestFinished(() => void other.close());
    const port = await new Promise<number>((resolve) => {
      other.listen(0, "127.0.0.1", () => resolve((other.address() as { port: number }).port));
    });
    const { code, stdout, stderr } = await roompass(["emulate", "daily", "--port", String(port)]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("another program uses it");
    expect(stderr).not.toContain(String(port));
    const asJson = await roompass(["emulate", "daily", "--port", String(port), "--json"]);
    expect(asJson.json()).toMatchObject({ error: { code: "command.usage", path: "--port" } });
  });

  it.each([
    [["zoom"], "takes daily or metered or videosdk"],
    [["LiveKit"], "Run `livekit-server --dev`"],
    [["dayli"], "Did you mean `daily`?"],
    [[], "argument"],
    [["daily", "--port", "65536"], "up to 65535"],
    [["daily", "--port", "-1"], "`--port` takes a whole number"],
    [["daily", "--app-name", "my-app"], "is for Metered"],
    [["metered", "--app-name", "My App"], "`--app-name` is no plain lower-case label"],
    [["daily", "--fault", "latency=0.5s"], "`latency` takes a whole number up to 600000, as in `latency=100`."],
    [["daily", "--fault", "resett"], "There is no such fault. There are reset"],
    [["daily", "--fault", "reset,,hang"], "Leave no item empty"],
  ])("%j is called wrongly", async (argv, message) => {
    const { code, stdout, stderr } = await roompass(["emulate", ...argv]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr.replace(/\s+/g, " ")).toContain(message);
  });
});
