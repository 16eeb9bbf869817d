import type { ServiceMetrics } from "@roompass/service";
import { Counter, collectDefaultMetrics, Gauge, Histogram, type Registry } from "prom-client";

const answerSeconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Why a request was turned away: too many open, or too late in a turn of the event loop. */
export type ShedReason = "concurrency" | "event-loop";

/** What the server itself counts, beside what the service does. */
export interface ServerMetrics extends ServiceMetrics {
  /** A request was turned away before the service saw it. */
  shed(reason: ShedReason): void;
}

/**
 * The service's events as Prometheus metrics. Every label has few values, whatever is asked for: routes are templates,
 * methods and codes are of lists, and nobody's room, name, key or address is one.
 */
export function createServiceMetrics(registry: Registry): ServerMetrics {
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const counters = {
    requests: new Counter({
      name: "roompass_requests_total",
      help: "Answers, by route, method and status.",
      labelNames: ["route", "method", "status"],
      registers,
    }),
    decisions: new Counter({
      name: "roompass_decisions_total",
      help: "Decisions, by operation, provider, decision and code.",
      labelNames: ["operation", "provider", "decision", "code"],
      registers,
    }),
    upstream: new Counter({
      name: "roompass_upstream_requests_total",
      help: "Requests to vendors, by provider and outcome.",
      labelNames: ["name", "outcome"],
      registers,
    }),
  };
  const durations = {
    request: new Histogram({
      name: "roompass_request_duration_seconds",
      help: "Time from a request's head to its answer, by route.",
      labelNames: ["route"],
      buckets: answerSeconds,
      registers,
    }),
    upstream: new Histogram({
      name: "roompass_upstream_duration_seconds",
      help: "Time of requests to vendors, by provider.",
      labelNames: ["name"],
      buckets: answerSeconds,
      registers,
    }),
  };
  const gauges = {
    running: new Gauge({ name: "roompass_requests_running", help: "Requests being worked on.", registers }),
    waiting: new Gauge({ name: "roompass_requests_waiting", help: "Requests waiting for a place.", registers }),
  };
  const shed = new Counter({
    name: "roompass_requests_shed_total",
    help: "Requests turned away unread, by reason.",
    labelNames: ["reason"],
    registers,
  });
  return {
    count: (name, labels) => (counters[name] as Counter<string>).inc({ ...labels, ...knownMethod(labels) }),
    duration: (name, labels, seconds) => (durations[name] as Histogram<string>).observe({ ...labels }, seconds),
    gauge: (name, value) => gauges[name].set(value),
    shed: (reason) => shed.inc({ reason }),
  };
}

const methods: ReadonlySet<string> = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** A method is a word of the client's choice. */
function knownMethod(labels: object): { readonly method?: string } {
  const method = "method" in labels ? labels.method : undefined;
  return method === undefined ? {} : { method: typeof method === "string" && methods.has(method) ? method : "other" };
}
