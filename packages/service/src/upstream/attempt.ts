import type { FetchLike } from "@roompass/core/kit";
import { type ByteStream, readBytes } from "../http/read-bytes.js";
import { UpstreamError, upstreamError } from "./upstream-error.js";

/** An answer that was read to its end, or to the limit. */
export interface ReadAnswer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  /** Of what is longer than the limit one byte more than the limit; empty for what is no UTF-8. */
  readonly body: string;
}

export interface AttemptLimits {
  /** Until the head of the answer is there, in milliseconds. */
  readonly headersMilliseconds: number;
  /** Until all of it is there, in milliseconds. */
  readonly totalMilliseconds: number;
  readonly maxAnswerBytes: number;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return "";
  }
}

type Answered = Awaited<ReturnType<FetchLike>>;

async function readBody(answer: Answered, most: number): Promise<string> {
  const { body } = answer as { readonly body?: Partial<ByteStream> | null };
  if (typeof body?.getReader !== "function") return answer.text();
  const bytes = await readBytes(body as ByteStream, most);
  // Longer than whoever asked will take, whatever it says.
  return bytes.length > most ? " ".repeat(most + 1) : decode(bytes);
}

/** A redirect, in the ways in which platforms show one that was not followed. */
function isRedirect(answer: Answered): boolean {
  const { type } = answer as { readonly type?: string };
  return type === "opaqueredirect" || answer.status === 0 || (answer.status >= 300 && answer.status < 400);
}

/** Rejects after a while; the timer is gone when the work is done. */
async function within<Result>(work: Promise<Result>, milliseconds: number, code: string): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new UpstreamError(code)), Math.max(0, milliseconds));
  });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Sends once and reads the answer. Redirects are not followed and are failures: a vendor's token endpoint has none, and
 * another host must not get the secret. `redirect: "error"` would say the same, but not every platform has it.
 *
 * @throws UpstreamError, and nothing else.
 */
export async function attempt(
  send: FetchLike,
  url: string,
  init: Parameters<FetchLike>[1],
  limits: AttemptLimits,
): Promise<ReadAnswer> {
  const abort = new AbortController();
  const outer = init.signal as AbortSignal | undefined;
  const stop = (): void => abort.abort();
  outer?.addEventListener("abort", stop);
  const exchange = async (): Promise<ReadAnswer> => {
    const sent = send(url, { ...init, redirect: "manual" as "error", signal: abort.signal as never });
    const answer = await within(sent, limits.headersMilliseconds, "UND_ERR_HEADERS_TIMEOUT");
    if (isRedirect(answer)) throw new UpstreamError("redirect");
    return { status: answer.status, headers: answer.headers, body: await readBody(answer, limits.maxAnswerBytes) };
  };
  try {
    if (outer?.aborted === true) throw new UpstreamError("aborted");
    return await within(exchange(), limits.totalMilliseconds, "UND_ERR_BODY_TIMEOUT");
  } catch (error) {
    stop();
    throw upstreamError(error);
  } finally {
    outer?.removeEventListener("abort", stop);
  }
}
