export const defaultChunkBytes = 131_072;
export const smallestChunkBytes = 1024;
export const largestChunkBytes = 16_777_216;

export const defaultLineBytes = 65_536;
export const smallestLineBytes = 64;

/** Whether chunks of the input may be of this size. */
export function isChunkBytes(value: unknown): value is number {
  return (
    Number.isSafeInteger(value) && (value as number) >= smallestChunkBytes && (value as number) <= largestChunkBytes
  );
}
