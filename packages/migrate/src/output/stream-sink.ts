import { createHash } from "node:crypto";
import type { Sink, Written } from "./file-sink.js";
import { unwritten } from "./file-sink.js";

/** Something that is written to and cannot be gone back in: a pipe, standard output. */
export interface ByteWriter {
  /** Resolves when more may be written, rejects when nothing more can be. */
  write(bytes: Uint8Array): Promise<void>;
}

export class StreamSink implements Sink {
  readonly #writer: ByteWriter;
  readonly #hash = createHash("sha256");
  #bytes = 0;

  constructor(writer: ByteWriter) {
    this.#writer = writer;
  }

  get written(): Written {
    return { bytes: this.#bytes, sha256: this.#hash.copy().digest("hex") };
  }

  async write(bytes: Buffer): Promise<void> {
    if (bytes.length === 0) return;
    try {
      await this.#writer.write(bytes);
    } catch (error) {
      throw unwritten("The output", error);
    }
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
  }

  async sync(): Promise<void> {}

  async clear(): Promise<void> {}

  async make(): Promise<void> {}

  async close(): Promise<void> {}
}
