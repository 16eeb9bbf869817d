/** What is used of an answer; `Response` of every platform has it. */
export interface AnswerLike {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body?: unknown;
  text(): Promise<string>;
}

/** What is used of `fetch`; `globalThis.fetch` of every platform fits. */
export type FetchLike = (
  url: string,
  init: {
    readonly method: string;
    readonly headers: Record<string, string>;
    readonly body?: string;
    readonly redirect: "error";
    // The platform's AbortSignal, which this package does not name so that it needs no platform types.
    readonly signal: never;
  },
) => Promise<AnswerLike>;
