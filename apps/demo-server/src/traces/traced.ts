import type { FetchLike } from "@roompass/core/kit";
import type { AnyProvider } from "@roompass/service";
import { inSpan, SpanKind } from "./tracing.js";

/** R25: a span for each token that is made. Of what it is for, nothing but the vendor. */
export function traceProvider(vendor: string, provider: AnyProvider): AnyProvider {
  const attributes = { "roompass.vendor": vendor, "roompass.method": provider.method };
  return Object.freeze({
    ...provider,
    issue: (input: Parameters<AnyProvider["issue"]>[0]) =>
      inSpan("mint", SpanKind.INTERNAL, attributes, () => provider.issue(input)),
  });
}

/** R25: a span for each request to a vendor, each attempt. The address has a key in it, and is not mentioned. */
export function traceFetch(vendor: string, fetch: FetchLike): FetchLike {
  return (url, init) => {
    const attributes = { "roompass.vendor": vendor, "http.request.method": init.method };
    return inSpan(`request ${vendor}`, SpanKind.CLIENT, attributes, async (span) => {
      const answer = await fetch(url, init);
      span.setAttribute("http.response.status_code", answer.status);
      return answer;
    });
  };
}
