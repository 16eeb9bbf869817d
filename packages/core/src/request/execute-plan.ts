import { RoompassError } from "../errors/roompass-error.js";
import { scanJson } from "../jws/index.js";
import type { Credential } from "./credential.js";
import type { AnswerLike, FetchLike } from "./fetch-like.js";
import { platform } from "./platform.js";
import { readAnswerText } from "./read-answer.js";
import type { RequestPlan } from "./request-plan.js";

export interface ExecuteOptions {
  readonly credential?: Credential;
  /** Default `globalThis.fetch`. */
  readonly fetch?: FetchLike | undefined;
  /** Whole request, in milliseconds. Default 8000. */
  readonly timeoutMilliseconds?: number | undefined;
  /** Longest answer read, in bytes. Default 65536. */
  readonly maxAnswerBytes?: number | undefined;
}

/** A vendor's answer with a 2xx status. */
export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

function buildUrl(plan: RequestPlan, credential: Credential | undefined): string {
  const { secret } = plan;
  if (secret?.in !== "query" || credential === undefined) return plan.url;
  const separator = plan.url.includes("?") ? "&" : "?";
  return credential.use(
    (text) => `${plan.url}${separator}${encodeURIComponent(secret.name)}=${encodeURIComponent(text)}`,
  );
}

function buildHeaders(plan: RequestPlan, credential: Credential | undefined): Record<string, string> {
  const headers: Record<string, string> = { accept: "application/json", ...plan.headers };
  if (plan.body !== undefined) headers["content-type"] = "application/json";
  const { secret } = plan;
  if (secret?.in === "header" && credential !== undefined)
    headers[secret.name] = credential.use((text) => secret.prefix + text);
  return headers;
}

/** The message of an answer, for a person: short, printable, and without the secret should the vendor echo it. */
function vendorText(value: unknown, credential: Credential | undefined): string | undefined {
  if (typeof value !== "string" || value === "") return undefined;
  const scrubbed = credential === undefined ? value : credential.scrub(value);
  // A vendor may echo the token that it was sent.
  return scrubbed
    .replaceAll(/[\w-]+\.[\w-]+\.[\w-]+/g, "[token]")
    .replaceAll(/[^\x20-\x7e]/g, "?")
    .slice(0, 200);
}

function rejected(
  plan: RequestPlan,
  answer: AnswerLike,
  text: string,
  credential: Credential | undefined,
): RoompassError {
  const { value } = scanJson(text);
  const body = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  const vendorCode = vendorText(body["error"] ?? body["code"] ?? body["eventCode"], credential);
  const vendorMessage = vendorText(body["message"] ?? body["info"], credential);
  const details = {
    vendor: plan.vendor,
    status: answer.status,
    ...(vendorCode === undefined ? {} : { vendorCode }),
    ...(vendorMessage === undefined ? {} : { vendorMessage }),
  };
  if (answer.status === 429) {
    const seconds = Number(answer.headers.get("retry-after") ?? Number.NaN);
    return new RoompassError("request.rate-limited", `${plan.vendor} answered 429: too many requests.`, {
      details: { ...details, ...(Number.isFinite(seconds) && seconds >= 0 ? { retryAfterSeconds: seconds } : {}) },
    });
  }
  return new RoompassError("request.rejected", `${plan.vendor} answered ${answer.status}.`, { details });
}

/**
 * Sends a planned request. Redirects are an error, the answer is read up to a limit and parsed strictly.
 *
 * @throws RoompassError `request.failed`, `request.timeout`, `request.rejected`, `request.rate-limited` or
 *   `request.bad-answer`. None has a cause: platform errors put the whole URL, and with it the secret, into themselves.
 */
export async function executePlan(plan: RequestPlan, options: ExecuteOptions): Promise<Answer> {
  const { credential, timeoutMilliseconds = 8000, maxAnswerBytes = 65536 } = options;
  const send = options.fetch ?? platform.fetch();
  const details = { vendor: plan.vendor };
  if (send === undefined) {
    throw new RoompassError("provider.settings", "This platform has no `fetch`.", {
      path: "fetch",
      cure: "Pass one in the provider's settings.",
    });
  }
  const abort = platform.abortController();
  let timedOut = false;
  const timer = platform.setTimeout(() => {
    timedOut = true;
    abort.abort();
  }, timeoutMilliseconds);
  let answer: AnswerLike;
  let text: string | undefined;
  try {
    answer = await send(buildUrl(plan, credential), {
      method: plan.method,
      headers: buildHeaders(plan, credential),
      ...(plan.body === undefined ? {} : { body: JSON.stringify(plan.body) }),
      redirect: "error",
      signal: abort.signal as never,
    });
    text = await readAnswerText(answer, maxAnswerBytes);
  } catch {
    if (timedOut)
      throw new RoompassError("request.timeout", `${plan.vendor} did not answer in ${timeoutMilliseconds} ms.`, {
        details,
      });
    throw new RoompassError("request.failed", `${plan.vendor} could not be reached, broke off, or redirected.`, {
      details,
    });
  } finally {
    platform.clearTimeout(timer);
  }
  if (text === undefined)
    throw new RoompassError("request.bad-answer", `${plan.vendor}'s answer is longer than ${maxAnswerBytes} bytes.`, {
      details,
    });
  if (!(answer.status >= 200 && answer.status < 300)) throw rejected(plan, answer, text, credential);
  const { value, violations } = scanJson(text);
  if (violations.length > 0 || typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new RoompassError("request.bad-answer", `${plan.vendor}'s answer is not a JSON object.`, { details });
  }
  return { status: answer.status, body: value as Record<string, unknown> };
}
