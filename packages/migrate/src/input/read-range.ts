import { lineFeed } from "../lines/lines-of.js";
import { MigrateError } from "../migrate-error.js";
import { readBytes } from "./read-bytes.js";

export interface Range {
  /** First byte. */
  readonly start: number;
  /** The byte after the last one. */
  readonly end: number;
}

export interface RangeFile {
  /** An open file; it may be shared by threads, since each read says where. */
  readonly fd: number;
  /** Bytes of the file when the run began; what was added later is not read. */
  readonly size: number;
  /** Longest line that is of interest, in bytes; what a longer one has beyond is passed over. */
  readonly lineBytes: number;
}

const blockBytes = 65_536;

/** Reads until the buffer is full. */
function readFully(fd: number, buffer: Buffer, position: number): void {
  let done = 0;
  while (done < buffer.length) {
    const count = readBytes(fd, buffer.subarray(done), position + done);
    if (count === 0) {
      throw new MigrateError(
        "migrate.input",
        "The input became shorter while it was read.",
        "Leave it alone meanwhile.",
      );
    }
    done += count;
  }
}

/** The place of the first line feed in a range. */
function findLineFeed({ fd }: RangeFile, { start, end }: Range): number | undefined {
  const block = Buffer.allocUnsafe(Math.min(blockBytes, Math.max(0, end - start)));
  for (let at = start; at < end; at += block.length) {
    const part = block.subarray(0, Math.min(block.length, end - at));
    readFully(fd, part, at);
    const found = part.indexOf(lineFeed);
    if (found !== -1) return at + found;
  }
  return undefined;
}

/** The place of the first line that begins at a place or behind it; the end of the file where there is none. */
export function firstLineFrom(file: RangeFile, start: number): number {
  if (start === 0) return 0;
  const before = findLineFeed(file, { start: start - 1, end: file.size });
  return before === undefined ? file.size : before + 1;
}

/**
 * The lines that begin in a range, whole. The last one may end far behind it; the first one begins behind the line that
 * the range before has begun. So ranges side by side have every line exactly once, and nobody reads the file beforehand.
 */
export function readRange(file: RangeFile, { start, end }: Range): Buffer {
  const before = start === 0 ? -1 : findLineFeed(file, { start: start - 1, end: end - 1 });
  if (before === undefined) return Buffer.alloc(0);
  const first = before + 1;
  // The line that is under way at the end of the range belongs to it.
  const last = end >= file.size ? undefined : findLineFeed(file, { start: end - 1, end: file.size });
  const lastByte = last === undefined ? file.size : last + 1;
  // A line that goes on for longer than any line may is cut off, which is still too long.
  const chunk = Buffer.allocUnsafe(Math.min(lastByte, end + file.lineBytes + 1) - first);
  readFully(file.fd, chunk, first);
  return chunk;
}
