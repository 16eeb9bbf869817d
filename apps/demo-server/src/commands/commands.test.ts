import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createAuditChain, digestSecret } from "@roompass/service";
import { describe, expect, it, onTestFinished } from "vitest";
import { openAuditFile } from "../audit/audit-file.js";
import { parseKeysFile } from "../callers/parse-keys-file.js";
import { ConfigurationError } from "../configuration/configuration-error.js";
import { temporaryFolder } from "../testing/temporary-folder.js";
import { runAudit } from "./audit.js";
import { CommandError } from "./command-error.js";
import { runHealth } from "./health.js";
import { runKeys } from "./keys.js";

async function keys(...args: readonly string[]): Promise<{ readonly out: string; readonly said: string }> {
  let out = "";
  let said = "";
  await runKeys(args, {
    out: (text) => {
      out += text;
    },
    say: (text) => {
      said += text;
    },
  });
  return { out, said };
}

describe("keys create", () => {
  it("prints a line that the server takes, and the key of which it has the digest", async () => {
    const rooms = ["--room", "standup", "--room-prefix", "team-"];
    const more = ["--max-seconds", "60", "--rights", '{"subscribe":true}', "--until", "2027-01-01T00:00:00Z"];
    const { out, said } = await keys("create", "--id", "web", "--providers", "daily, videosdk", ...rooms, ...more);
    const [, secret = ""] = /^web\.([0-9a-f]{64})$/m.exec(said) ?? [];
    expect(out).not.toContain(secret);
    expect(parseKeysFile(out).get("web")).toEqual({
      secretDigests: [{ sha256: await digestSecret(secret) }],
      notAfter: 1_798_761_600,
      policy: {
        providers: ["daily", "videosdk"],
        rooms: [{ name: "standup" }, { prefix: "team-" }],
        maxSeconds: 60,
        rights: { subscribe: true },
        participants: { any: true },
      },
    });
  });

  it.each([
    [[]],
    [["create"]],
    [["create", "--id", "a.b"]],
    [["create", "--id", "web"]],
    [["create", "--id", "web", "--providers", "daily"]],
    [["create", "--id", "web", "--providers", "dialy", "--any-room"]],
    [["create", "--id", "web", "--providers", "daily", "--any-room", "--max-seconds", "1h"]],
    [["create", "--id", "web", "--providers", "daily", "--any-room", "--rights", "{"]],
    [["create", "--id", "web", "--providers", "daily", "--any-room", "--rights", '{"fly":true}']],
    [["create", "--id", "web", "--providers", "daily", "--any-room", "--operations", "fly"]],
    [["create", "--id", "web", "--providers", "daily", "--any-room", "--until", "tomorrow"]],
    [["create", "--id", "web", "--secret", "x"]],
    [["secret", "--id", "web", "--until", "tomorrow"]],
    [["delete", "--id", "web"]],
  ])("refuses %j", async (args) => {
    await expect(keys(...args)).rejects.toThrow(CommandError);
  });

  it("makes another secret for a key that exists", async () => {
    const { out, said } = await keys("secret", "--id", "web");
    const [, secret = ""] = /^web\.([0-9a-f]{64})$/m.exec(said) ?? [];
    expect(JSON.parse(out)).toEqual({ sha256: await digestSecret(secret) });
  });
});

describe("audit verify", () => {
  const say = () => undefined;

  it("says whether a file is whole, and where it stands", async () => {
    const path = join(temporaryFolder(), "audit.ndjson");
    const file = await openAuditFile(path, { sync: false });
    const chain = createAuditChain({ append: file.append });
    for (const requestId of ["a", "b", "c"]) await chain.write({ requestId } as Parameters<typeof chain.write>[0]);
    await file.close();
    let out = "";
    const output = {
      say,
      out: (text: string) => {
        out += text;
      },
    };
    expect(await runAudit(["verify", path], output)).toBe(true);
    expect(await runAudit(["verify", path, "--expect", out.trim()], output)).toBe(true);
    const head = out.split("\n")[0] ?? "";
    writeFileSync(path, readFileSync(path, "utf8").split("\n").slice(0, 2).join("\n"));
    expect(await runAudit(["verify", path], output)).toBe(true);
    expect(await runAudit(["verify", path, "--expect", head], output)).toBe(false);
  });

  it.each([
    [[]],
    [["verify"]],
    [["verify", "/nowhere/audit.ndjson"]],
    [["verify", "x", "--expect", "1"]],
    [["fix", "x"]],
  ])("refuses %j", async (args) => {
    await expect(runAudit(args, { out: () => undefined, say })).rejects.toThrow(CommandError);
  });
});

describe("health", () => {
  /** Something that is alive at an address, and says so. */
  async function alive(host: string): Promise<string> {
    const server = createServer((request, response) => response.writeHead(request.url === "/livez" ? 200 : 404).end());
    await new Promise<void>((resolve) => server.listen(0, host, resolve));
    onTestFinished(() => void server.close());
    return String((server.address() as AddressInfo).port);
  }

  it("says no where nothing listens", async () => {
    expect(await runHealth({ ROOMPASS_PORT: "1" })).toBe(false);
    await expect(runHealth({ ROOMPASS_PORT: "x/../y" })).rejects.toThrow(ConfigurationError);
  });

  it("asks where the configuration file says that the server is", async () => {
    const path = join(temporaryFolder(), "roompass.env");
    writeFileSync(path, `ROOMPASS_PORT=${await alive("127.0.0.1")}\n`);
    expect(await runHealth({ ROOMPASS_CONFIG_FILE: path })).toBe(true);
  });

  // Only Linux has all of 127.0.0.0/8.
  const other = process.platform === "linux" ? "127.0.0.2" : "127.0.0.1";

  it.each([
    [other, other],
    ["localhost", "127.0.0.1"],
    ["0.0.0.0", "127.0.0.1"],
  ])("asks a server that listens on %s at %s", async (host, address) => {
    const port = await alive(address);
    const shared = { ROOMPASS_KEYS_FILE: "keys.ndjson", ROOMPASS_AUDIT_FILE: "off", DAILY_API_KEY: "TEST-ONLY-key" };
    expect(await runHealth({ ...shared, ROOMPASS_HOST: host, ROOMPASS_PORT: port })).toBe(true);
  });
});
