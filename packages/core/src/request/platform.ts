import type { FetchLike } from "./fetch-like.js";

interface AbortControllerLike {
  readonly signal: unknown;
  abort(): void;
}

interface UrlLike {
  readonly protocol: string;
  readonly hostname: string;
}

interface Platform {
  readonly fetch?: FetchLike;
  readonly AbortController: new () => AbortControllerLike;
  readonly URL: new (text: string) => UrlLike;
  readonly setTimeout: (callback: () => void, milliseconds: number) => unknown;
  readonly clearTimeout: (timer: never) => void;
}

const globals = globalThis as unknown as Platform;

function parseUrl(text: string): UrlLike | undefined {
  try {
    return new globals.URL(text);
  } catch {
    // The platform's error repeats the whole address.
    return undefined;
  }
}

/** The few things that requests need of the platform; the same on Node, browsers and workers. Looked up when used. */
export const platform = {
  fetch: (): FetchLike | undefined => globals.fetch,
  abortController: (): AbortControllerLike => new globals.AbortController(),
  parseUrl,
  setTimeout: (callback: () => void, milliseconds: number): unknown => globals.setTimeout(callback, milliseconds),
  clearTimeout: (timer: unknown): void => globals.clearTimeout(timer as never),
} as const;
