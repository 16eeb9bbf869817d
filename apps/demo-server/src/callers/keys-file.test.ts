import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { temporaryFolder } from "../testing/temporary-folder.js";
import { openKeysFile } from "./keys-file.js";
import { KeysFileError, parseKeysFile } from "./parse-keys-file.js";

const digest = "0".repeat(64);
const policy = {
  providers: ["daily"],
  rooms: [{ name: "standup" }],
  maxSeconds: 3600,
  rights: { subscribe: true },
  participants: { any: true },
};
const line = (id: string, changes: object = {}): string =>
  JSON.stringify({ id, secretDigests: [{ sha256: digest }], policy, ...changes });

function problemsOf(text: string): readonly string[] {
  try {
    parseKeysFile(text);
  } catch (error) {
    if (error instanceof KeysFileError) return error.problems;
    throw error;
  }
  return [];
}

describe("R1, R2: a keys file", () => {
  it("has one caller a line, and remarks", () => {
    const until = { notAfter: "2026-12-01T00:00:00Z" };
    const text = `# ours\n\n${line("a")}\r\n${line("b", { secretDigests: [{ sha256: digest, ...until }], ...until })}\n`;
    const callers = parseKeysFile(text);
    expect(callers.get("a")).toEqual({ secretDigests: [{ sha256: digest }], policy });
    expect(callers.get("b")).toMatchObject({ notAfter: 1_796_083_200, secretDigests: [{ notAfter: 1_796_083_200 }] });
  });

  it.each([
    ["no JSON", "{", "line 1 is no JSON"],
    ["a name twice", line("a").replace("{", '{"id":"b",'), "line 1 is no JSON"],
    ["a secret in plain", line("a", { secret: "TEST-ONLY" }), "line 1 has a member that is not known"],
    ["a digest that is none", line("a", { secretDigests: [{ sha256: "ABC" }] }), "line 1 secretDigests.0.sha256:"],
    ["no digest", line("a", { secretDigests: [] }), "line 1 secretDigests: takes one digest at least"],
    ["no digests", line("a", { secretDigests: undefined }), "line 1 secretDigests: is missing"],
    ["no policy", line("a", { policy: undefined }), "line 1 policy: is missing"],
    ["an id with a dot", line("a.b"), "line 1 id:"],
    ["an id twice", `${line("a")}\n${line("a")}`, "line 2 has an id that another line has"],
    ["an unknown member of the policy", line("a", { policy: { ...policy, room: "x" } }), "line 1 policy:"],
    [
      "a vendor that there is not",
      line("a", { policy: { ...policy, providers: ["daily", "dialy"] } }),
      "line 1 policy: policy.providers takes daily, livekit, metered, videosdk",
    ],
    ["an unknown right", line("a", { policy: { ...policy, rights: { fly: true } } }), "line 1 policy:"],
    [
      "a room that is two things",
      line("a", { policy: { ...policy, rooms: [{ name: "x", any: true }] } }),
      "line 1 policy: policy.rooms",
    ],
    ["a time with words", line("a", { notAfter: "tomorrow" }), "line 1 notAfter: takes an instant such as 2027-"],
    ["no life", line("a", { policy: { ...policy, maxSeconds: 0 } }), "line 1 policy: policy.maxSeconds"],
    ["nothing", "# empty\n", "there is no key in it"],
  ])("is refused with %s", (_what, text, problem) => {
    const problems = problemsOf(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
    expect(problems[0]).not.toContain("TEST-ONLY");
  });

  it("lists every line that is wrong", () => {
    expect(problemsOf(`${line("a")}\n{\n${line("b")}\nx`)).toHaveLength(2);
  });
});

describe("R12: a keys file that changes", () => {
  async function opened(text: string) {
    const path = join(temporaryFolder(), "keys.ndjson");
    writeFileSync(path, text);
    const told: string[] = [];
    const keys = await openKeysFile(path, {
      reloaded: (count) => told.push(`${count}`),
      refused: () => told.push("refused"),
    });
    onTestFinished(() => keys.close());
    return { path, keys, told };
  }

  it("is read again when it is replaced, and when it is written to", async () => {
    const { path, keys } = await opened(line("a"));
    writeFileSync(`${path}.new`, line("b"));
    renameSync(`${path}.new`, path);
    await expect.poll(() => keys.find("b"), { timeout: 10_000 }).toBeDefined();
    expect(keys.find("a")).toBeUndefined();
    writeFileSync(path, `${line("b")}\n${line("c")}`);
    await expect.poll(() => keys.find("c"), { timeout: 10_000 }).toBeDefined();
  });

  it("changes nothing while it is not valid", async () => {
    const { path, keys, told } = await opened(line("a"));
    for (const text of ["", "{", line("a").slice(0, 50)]) {
      writeFileSync(path, text);
      await keys.reload();
      expect(keys.find("a")).toBeDefined();
    }
    expect(told.filter((word) => word === "refused").length).toBeGreaterThanOrEqual(3);
    expect(keys.find("__proto__")).toBeUndefined();
  });

  it("has to be valid to begin with", async () => {
    await expect(opened("{")).rejects.toThrow(KeysFileError);
    const ignored = { reloaded: () => undefined, refused: () => undefined };
    const nowhere = openKeysFile(join(temporaryFolder(), "keys.ndjson"), ignored);
    await expect(nowhere).rejects.toThrow("ROOMPASS_KEYS_FILE cannot be read (ENOENT)");
  });
});
