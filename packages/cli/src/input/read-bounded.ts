/** More than a command takes; reading has stopped, and nothing of what was read is kept. */
export class InputTooLong extends Error {
  override name = "InputTooLong";
}

/** Bytes that are no UTF-8, such as a file that an editor saved as UTF-16. */
export class InputNotText extends Error {
  override name = "InputNotText";
}

function decoded(parts: readonly Uint8Array[]): string {
  try {
    // Takes off the byte order mark with which editors of some systems begin a file.
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(parts));
  } catch {
    throw new InputNotText("The input is not UTF-8.");
  }
}

/**
 * Reads a text of at most `maxBytes`. Whatever comes after that is not asked for, so that an endless input ends here.
 *
 * @throws InputTooLong, InputNotText, and whatever reading throws.
 */
export async function readBounded(chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of chunks) {
    length += part.length;
    if (length > maxBytes) throw new InputTooLong(`The input is longer than ${maxBytes} bytes.`);
    parts.push(part);
  }
  return decoded(parts);
}
