import { decodeUtf8, encodeUtf8 } from "../jws/text-bytes.js";
import type { AnswerLike } from "./fetch-like.js";

interface Reader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array }>;
  cancel(): Promise<void>;
}

function readerOf(body: unknown): Reader | undefined {
  const readable = body as { getReader?: () => Reader } | null | undefined;
  return typeof readable?.getReader === "function" ? readable.getReader() : undefined;
}

/** For platforms whose answers are no streams: the text is there already, and is measured afterwards. */
async function readWhole(answer: AnswerLike, maxBytes: number): Promise<string | undefined> {
  const text = await answer.text();
  return text.length <= maxBytes && encodeUtf8(text).length <= maxBytes ? text : undefined;
}

/** Reads an answer up to a limit, so that a lying or endless body costs no more than that. `undefined` beyond it. */
export async function readAnswerText(answer: AnswerLike, maxBytes: number): Promise<string | undefined> {
  const reader = readerOf(answer.body);
  if (reader === undefined) return readWhole(answer, maxBytes);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const chunk = part.value ?? new Uint8Array();
    length += chunk.length;
    if (!(length <= maxBytes)) {
      // Nobody waits for it, and whether it works changes nothing: the answer is not used.
      reader.cancel().catch(() => undefined);
      return undefined;
    }
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return decodeUtf8(bytes) ?? "";
}
