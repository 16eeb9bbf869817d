export const lineFeed = 10;

/** How many lines a chunk of whole lines has; the last one needs no line break. */
export function countLines(chunk: Buffer): number {
  let lines = 0;
  let start = 0;
  for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, start)) {
    lines += 1;
    start = end + 1;
  }
  return start < chunk.length ? lines + 1 : lines;
}

/** The lines of a chunk of whole lines, without their line breaks. */
export function* linesOf(chunk: Buffer): Generator<Buffer> {
  let start = 0;
  while (start < chunk.length) {
    const found = chunk.indexOf(lineFeed, start);
    const end = found === -1 ? chunk.length : found;
    yield chunk.subarray(start, end);
    start = end + 1;
  }
}
