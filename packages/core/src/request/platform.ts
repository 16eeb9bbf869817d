import type { FetchLike } from "./fetch-like.js";

interface AbortControllerLike {
  readonly signal: unknown;
  abort(): void;
}

interface Platform {
  readonly fetch?: FetchLike;
  readonly AbortController: new () => AbortControllerLike;
  readonly setTimeout: (callback: () => void, milliseconds: number) => unknown;
  readonly clearTimeout: (timer: never) => void;
}

const globals = globalThis as unknown as Platform;

/** The few things that requests need of the platform; the same on Node, browsers and workers. Looked up when used. */
export const platform = {
  fetch: (): FetchLike | undefined => globals.fetch,
  abortController: (): AbortControllerLike => new globals.AbortController(),
  setTimeout: (callback: () => void, milliseconds: number): unknown => globals.setTimeout(callback, milliseconds),
  clearTimeout: (timer: unknown): void => globals.clearTimeout(timer as never),
} as const;
