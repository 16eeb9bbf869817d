import { describe, expect, it } from "vitest";
import { roompass } from "../testing/fake-io.js";
import { dailyToken } from "../testing/tokens.js";

const token = dailyToken();

async function* utf16(): AsyncGenerator<Uint8Array> {
  yield Uint8Array.of(0xff, 0xfe, 0x65, 0x00);
}

async function* endless(): AsyncGenerator<Uint8Array> {
  for (;;) yield new Uint8Array(65_536);
}

describe("a token is taken", () => {
  it.each([
    ["as the argument", ["inspect", token], {}],
    ["from standard input", ["inspect"], { stdin: `${token}\n` }],
    ["from standard input, said with -", ["inspect", "-"], { stdin: token }],
    ["from a file", ["inspect", "--file", "token.txt"], { files: { "token.txt": `\ufeff${token}\r\n` } }],
    ["from a file with @", ["inspect", "@token.txt"], { files: { "token.txt": token } }],
    ["with pasting noise around it", ["inspect", `"Bearer ${token}",`], {}],
    ["out of a link", ["inspect", `https://example.daily.co/standup?t=${token}`], {}],
    ["out of a vendor's answer", ["inspect", JSON.stringify({ token })], {}],
  ] as const)("%s", async (_name, argv, options) => {
    const { code, json } = await roompass([...argv, "--json"], options);
    expect(code).toBe(0);
    expect(json()).toMatchObject({ provider: "daily", grant: { room: "standup" } });
  });
});

it("says on a terminal that it waits for input", async () => {
  const { stderr } = await roompass(["inspect"], { stdin: token, isInputTerminal: true });
  expect(stderr).toBe("Paste a token or a grant and end with Ctrl-D.\n");
});

describe("what is no token is explained", () => {
  it.each([
    ["a bare key", "a".repeat(64), "command.looks-like-a-key", "replace the key"],
    ["a base64 secret", "c2VjcmV0LXNlY3JldC1zZWNyZXQ=", "command.looks-like-a-key", "`--credentials`"],
    ["a link without a token", "https://example.daily.co/standup", "command.not-a-token", "`?t=`"],
    ["the name of a file", "token.txt", "command.not-a-token", "`--file PATH`"],
    ["a word", "standup", "command.not-a-token", "three parts"],
    ["nothing", "", "command.no-input", "not set"],
    ["two tokens", `${token} ${token}`, "command.not-a-token", "one at a time"],
    ["a list of tokens", `${token},\n${token}`, "command.not-a-token", "roompass compare"],
    ["broken JSON", '{ "room": ', "command.not-json", "Correct the JSON"],
    ["a name twice in JSON", '{ "room": "a", "room": "b" }', "command.not-json", "Correct the JSON"],
  ])("%s", async (_name, argument, code, cure) => {
    const result = await roompass(["inspect", argument, "--json"]);
    expect(result.code).toBe(2);
    expect(result.json()["error"]).toMatchObject({ code, cure: expect.stringContaining(cure) });
    if (argument.length > 20) expect(result.stdout).not.toContain(argument.slice(0, 20));
  });

  it.each([
    ["cut off", token.slice(0, token.lastIndexOf(".") - 8), "token.not-three-parts"],
    ["with five parts", "a.b.c.d.e", "token.not-a-jws"],
    ["with a payload that is no JSON", "eyJhbGciOiJIUzI1NiJ9.aGVsbG8.AAAA", "token.not-json"],
  ])("a token %s is refused as the parser says", async (_name, text, code) => {
    const result = await roompass(["inspect", text, "--json"]);
    expect(result.code).toBe(1);
    expect(result.json()["error"]).toMatchObject({ code });
  });
});

describe("files and input that are not there", () => {
  it.each([
    ["no file of that name", ["inspect", "--file", "missing.txt"], {}, "there is no such file"],
    ["nothing on standard input", ["inspect"], { stdin: " \n" }, "There is nothing to read"],
    ["argument and file", ["inspect", token, "--file", "x"], {}, "Both an argument and `--file`"],
    ["no name of a file", ["inspect", "@"], {}, "is empty"],
    ["far too much", ["inspect"], { stdin: "a".repeat(1_048_577) }, "Standard input is longer than 1 MiB"],
    ["far too much in a file", ["inspect", "@a"], { files: { a: "a".repeat(1_048_577) } }, "longer than 1 MiB"],
    ["a file in UTF-16", ["inspect", "@a"], { files: { a: utf16() } }, "Save it as UTF-8"],
  ] as const)("%s", async (_name, argv, options, text) => {
    const { code, stderr, stdout } = await roompass(argv, options);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(text);
    expect(stderr).not.toContain("missing.txt");
  });
});

it.each([
  ["inspect", "-"],
  ["inspect", "@endless"],
  ["inspect", "--file", "endless"],
  ["issue", "--provider", "daily", "endless"],
  ["compare", token, "@endless"],
  ["translate", token, "--to", "videosdk", "--narrow", "endless"],
  ["translate", token, "--to", "videosdk", "--room-map", "@endless"],
  ["verify", token, "--credentials", "endless"],
])("%s %s ends with what does not end", async (...argv) => {
  const { code, json } = await roompass([...argv, "--json"], { stdin: endless(), files: { endless: endless() } });
  expect(code).toBe(2);
  expect(json()["error"]).toMatchObject({ code: "command.input-too-long", cure: expect.any(String) });
});

it("takes the line break at the end of a file for granted", async () => {
  const { json } = await roompass(["inspect", "@token.txt", "--json"], { files: { "token.txt": `${token}\n` } });
  expect(json()["warnings"]).toEqual([]);
});

it("lists everything that is wrong with a grant", async () => {
  const { code, stderr } = await roompass(["inspect", '{ "room": "a", "exp": 3, "rights": { "publsh": true } }']);
  expect(code).toBe(1);
  expect(stderr).toMatchInlineSnapshot(`
    "Error: There are 2 problems with the grant.
      grant.unknown-field

      exp
        \`exp\` does not exist.
        Did you mean \`expiresAt\`?
      rights.publsh
        \`rights.publsh\` does not exist.
        Did you mean \`rights.publish\`?
    "
  `);
});
