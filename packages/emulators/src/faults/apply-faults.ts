import { answer } from "../http/answer.js";
import type { Faults } from "./fault.js";

const hugeBytes = 8 * 1024 * 1024;
const pieceBytes = 64 * 1024;

class BrokenConnection extends Error {}

/** A body that breaks off after these bytes; a server closes the connection then. */
function breakingOff(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let sent = bytes.length === 0;
  return new ReadableStream({
    pull(controller) {
      if (sent) controller.error(new BrokenConnection("The connection was broken on purpose."));
      else controller.enqueue(bytes);
      sent = true;
    },
  });
}

/** A JSON object that does not end for eight megabytes. */
function huge(): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const piece = encoder.encode("x".repeat(pieceBytes));
  let left = hugeBytes;
  return new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode('{"token":"'));
    },
    pull(controller) {
      if (left <= 0) {
        controller.enqueue(encoder.encode('"}'));
        controller.close();
        return;
      }
      left -= pieceBytes;
      controller.enqueue(piece);
    },
  });
}

const json = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };

/** How each vendor words the two failures that it documents. */
export interface FailureBodies {
  readonly rateLimit: unknown;
  readonly serverError: unknown;
}

/** Answers in place of the vendor, where a fault says so. */
export function answerInstead(faults: Faults, bodies: FailureBodies): Response | undefined {
  if (faults.has("reset")) return new Response(breakingOff(new Uint8Array()), { headers: json });
  const seconds = faults.get("rate-limit");
  if (seconds !== undefined) return answer(bodies.rateLimit, 429, { "retry-after": String(seconds) });
  if (faults.has("server-error")) return answer(bodies.serverError, 500);
  if (faults.has("huge-body")) return new Response(huge(), { headers: json });
  return undefined;
}

/** Spoils an answer that the vendor gave. */
export async function spoil(response: Response, faults: Faults): Promise<Response> {
  if (faults.has("wrong-type")) {
    const page = "<!doctype html><title>Welcome</title><p>Please sign in to this network.</p>";
    return new Response(page, { status: response.status, headers: { "content-type": "text/html" } });
  }
  if (!faults.has("half-body")) return response;
  const bytes = new Uint8Array(await response.arrayBuffer());
  return new Response(breakingOff(bytes.slice(0, Math.ceil(bytes.length / 2))), {
    status: response.status,
    headers: response.headers,
  });
}

/** Never answers; ends when the caller gives up. */
export function hang(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = (): void => reject(new BrokenConnection("The caller gave up."));
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
}
