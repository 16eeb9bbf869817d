import { fstatSync, writeSync } from "node:fs";

/** Writes to the end or throws: a file may take only a part at a time, and the rest must not get lost in silence. */
function writeWhole(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  let written = 0;
  while (written < bytes.length) written += writeSync(descriptor, bytes, written);
}

function isRegularFile(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isFile();
  } catch {
    return false;
  }
}

function asError(value: unknown): Error {
  return value instanceof Error ? value : new Error("The output cannot be written.");
}

/** What is used of a stream that is written to; named here so that the declarations need no types of Node. */
interface OutputStream {
  on(event: "error", listener: (error: Error) => void): unknown;
  write(text: string, done: (error?: Error | null) => void): unknown;
}

/** A place to write to that remembers its first failure, which a stream tells only after the write. */
export class WrittenOutput {
  readonly #stream: OutputStream;
  readonly #file: number | undefined;
  readonly #writes: Promise<void>[] = [];
  #failure: Error | undefined;

  /** @param descriptor The stream's file descriptor; a regular file is written without the stream. */
  constructor(stream: OutputStream, descriptor: number) {
    this.#stream = stream;
    this.#file = isRegularFile(descriptor) ? descriptor : undefined;
    // Without anybody who listens, a failure would end the process with a stack trace.
    stream.on("error", (error) => this.#fail(error));
  }

  /** Never throws; after a failure nothing more is written. */
  write(text: string): void {
    if (this.#failure !== undefined) return;
    if (this.#file === undefined) {
      this.#writes.push(this.#writeToStream(text).catch((error: unknown) => this.#fail(error)));
      return;
    }
    try {
      writeWhole(this.#file, text);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Waits until everything is written, and returns what went wrong. */
  async finished(): Promise<Error | undefined> {
    await Promise.all(this.#writes);
    return this.#failure;
  }

  #writeToStream(text: string): Promise<void> {
    return new Promise((resolve) => {
      this.#stream.write(text, (error) => {
        if (error) this.#fail(error);
        resolve();
      });
    });
  }

  #fail(error: unknown): void {
    this.#failure ??= asError(error);
  }
}
