import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import type { Io } from "../io.js";
import { chunksOf } from "../testing/fake-io.js";
import type { CredentialName } from "./credential-names.js";
import { Credentials, type CredentialValue } from "./credentials.js";
import { readCredentialsFile } from "./credentials-file.js";
import { readCredentials } from "./read-credentials.js";
import { refuseSecretArguments } from "./refuse-arguments.js";

const secret = "TEST-ONLY-canary-5f1c";

function read(text: string): Record<string, unknown> {
  return Object.fromEntries(readCredentialsFile(text));
}

describe("a credentials file", () => {
  it("is lines of NAME=value", () => {
    const text = `# keys\n\nDAILY_API_KEY=a=b==\nexport VIDEOSDK_API_KEY = "quoted"\r\nVIDEOSDK_SECRET='x # y'\n`;
    expect(read(text)).toEqual({ DAILY_API_KEY: "a=b==", VIDEOSDK_API_KEY: "quoted", VIDEOSDK_SECRET: "x # y" });
  });

  it("or a JSON object, where keys that are rotated may be a list", () => {
    expect(read(`{ "DAILY_API_KEY": ["new", "old"], "METERED_APP_NAME": "app" }`)).toEqual({
      DAILY_API_KEY: ["new", "old"],
      METERED_APP_NAME: "app",
    });
  });

  it.each([
    ["an unknown name", `DAILY_APIKEY=${secret}`, "Did you mean DAILY_API_KEY?"],
    ["a secret where a name belongs", `${secret}=`, "The names are"],
    ["a line without =", secret, "The names are"],
    ["a name twice", `DAILY_API_KEY=a\nDAILY_API_KEY=${secret}`, "Keep one"],
    ["an empty value", "DAILY_API_KEY=", "Give a text"],
    ["nothing", "# only a remark\n", "The names are"],
    ["an unknown member", `{ "apiKey": "${secret}" }`, "The names are"],
    ["a number", `{ "DAILY_API_KEY": 12345678 }`, "Give a text"],
    ["an empty list", `{ "DAILY_API_KEY": [] }`, "Give a text"],
    ["a list where one is meant", `{ "METERED_SECRET_KEY": ["${secret}"] }`, "Give a text."],
    ["broken JSON", `{ "DAILY_API_KEY": "${secret}" `, "Correct the JSON"],
  ])("with %s is refused without showing anything of it", (_name, text, cure) => {
    let error: unknown;
    try {
      readCredentialsFile(text);
    } catch (caught) {
      error = caught;
    }
    expect(error).toMatchObject({ name: "CommandError", exitCode: 2, cure: expect.stringContaining(cure) });
    expect(inspect(error, { depth: 9 }) + JSON.stringify(error)).not.toContain(secret);
  });
});

describe("readCredentials", () => {
  const io = (files: Record<string, string>, env: Io["env"]): Io =>
    ({ env, readFile: (path: string) => chunksOf(files[path]) }) as unknown as Io;

  it("takes the file's before the environment's, and ignores empty ones", async () => {
    const env = { DAILY_API_KEY: "environment", DAILY_DOMAIN_ID: "", METERED_APP_NAME: "app" };
    const credentials = await readCredentials("keys", io({ keys: "DAILY_API_KEY=file" }, env));
    expect(credentials.one("DAILY_API_KEY")).toBe("file");
    expect(credentials.one("METERED_APP_NAME")).toBe("app");
    expect(credentials.missing(["DAILY_API_KEY", "DAILY_DOMAIN_ID", "VIDEOSDK_SECRET"])).toEqual([
      "DAILY_DOMAIN_ID",
      "VIDEOSDK_SECRET",
    ]);
  });

  it("does not repeat what was given for a file: it may be a key", async () => {
    await expect(readCredentials(secret, io({}, {}))).rejects.toThrow(
      expect.objectContaining({ message: expect.not.stringContaining(secret) }),
    );
  });

  it("keeps its values out of every text form", () => {
    const credentials = new Credentials(new Map([["DAILY_API_KEY", [secret, "second"]]]));
    expect(credentials.one("DAILY_API_KEY")).toBe(secret);
    expect(credentials.all("DAILY_API_KEY")).toEqual([secret, "second"]);
    expect(
      inspect(credentials, { depth: 9, showHidden: true }) + JSON.stringify(credentials) + credentials,
    ).not.toContain(secret);
  });
});

it("takes its secrets out of any text, and leaves what is no secret", () => {
  const odd = 'TEST-ONLY-a"b/c d';
  const credentials = new Credentials(
    new Map<CredentialName, CredentialValue>([
      ["DAILY_API_KEY", [secret, odd]],
      ["VIDEOSDK_SECRET", "short"],
      ["VIDEOSDK_API_KEY", "an-account-name"],
    ]),
  );
  const text = `1 ${secret} 2 ${encodeURIComponent(odd)} 3 ${JSON.stringify(odd)} 4 short an-account-name`;
  expect(credentials.scrub(text)).toBe('1 [secret] 2 [secret] 3 "[secret]" 4 short an-account-name');
});

describe("refuseSecretArguments", () => {
  it.each([
    "--api-key",
    `--api-key=${secret}`,
    "--apikey",
    "--secret",
    `--secret=${secret}`,
    "--secret-key",
    "--daily-api-key",
    "--key",
    "-key",
    "--password",
    `DAILY_API_KEY=${secret}`,
    `--videosdk-secret=${secret}`,
  ])("refuses %s", (argument) => {
    expect(() => refuseSecretArguments(["verify", argument, "x"])).toThrow(
      expect.objectContaining({
        code: "command.secret-on-command-line",
        message: expect.not.stringContaining(secret),
        cure: expect.not.stringContaining(secret),
      }),
    );
  });

  it.each(["--keywords", "--room=secret", "secret", "api-key", "--json", "--credentials"])("takes %s", (argument) => {
    expect(() => refuseSecretArguments(["verify", argument])).not.toThrow();
  });

  it("looks no further than --", () => {
    expect(() => refuseSecretArguments(["inspect", "--", "--secret"])).not.toThrow();
  });
});
