import { lineFeed } from "../lines/lines-of.js";

export interface CutOptions {
  /** Most bytes of a chunk; more than `lineBytes`. */
  readonly chunkBytes: number;
  /** Longest line that is of interest; what a longer one has beyond is passed over. */
  readonly lineBytes: number;
  /** Where in the input the first byte stands. */
  readonly offset: number;
  /** Is told every byte that was cut off. */
  readonly hash?: { update(bytes: Uint8Array): unknown };
}

export interface CutChunk {
  /** Whole lines. */
  readonly bytes: Buffer;
  /** Where in the input the next chunk begins. */
  readonly end: number;
}

/** What was read and not yet cut off. */
class Pending {
  readonly #blocks: AsyncIterator<Uint8Array>;
  #bytes: Buffer = Buffer.alloc(0);
  isAtEnd = false;

  constructor(blocks: AsyncIterable<Uint8Array>) {
    this.#blocks = blocks[Symbol.asyncIterator]();
  }

  get bytes(): Buffer {
    return this.#bytes;
  }

  /** Reads until there are so many bytes, or no more to come. */
  async fill(length: number): Promise<void> {
    const parts: Uint8Array[] = [this.#bytes];
    let sum = this.#bytes.length;
    while (sum < length && !this.isAtEnd) {
      const { value, done } = await this.#blocks.next();
      if (done === true) this.isAtEnd = true;
      else {
        parts.push(value);
        sum += value.length;
      }
    }
    if (parts.length > 1) this.#bytes = Buffer.concat(parts);
  }

  take(length: number): Buffer {
    const taken = this.#bytes.subarray(0, length);
    this.#bytes = this.#bytes.subarray(length);
    return taken;
  }
}

/**
 * Cuts a stream into chunks of whole lines. Where it is cut depends on the bytes alone and not on how they arrived, so
 * that a resumed run has the same chunks.
 */
export async function* cutLines(blocks: AsyncIterable<Uint8Array>, options: CutOptions): AsyncGenerator<CutChunk> {
  const { chunkBytes, lineBytes, hash } = options;
  const pending = new Pending(blocks);
  let end = options.offset;
  const take = (length: number): Buffer => {
    const bytes = pending.take(length);
    hash?.update(bytes);
    end += bytes.length;
    return bytes;
  };
  /** The rest of a line that is too long is read and forgotten. */
  const passOver = async (): Promise<void> => {
    for (;;) {
      await pending.fill(1);
      const found = pending.bytes.indexOf(lineFeed);
      take(found === -1 ? pending.bytes.length : found + 1);
      if (found !== -1 || pending.isAtEnd) return;
    }
  };
  for (;;) {
    await pending.fill(chunkBytes);
    if (pending.bytes.length === 0) return;
    const isRest = pending.isAtEnd && pending.bytes.length <= chunkBytes;
    const cut = isRest ? pending.bytes.length : pending.bytes.lastIndexOf(lineFeed, chunkBytes - 1) + 1;
    const bytes = Buffer.from(take(cut > 0 ? cut : lineBytes + 1));
    if (cut === 0) await passOver();
    yield { bytes, end };
  }
}
