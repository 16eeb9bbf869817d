interface StreamReader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
  cancel(): Promise<void>;
}

/** What of a stream is needed here; platforms type theirs differently. */
export interface ByteStream {
  getReader(): StreamReader;
}

/**
 * Reads a stream of bytes to its end, or to one byte beyond the limit: what is longer than the limit is told by its length.
 * Rejects when the sender breaks off.
 */
export async function readBytes(stream: ByteStream, maxBytes: number): Promise<Uint8Array> {
  const reader = stream.getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const piece = part.value ?? new Uint8Array();
    pieces.push(piece);
    length += piece.length;
    if (length > maxBytes) {
      // Nobody waits for it: the rest is not read.
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
