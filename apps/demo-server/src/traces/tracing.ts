import { type Span, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";

/** Nothing is recorded unless the program that embeds the server, or a `--import`, has registered an SDK. */
const tracer = trace.getTracer("roompass-demo-server");

/** Attributes are of few values each: never a target with its query, a room, a participant, a key or a token. */
export type SpanAttributes = Readonly<Record<string, string | number | boolean>>;

/** Runs something within a span. An error is recorded by its kind only; its message may be somebody else's. */
export function inSpan<Result>(
  name: string,
  kind: SpanKind,
  attributes: SpanAttributes,
  work: (span: Span) => Promise<Result>,
): Promise<Result> {
  return tracer.startActiveSpan(name, { kind, attributes: { ...attributes } }, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      span.setAttribute("error.type", error instanceof Error ? error.name : "unknown");
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}

export { SpanKind };
