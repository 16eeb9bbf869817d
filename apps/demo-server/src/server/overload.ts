import type { TokenService } from "@roompass/service";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { ServerMetrics, ShedReason } from "../metrics/service-metrics.js";
import { sendAnswer } from "./answer-service.js";
import type { OpenRequests } from "./open-requests.js";
import type { DoorLimits } from "./server-parts.js";
import { TurnClock } from "./turn-clock.js";

/** Asked by whoever decides whether this process lives; they cost nothing, and are told apart by their path alone. */
const alwaysAnswered: ReadonlySet<string> = new Set(["/livez", "/readyz"]);

export interface GuardParts {
  readonly service: TokenService;
  readonly metrics: ServerMetrics;
  readonly limits: DoorLimits;
  readonly open: OpenRequests;
}

/** R28: turns requests away, unread and at once, when they would not be answered in time. */
export function guardAgainstOverload(server: FastifyInstance, parts: GuardParts): void {
  const { service, metrics, limits, open } = parts;
  const turn = new TurnClock();

  function reasonToShed(request: FastifyRequest): ShedReason | undefined {
    const { elapsed } = turn;
    if (alwaysAnswered.has(request.raw.url ?? "")) return undefined;
    if (open.count > limits.openRequests) return "concurrency";
    return elapsed > limits.eventLoopDelayMilliseconds ? "event-loop" : undefined;
  }

  server.addHook("onRequest", (request, reply, done) => {
    open.begin();
    reply.raw.once("close", () => open.end());
    const reason = reasonToShed(request);
    if (reason === undefined) {
      done();
      return;
    }
    metrics.shed(reason);
    sendAnswer(request, reply, service.problem("http.overloaded", { requestId: request.id }));
  });
}
