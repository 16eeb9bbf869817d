/**
 * Reads a body, one byte beyond the limit at most: what is longer than that is told by its length.
 *
 * @returns `undefined` when there is no body. Rejects when the sender breaks off.
 */
export async function readBody(request: Request, maxBytes: number): Promise<Uint8Array | undefined> {
  if (request.body === null) return undefined;
  const reader = request.body.getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    pieces.push(value);
    length += value.length;
    if (length > maxBytes) {
      // Nobody waits for it: the answer goes out, and the rest is not read.
      reader.cancel().catch(() => undefined);
      break;
    }
  }
  const bytes = new Uint8Array(Math.min(length, maxBytes + 1));
  let offset = 0;
  for (const piece of pieces) {
    bytes.set(piece.subarray(0, bytes.length - offset), offset);
    offset += Math.min(piece.length, bytes.length - offset);
  }
  return bytes;
}
