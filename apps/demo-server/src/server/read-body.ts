import type { IncomingMessage } from "node:http";

/** `too-slow`: it was not there in time. `gone`: the client went away, and there is nobody to answer. */
export type ReadBody = { readonly bytes: Uint8Array } | { readonly problem: "too-slow" | "gone" };

/**
 * Reads a body up to one byte beyond a limit, and not a piece more: the rest stays unread, and what has been read is enough
 * to be refused.
 */
export function readBody(incoming: IncomingMessage, maxBytes: number, milliseconds: number): Promise<ReadBody> {
  return new Promise((resolve) => {
    const pieces: Buffer[] = [];
    let length = 0;
    const timer = setTimeout(() => end({ problem: "too-slow" }), milliseconds);

    function end(result: ReadBody): void {
      clearTimeout(timer);
      incoming.off("data", onData).off("end", onEnd).off("close", onGone).off("error", onGone);
      incoming.pause();
      resolve(result);
    }
    function onData(piece: Buffer): void {
      pieces.push(piece);
      length += piece.length;
      if (length > maxBytes) end({ bytes: Buffer.concat(pieces, length).subarray(0, maxBytes + 1) });
    }
    function onEnd(): void {
      const [only] = pieces;
      end({ bytes: pieces.length === 1 && only !== undefined ? only : Buffer.concat(pieces, length) });
    }
    function onGone(): void {
      end({ problem: "gone" });
    }

    incoming.on("data", onData).on("end", onEnd).on("close", onGone).on("error", onGone);
    if (incoming.destroyed && !incoming.complete) onGone();
  });
}
