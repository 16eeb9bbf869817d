import { closeSync, openSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hasNamedPipes, namedPipe } from "../testing/named-pipe.js";
import { temporaryFolder } from "../testing/temporary-folder.js";
import { type InputPlace, openInput } from "./input.js";
import { readBytes } from "./read-bytes.js";

const sizes = { chunkBytes: 16, lineBytes: 8 };
const text = "aa\nbbbb\ncc\n\ndd\nee\nffffff\ng";

async function chunksFrom(path: string, from: InputPlace): Promise<{ texts: string[]; ends: number[] }> {
  const input = openInput({ path }, true);
  const texts: string[] = [];
  const ends: number[] = [];
  for await (const { content, end } of input.tasks(from, sizes)) {
    texts.push(content.kind === "bytes" ? content.bytes.toString() : "");
    ends.push(end.bytes);
  }
  input.close();
  return { texts, ends };
}

function fileWith(content: string): string {
  const path = join(temporaryFolder(), "in");
  writeFileSync(path, content);
  return path;
}

describe("a file whose chunks carry their lines", () => {
  it("goes on with the first whole line, wherever a range of a run without a queue has ended", async () => {
    const path = fileWith(text);
    for (let place = 0; place <= text.length; place += 1) {
      const begun = text.slice(0, place);
      // A range has the lines that begin in it: the one that is under way at its end belongs to what is done.
      const rest =
        begun === "" || begun.endsWith("\n") ? text.slice(place) : text.slice(place).replace(/^[^\n]*\n?/, "");
      const { texts, ends } = await chunksFrom(path, { bytes: place });
      expect(texts.join("")).toBe(rest);
      expect(ends.at(-1)).toBe(rest === "" ? undefined : text.length);
    }
  });
});

describe("an input that cannot be read", () => {
  it.skipIf(!hasNamedPipes)("is a named pipe, which nobody waits for", () => {
    expect(() => openInput({ path: namedPipe() }, false)).toThrow("no regular file");
  });

  it("is a stream that fails, whatever it says", async () => {
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield Buffer.from("a\n");
      throw new Error("very-private");
    }
    const tasks = openInput(failing(), false).tasks({ bytes: 0 }, sizes);
    const failed: unknown = await tasks.next().catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: "migrate.input", message: "The input could not be read to its end." });
  });

  it("is a device that fails, told by the system's code", () => {
    const fd = openSync(fileWith("a"), "r");
    closeSync(fd);
    expect(() => readBytes(fd, Buffer.alloc(1), 0)).toThrow(
      expect.objectContaining({ code: "migrate.input", message: expect.stringContaining("the system says EBADF") }),
    );
  });
});
