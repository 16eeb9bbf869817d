// Every command line that the documents and the help print is run as it stands, with a token where
// they show the beginning of one, and with the files that they name. What is tested is that it is understood.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Io } from "../src/io.js";
import { roompass } from "../src/testing/fake-io.js";
import {
  dailyEnv,
  dailyToken,
  livekitEnv,
  livekitToken,
  meteredEnv,
  meteredToken,
  videosdkEnv,
  videosdkToken,
} from "../src/testing/tokens.js";

const root = new URL("../../../", import.meta.url);
const documents = ["README.md", "packages/cli/README.md"];
const commands = ["inspect", "verify", "issue", "translate", "lint", "matrix", "compare", "emulate"];

function blocksOf(path: string): string[] {
  const text = readFileSync(fileURLToPath(new URL(path, root)), "utf8");
  return [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap((match) => match[1]?.split("\n") ?? []);
}

/** The words of a command line, with quotes as a shell reads them; what follows a pipe into it or a remark is left out. */
function wordsOf(line: string): string[] {
  const command = line
    .replace(/^.*\| /, "")
    .replace(/^npx /, "")
    .replace(/\s+#.*$/, "");
  return [...command.matchAll(/'([^']*)'|(\S+)/g)].map((match) => match[1] ?? match[2] ?? "").slice(1);
}

/** A migration works on real files, in processes of its own: its lines are run in migrate.test.ts. */
const isCommandLine = (line: string): boolean =>
  /^(?:npx )?roompass |\| roompass /.test(line.trim()) && !line.includes("roompass migrate ");

async function helpLines(): Promise<string[]> {
  const helps = await Promise.all([[], ...commands.map((name) => [name])].map((argv) => roompass([...argv, "--help"])));
  return helps.flatMap(({ stdout }) => {
    const examples = /\nExamples:\n([\s\S]*)$/.exec(stdout)?.[1] ?? "";
    return examples.split("\n").filter(isCommandLine);
  });
}

const grant = '{ "room": "standup", "expiresIn": "1h", "entry": "direct" }';
const daily = dailyToken({ r: "2kyv-gzay-64pg" });
const files = {
  "grant.json": grant,
  "grants/old.json": grant,
  "grants/new.json": grant,
  "token.txt": dailyToken(),
  "old.txt": daily,
  "new.txt": daily,
  "old-token.txt": daily,
  "new-token.txt": daily,
  "daily.txt": daily,
  "livekit.txt": livekitToken(),
  "videosdk.txt": videosdkToken({ participantId: "u_1" }),
  "keys.env": "DAILY_API_KEY=TEST-ONLY-daily-key-0123456789abcdef",
};

/** The token that a line shows the beginning of: of the room that the line speaks of. */
function filledIn(words: readonly string[]): string[] {
  const room = words[words.indexOf("--room") + 1];
  const mapped = /^(\w+)=/.exec(words[words.indexOf("--room-map") + 1] ?? "")?.[1];
  const name = words.includes("--room") ? room : words.includes("--room-map") ? mapped : undefined;
  const token = words.includes("--vouch") ? videosdkToken() : dailyToken(name === undefined ? {} : { r: name });
  return words.map((word) => (/^eyJ\w+\.\.\.$|^"\$TOKEN"$/.test(word) ? token : word));
}

/** A vendor that mints exactly what it is asked for. */
const minting: Io["fetch"] = async (_url, { body }) => ({
  status: 200,
  headers: { get: () => null },
  text: async () => JSON.stringify({ token: meteredToken(JSON.parse(body ?? "{}")) }),
});

const env = { ...dailyEnv, ...livekitEnv, ...meteredEnv, ...videosdkEnv };
const printed = [...documents.flatMap(blocksOf).filter(isCommandLine), ...(await helpLines())].map((line) =>
  line.trim(),
);

describe("a printed command line", () => {
  it("is printed for every command", () => {
    for (const name of commands) expect(printed.filter((line) => line.includes(`roompass ${name}`))).not.toEqual([]);
  });

  it.each([...new Set(printed)])("works: %s", async (line) => {
    const stdin = /echo '([^']*)'/.exec(line)?.[1] ?? dailyToken();
    const result = await roompass(filledIn(wordsOf(line)), { env, files, fetch: minting, stdin });
    // A gate may close: that is what it is shown for.
    const codes = line.includes("--fail-on") ? [0, 1] : [0];
    expect(codes, result.stderr).toContain(result.code);
    expect(result.stdout + result.stderr).not.toContain("Error:");
    expect(result.stdout).not.toBe("");
  });
});
