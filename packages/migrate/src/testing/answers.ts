import type { createDaily } from "@roompass/daily";

type Fetch = NonNullable<NonNullable<Parameters<typeof createDaily>[0]>["fetch"]>;

/** A vendor that answers with these statuses and bodies, one after the other, and the last one for ever. */
export function answering(...answers: readonly (readonly [status: number, body: unknown, retryAfter?: string])[]): {
  readonly fetch: Fetch;
  readonly urls: string[];
} {
  const urls: string[] = [];
  const fetch: Fetch = async (url) => {
    const [status, body, retryAfter] = answers[Math.min(urls.length, answers.length - 1)]!;
    urls.push(url);
    return {
      status,
      headers: { get: (name) => (name.toLowerCase() === "retry-after" ? (retryAfter ?? null) : null) },
      text: async () => JSON.stringify(body),
    };
  };
  return { fetch, urls };
}
