import type { ServiceMetrics } from "../contract/metrics.js";

/** Counting must not break what is counted. */
export function safeMetrics(metrics: ServiceMetrics | undefined): ServiceMetrics {
  const guarded = (call: () => void): void => {
    try {
      call();
    } catch {
      // Whoever counts has bugs of their own to find.
    }
  };
  if (metrics === undefined) return { count: () => undefined, duration: () => undefined, gauge: () => undefined };
  return {
    count: (name, labels) => guarded(() => metrics.count(name, labels)),
    duration: (name, labels, seconds) => guarded(() => metrics.duration(name, labels, seconds)),
    gauge: (name, value) => guarded(() => metrics.gauge(name, value)),
  };
}
