import { RoompassError } from "../errors/roompass-error.js";
import { defaultMaxBytes, scanJson } from "../jws/index.js";
import type { Credential } from "./credential.js";
import type { AnswerLike } from "./fetch-like.js";
import { redactPieces } from "./redact-pieces.js";
import type { RequestPlan } from "./request-plan.js";

/** Looked at and shown, in characters. What is looked at is longer, so that no secret is cut where it could be found. */
const longestRead = 2000;
const longestShown = 200;
/** A header is an object, so that its base64url begins like this. */
const tokenStart = /^e[w-z0-9_-]/;
/** No request sends more than one; a few more are looked at in case words look alike. */
const mostTokens = 4;

/** The tokens that a request sends along: a vendor may echo the one that it was asked about. */
function sentTokens(plan: RequestPlan): readonly string[] {
  // Cut into words first: a pattern that looks for tokens in a text that guests can write takes time squared.
  return JSON.stringify([plan.url, plan.headers, plan.body])
    .split(/[^\w.-]/)
    .filter((word) => word.length > 16 && word.length <= defaultMaxBytes && tokenStart.test(word) && word.includes("."))
    .slice(0, mostTokens);
}

/** What a vendor writes, for a person: short, printable, without the secret and without tokens should it echo them. */
function vendorText(value: unknown, plan: RequestPlan, credential: Credential | undefined): string | undefined {
  if (typeof value !== "string" || value === "") return undefined;
  const read = value.slice(0, longestRead);
  const scrubbed = credential === undefined ? read : credential.scrub(read);
  return redactPieces(scrubbed, sentTokens(plan), "[token]")
    .replaceAll(/[\w-]+\.[\w-]+\.[\w-]+|eyJ[\w-]{5,}/g, "[token]")
    .replaceAll(/[^\x20-\x7e]/g, "?")
    .slice(0, longestShown);
}

/** Whole seconds; the other form of the header, a date, would need the clock that is not trusted here. */
function retryAfterSeconds(answer: AnswerLike): number | undefined {
  const text = answer.headers.get("retry-after")?.trim() ?? "";
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** The error for an answer whose status is not 2xx. Nothing that it says is taken for more than a text. */
export function rejection(
  plan: RequestPlan,
  answer: AnswerLike,
  text: string,
  credential: Credential | undefined,
): RoompassError {
  const { value } = scanJson(text);
  const body = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  const firstText = (...names: readonly string[]): string | undefined =>
    names.map((name) => vendorText(body[name], plan, credential)).find((said) => said !== undefined);
  const vendorCode = firstText("error", "code", "eventCode");
  const vendorMessage = firstText("message", "info");
  const details = {
    vendor: plan.vendor,
    status: answer.status,
    ...(vendorCode === undefined ? {} : { vendorCode }),
    ...(vendorMessage === undefined ? {} : { vendorMessage }),
  };
  if (answer.status !== 429) {
    return new RoompassError("request.rejected", `${plan.vendor} answered ${answer.status}.`, { details });
  }
  const seconds = retryAfterSeconds(answer);
  return new RoompassError("request.rate-limited", `${plan.vendor} answered 429: too many requests.`, {
    details: { ...details, ...(seconds === undefined ? {} : { retryAfterSeconds: seconds }) },
  });
}
