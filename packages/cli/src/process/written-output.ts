import { fstatSync, writeSync } from "node:fs";

/** Writes to the end or throws: a file may take only a part at a time, and the rest must not get lost in silence. */
function writeWhole(descriptor: number, bytes: Uint8Array): void {
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
  write(content: string | Uint8Array, done: (error?: Error | null) => void): unknown;
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
    this.#attempt(this.#file, Buffer.from(text));
  }

  /** Resolves when more may be written, so that nothing piles up here. @throws the first failure. */
  async writeBytes(bytes: Uint8Array): Promise<void> {
    if (this.#failure === undefined) {
      if (this.#file === undefined) await this.#writeToStream(bytes).catch((error: unknown) => this.#fail(error));
      else this.#attempt(this.#file, bytes);
    }
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** Waits until everything is written, and returns what went wrong. */
  async finished(): Promise<Error | undefined> {
    await Promise.all(this.#writes);
    return this.#failure;
  }

  #attempt(file: number, bytes: Uint8Array): void {
    try {
      writeWhole(file, bytes);
    } catch (error) {
      this.#fail(error);
    }
  }

  #writeToStream(content: string | Uint8Array): Promise<void> {
    return new Promise((resolve) => {
      this.#stream.write(content, (error) => {
        if (error) this.#fail(error);
        resolve();
      });
    });
  }

  #fail(error: unknown): void {
    this.#failure ??= asError(error);
  }
}
