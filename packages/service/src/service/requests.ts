import type { RouteName } from "../contract/metrics.js";
import type { ServiceAnswer } from "../contract/token-service.js";
import { problemOf } from "../errors/problem.js";
import { ServiceError } from "../errors/service-error.js";
import { corsHeaders } from "../http/cors.js";
import { dataHeaders } from "../http/security-headers.js";
import type { Answer } from "./call.js";
import type { ServiceContext } from "./context.js";

/** What every answer of one request needs, whatever becomes of it. */
export interface RequestFrame {
  readonly context: ServiceContext;
  readonly requestId: string;
  readonly method: string;
  readonly origin: string | undefined;
  readonly startedAt: number;
  route: RouteName;
  /** Headers that are known before the answer: what is left of a limit. */
  headers: Readonly<Record<string, string>>;
}

const countedMethods: ReadonlySet<string> = new Set(["GET", "HEAD", "POST", "OPTIONS"]);

function count(frame: RequestFrame, status: number): void {
  const { context, route } = frame;
  const method = countedMethods.has(frame.method) ? frame.method : "other";
  context.metrics.count("requests", { route, method, status: String(status) });
  context.metrics.duration("request", { route }, (context.monotonicMilliseconds() - frame.startedAt) / 1000);
}

/** An answer as it is sent: with the headers that all have, without a body where the method wants none. */
export function finish(frame: RequestFrame, answer: Answer): ServiceAnswer {
  const { context, requestId, origin, headers } = frame;
  const body = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
  count(frame, answer.status);
  return {
    status: answer.status,
    headers: {
      ...dataHeaders,
      ...(body === "" ? {} : { "content-type": answer.contentType ?? "application/json" }),
      "x-request-id": requestId,
      ...corsHeaders(origin, context.origins),
      ...headers,
      ...answer.headers,
    },
    body: frame.method === "HEAD" ? "" : body,
  };
}

/** Whatever was thrown, as an answer. A bug is told to the operator, and to nobody else. */
export function fail(frame: RequestFrame, error: unknown): ServiceAnswer {
  const { context, requestId } = frame;
  const { problem, headers, unexpected } = problemOf(error, { errorsUrl: context.errorsUrl, requestId });
  const cause = error instanceof Error ? error.cause : undefined;
  // Being busy, and a vendor's bad day, are counted; what has a cause here needs somebody to look at it.
  if (unexpected || (error instanceof ServiceError && cause !== undefined)) report(frame, cause ?? error);
  return finish(frame, {
    status: problem.status,
    body: problem,
    contentType: "application/problem+json",
    headers,
  });
}

function report({ context, requestId }: RequestFrame, error: unknown): void {
  try {
    context.onError(error, requestId);
  } catch {
    // Who listens to bugs has bugs of their own to find.
  }
}
