import { closeSync, createWriteStream, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { exitCodeOfOutput } from "./exit-code-of-output.js";
import { WrittenOutput } from "./written-output.js";

/** A descriptor that is no regular file, so that the stream is used. */
const noFile = -1;

class SystemError extends Error {
  readonly code: string;

  constructor(code: string) {
    super("TEST-ONLY-canary");
    this.code = code;
  }
}

function collecting(): { stream: Writable; text: () => string } {
  let text = "";
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  return { stream, text: () => text };
}

describe("WrittenOutput", () => {
  it("writes everything in order before it has finished", async () => {
    const { stream, text } = collecting();
    const output = new WrittenOutput(stream, noFile);
    output.write("a");
    output.write("b\n");
    expect(await output.finished()).toBeUndefined();
    expect(text()).toBe("ab\n");
  });

  it("remembers the first failure and writes nothing more", async () => {
    let writes = 0;
    const stream = new Writable({
      write(_chunk, _encoding, done) {
        writes += 1;
        done(new SystemError("ENOSPC"));
      },
    });
    const output = new WrittenOutput(stream, noFile);
    output.write("a");
    expect(await output.finished()).toMatchObject({ code: "ENOSPC" });
    output.write("b");
    expect(await output.finished()).toMatchObject({ code: "ENOSPC" });
    expect(writes).toBe(1);
  });

  it("tells whoever writes bytes when more may come, and when no more can", async () => {
    let isTaken: () => void = () => {};
    const slow = new Writable({
      write(_chunk, _encoding, done) {
        isTaken = done;
      },
    });
    const output = new WrittenOutput(slow, noFile);
    let isDone = false;
    const writing = output.writeBytes(Buffer.from("a")).then(() => {
      isDone = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(isDone).toBe(false);
    isTaken();
    await writing;
    const broken = new Writable({ write: (_chunk, _encoding, done) => done(new SystemError("EPIPE")) });
    const ended = new WrittenOutput(broken, noFile);
    await expect(ended.writeBytes(Buffer.from("a"))).rejects.toMatchObject({ code: "EPIPE" });
    await expect(ended.writeBytes(Buffer.from("b"))).rejects.toMatchObject({ code: "EPIPE" });
    expect(await ended.finished()).toMatchObject({ code: "EPIPE" });
  });

  it("does not throw where a stream does", async () => {
    const stream = new Writable();
    stream.write = () => {
      throw new SystemError("EIO");
    };
    const output = new WrittenOutput(stream, noFile);
    output.write("a");
    expect(await output.finished()).toMatchObject({ code: "EIO" });
  });

  it.skipIf(!existsSync("/dev/full"))("is told of a device without room", async () => {
    const descriptor = openSync("/dev/full", "w");
    const stream = createWriteStream("/dev/full", { fd: descriptor, autoClose: false });
    const output = new WrittenOutput(stream, descriptor);
    output.write("a");
    const failure = await output.finished();
    closeSync(descriptor);
    expect(failure).toMatchObject({ code: "ENOSPC" });
  });

  it("writes a regular file without the stream, and is told when that is not possible", async () => {
    const folder = mkdtempSync(join(tmpdir(), "roompass-"));
    try {
      const file = join(folder, "answer");
      const descriptor = openSync(file, "w");
      const { stream, text } = collecting();
      const output = new WrittenOutput(stream, descriptor);
      output.write("ä\n");
      output.write("b\n");
      expect(await output.finished()).toBeUndefined();
      expect(readFileSync(file, "utf8")).toBe("ä\nb\n");
      expect(text()).toBe("");
      closeSync(descriptor);
      const again = openSync(file, "r");
      const readOnly = new WrittenOutput(stream, again);
      readOnly.write("c");
      closeSync(again);
      expect(await readOnly.finished()).toMatchObject({ code: "EBADF" });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("exitCodeOfOutput", () => {
  const failureOf = (code: string): Error => new SystemError(code);
  const told = (exitCode: 0 | 1, failure: Error | undefined): [number, string] => {
    let text = "";
    const result = exitCodeOfOutput(exitCode, failure, (line) => {
      text += line;
    });
    return [result, text];
  };

  it("is the command's own where everything was written", () => {
    expect([told(0, undefined), told(1, undefined)]).toEqual([
      [0, ""],
      [1, ""],
    ]);
  });

  it("is quiet about a closed pipe, and not fine", () => {
    expect(told(0, failureOf("EPIPE"))).toEqual([141, ""]);
    expect(told(1, failureOf("EPIPE"))).toEqual([141, ""]);
  });

  it.each([
    ["ENOSPC", "there is no room left on the device"],
    ["EWHATEVER", "the system says EWHATEVER"],
    ["odd code", "the system says no more than that"],
  ])("says what became of the answer with %s", (code, reason) => {
    const [result, text] = told(0, failureOf(code));
    expect(result).toBe(4);
    expect(text).toContain(`Error: The answer could not be written: ${reason}.`);
    expect(text).not.toContain("canary");
  });

  it("does without a code", () => {
    expect(told(0, new Error("TEST-ONLY-canary"))[0]).toBe(4);
  });
});
