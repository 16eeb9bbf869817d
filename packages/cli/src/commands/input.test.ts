import { describe, expect, it } from "vitest";
import { roompass } from "../testing/fake-io.js";
import { dailyEnv, dailyToken, videosdkEnv } from "../testing/tokens.js";

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
    ["out of JSON with a header's words in it", ["inspect"], { stdin: `{ "token": "Bearer ${token}\\n" }` }],
    ["out of an answer within an answer", ["inspect", JSON.stringify({ ok: true, data: { jwt: token } })], {}],
    ["out of an answer that names the room, too", ["inspect", JSON.stringify({ room: "a", token })], {}],
    [
      "out of an answer that has it as a header, too",
      ["inspect", JSON.stringify({ header: `Bearer ${token}`, token: { jwt: token } })],
      {},
    ],
    ["out of a list, where it is twice the same", ["inspect", JSON.stringify([token, token])], {}],
    ["out of JSON in the quotes of another shell", ["inspect", `'${JSON.stringify({ token })}'`], {}],
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
    ["two tokens in JSON", JSON.stringify([token, dailyToken({ r: "b" })]), "command.not-a-token", "one at a time"],
    ["broken JSON", '{ "room": ', "command.not-json", "Correct the JSON"],
    ["JSON whose quotes a shell took away", "{ room: standup }", "command.not-json", "give it from a file"],
    ["JSON with single quotes", "{ 'room': 'standup' }", "command.not-json", "double quotes"],
    ["JSON with a comma too many", '{ "room": "a", }', "command.not-json", "Leave out the comma"],
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

it("says where the fields of a grant are listed", async () => {
  const { json } = await roompass(["lint", "[]", "--json"]);
  expect(json()["error"]).toMatchObject({ cure: "Give an object; docs/grant.md lists its fields." });
});

describe("files and input that are not there", () => {
  it.each([
    ["no file of that name", ["inspect", "--file", "missing.txt"], {}, "there is no such file"],
    ["nothing on standard input", ["inspect"], { stdin: " \n" }, "There is nothing to read"],
    ["argument and file", ["inspect", token, "--file", "x"], {}, "Both an argument and `--file`"],
    ["no name of a file", ["inspect", "@"], {}, "is empty"],
    ["far too much", ["inspect"], { stdin: "a".repeat(1_048_577) }, "Standard input is longer than 1 MiB"],
    ["far too much in a file", ["inspect", "@a"], { files: { a: "a".repeat(1_048_577) } }, "longer than 1 MiB"],
    ["an empty file", ["inspect", "--file", "a"], { files: { a: "\n" } }, "The file given with `--file` is empty."],
    ["an empty grant", ["issue", "--provider", "daily", "a"], { files: { a: "" } }, "given as the argument is empty."],
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

describe("how a token was copied", () => {
  const ids = async (text: string): Promise<[number, string[]]> => {
    const { code, json } = await roompass(["inspect", "--json"], { stdin: text });
    return [code, (json()["warnings"] as { id: string }[]).map(({ id }) => id)];
  };

  it("is remarked on by inspect where it was taken out of JSON", async () => {
    expect(await ids(JSON.stringify({ token }))).toEqual([0, ["command.unwrapped"]]);
  });

  it("is no matter for a token that lacks its signature, which is said", async () => {
    const cut = JSON.stringify({ token: token.slice(0, token.lastIndexOf(".")) });
    const [code, found] = await ids(cut);
    expect({ code, found }).toEqual({ code: 1, found: ["token.not-three-parts", "command.unwrapped"] });
  });

  it("shows in the length of the signature, without a key", async () => {
    // The last character of 31 bytes has two bits that are not used; here they are 0, and the text is well-formed.
    const cut = `${token.slice(0, -2)}g`;
    expect(await ids(cut)).toEqual([1, ["command.signature-length"]]);
    expect((await ids(token.slice(0, -9)))[1]).toContain("command.signature-length");
    const { stdout } = await roompass(["inspect", cut]);
    expect(stdout).toContain("The signature has 42 characters; every one made with HS256 has 43.");
  });
});

it("takes no grant for a token because of a text in it", async () => {
  const grant = JSON.stringify({ room: "a", expiresIn: 60, participant: { name: token } });
  expect((await roompass(["inspect", grant, "--json"])).json()).toMatchObject({ kind: "grant" });
});

describe("a signature that does not match", () => {
  const cureOf = async (...argv: readonly string[]): Promise<unknown> => {
    const { code, json } = await roompass([...argv, "--json"], { env: { ...dailyEnv, ...videosdkEnv } });
    expect(code).toBe(1);
    return (json()["error"] as { cure: string }).cure;
  };

  it.each(["verify", "translate"])("is told by %s as cut off where it is too short", async (command) => {
    const to = command === "translate" ? ["--to", "livekit"] : [];
    expect(await cureOf(command, `${token.slice(0, -2)}g`, ...to)).toContain(
      "42 characters; every one made with HS256",
    );
    expect(await cureOf(command, token.slice(0, -9), ...to)).toContain("Copy the token again");
  });

  it("is told as another vendor's where the wrong one was named", async () => {
    const cure = await cureOf("verify", token, "--provider", "videosdk");
    expect(cure).toBe("It looks like a daily token: leave out `--provider`, or name that vendor with it.");
  });

  it("is left to the vendor's words where nothing can be seen", async () => {
    expect(await cureOf("verify", `${token.slice(0, -4)}AAAA`)).toContain("Ask Daily itself");
  });
});

describe("noise around a token", () => {
  const wrapped = [JSON.stringify({ token }), `"${token}"`, `Bearer ${token}`];

  it.each(wrapped)("is refused by verify, with every key there (%#)", async (text) => {
    const { code, json } = await roompass(["verify", "--json"], { stdin: text, env: dailyEnv });
    expect(code).toBe(1);
    expect(json()).not.toHaveProperty("verified");
    expect((await roompass(["verify"], { stdin: ` ${token}\r\n`, env: dailyEnv })).code).toBe(0);
  });

  it.each(wrapped)("is taken away by translate, which then verifies (%#)", async (text) => {
    const argv = ["translate", "--to", "livekit", "--json"];
    const { code, json } = await roompass(argv, { stdin: text, env: dailyEnv });
    expect({ code, verified: json()["verified"] }).toEqual({ code: 0, verified: true });
    const forged = text.replace(token, `${token.slice(0, -4)}AAAA`);
    expect((await roompass(argv, { stdin: forged, env: dailyEnv })).code).toBe(1);
  });
});
