import { RoompassError } from "../errors/roompass-error.js";
import { scanJson } from "../jws/index.js";
import { type BuiltRequest, buildRequest } from "./build-request.js";
import type { Credential } from "./credential.js";
import { failureReason } from "./failure-reason.js";
import type { AnswerLike, FetchLike } from "./fetch-like.js";
import { platform } from "./platform.js";
import { readAnswerText } from "./read-answer.js";
import { rejection } from "./rejection.js";
import type { RequestPlan } from "./request-plan.js";

/** How a planned request is sent. */
export interface ExecuteOptions {
  /** The secret for the plan's `secret`; needed where the plan has one. */
  readonly credential?: Credential;
  /** Default `globalThis.fetch`. */
  readonly fetch?: FetchLike | undefined;
  /** Whole request, in milliseconds. Default 8000. */
  readonly timeoutMilliseconds?: number | undefined;
  /** Longest answer read, in bytes. Default 65536. */
  readonly maxAnswerBytes?: number | undefined;
}

/** A vendor's answer with a 2xx status. */
export interface VendorAnswer {
  /** The HTTP status, 200 to 299. */
  readonly status: number;
  /** The parsed JSON object. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** The longest time that every platform's timers can wait; beyond it they fire at once. */
const longestTimeout = 2_147_483_647;

/** Only `undefined` means the default; everything else is meant, and has to make sense. */
function positive(value: unknown, fallback: number, most: number, path: string): number {
  if (value === undefined) return fallback;
  if (typeof value === "number" && value > 0 && value <= most) return value;
  throw new RoompassError("provider.settings", `\`${path}\` is not a positive number.`, {
    path,
    cure: `Leave it out, or give a number up to ${most}.`,
  });
}

function readFetch(given: unknown): FetchLike {
  const send = given === undefined ? platform.fetch() : given;
  if (typeof send === "function") return send as FetchLike;
  throw new RoompassError("provider.settings", "There is no `fetch` to send the request with.", {
    path: "fetch",
    cure: "Pass a function in the provider's settings; where the platform has its own, leave it out.",
  });
}

interface Received {
  readonly answer: AnswerLike;
  /** Absent when it is longer than the limit. */
  readonly text: string | undefined;
}

/**
 * Sends and reads within the time. Ends then even if `send` or the answer's body pays no attention to being aborted.
 * What goes wrong comes with a reason from a closed list only: platform errors repeat the whole address.
 */
async function receive(
  request: BuiltRequest,
  plan: RequestPlan,
  limits: { readonly send: FetchLike; readonly milliseconds: number; readonly maxBytes: number },
): Promise<Received> {
  const abort = platform.abortController();
  const details = { vendor: plan.vendor };
  let timer: unknown;
  const late = new Promise<never>((_, reject) => {
    timer = platform.setTimeout(() => {
      const message = `${plan.vendor} did not answer in ${limits.milliseconds} ms.`;
      reject(new RoompassError("request.timeout", message, { details }));
      abort.abort();
    }, limits.milliseconds);
  });
  const exchange = async (): Promise<Received> => {
    try {
      const answer = await limits.send(request.url, {
        method: plan.method,
        headers: request.headers,
        ...(request.body === undefined ? {} : { body: request.body }),
        redirect: "error",
        signal: abort.signal as never,
      });
      return { answer, text: await readAnswerText(answer, limits.maxBytes) };
    } catch (error) {
      const reason = failureReason(error);
      const message = `${plan.vendor} could not be reached, broke off, or redirected`;
      throw new RoompassError("request.failed", reason === undefined ? `${message}.` : `${message}: ${reason.words}.`, {
        details: { ...details, ...(reason === undefined ? {} : { reason: reason.name }) },
      });
    }
  };
  try {
    return await Promise.race([late, exchange()]);
  } finally {
    platform.clearTimeout(timer);
  }
}

/**
 * Sends a planned request. Redirects are an error, the answer is read up to a limit and parsed strictly.
 *
 * @throws RoompassError `request.failed`, `request.timeout`, `request.rejected`, `request.rate-limited` or
 *   `request.bad-answer`; before anything is sent `provider.settings` or `key.empty`. None has a cause: platform errors
 *   put the whole URL, and with it the secret, into themselves.
 */
export async function executePlan(plan: RequestPlan, options: ExecuteOptions): Promise<VendorAnswer> {
  const { credential } = options;
  const maxBytes = positive(options.maxAnswerBytes, 65536, Number.MAX_SAFE_INTEGER, "maxAnswerBytes");
  const milliseconds = positive(options.timeoutMilliseconds, 8000, longestTimeout, "timeoutMilliseconds");
  const send = readFetch(options.fetch);
  const { answer, text } = await receive(buildRequest(plan, credential), plan, { send, milliseconds, maxBytes });
  const details = { vendor: plan.vendor };
  if (text === undefined) {
    throw new RoompassError("request.bad-answer", `${plan.vendor}'s answer is longer than ${maxBytes} bytes.`, {
      details,
    });
  }
  if (!(answer.status >= 200 && answer.status < 300)) throw rejection(plan, answer, text, credential);
  const { value, violations } = scanJson(text);
  if (violations.length > 0 || typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new RoompassError("request.bad-answer", `${plan.vendor}'s answer is not a JSON object.`, { details });
  }
  return { status: answer.status, body: value as Record<string, unknown> };
}
