import type { FetchLike } from "@roompass/core/kit";
import type { ServiceMetrics } from "../contract/metrics.js";
import { safeMetrics } from "../service/safe-metrics.js";
import { attempt, type ReadAnswer } from "./attempt.js";
import { Breaker, type BreakerSettings } from "./breaker.js";
import { type AllowedHosts, mayCall } from "./check-address.js";
import { retryDelay } from "./retry-delay.js";
import { UpstreamError, wasNotSent } from "./upstream-error.js";

/** Which hosts may be called, and how long and how often. */
export interface GuardedFetchSettings {
  /** What metrics call it: the provider's full name. */
  readonly name: string;
  /** Hosts that may be called, to the letter, or `.metered.live` for exactly one label in front of it. */
  readonly hosts: AllowedHosts;
  /** Allows this machine, by plain http and on any port: for emulators. Default false. */
  readonly allowLoopback?: boolean;
  /** Default `globalThis.fetch`. */
  readonly fetch?: FetchLike;
  /** Until an answer begins, connecting included, in milliseconds. Default 5000. */
  readonly headersMilliseconds?: number;
  /** For everything, repetitions and their waits included, in milliseconds. Default 8000. */
  readonly totalMilliseconds?: number;
  /** Default 65536. */
  readonly maxAnswerBytes?: number;
  /** How often a request is sent again that surely did nothing. Default 2. */
  readonly retries?: number;
  /** One for each `createGuardedFetch`, so that one account's trouble is not another's. */
  readonly breaker?: BreakerSettings;
  /** Told of every call and of the breaker. Default: nobody counts. */
  readonly metrics?: ServiceMetrics;
  /** 0 up to 1. Default `Math.random`. */
  readonly random?: () => number;
  /** Waits, in milliseconds. Default a timer. */
  readonly sleep?: (milliseconds: number) => Promise<void>;
  /** Milliseconds that never go backwards. Default `performance.now`. */
  readonly monotonicMilliseconds?: () => number;
}

/** Says by itself that nothing was done. */
const isTooBusy = (status: number): boolean => status === 429 || status === 503;

/** Says that the vendor is not well. Its refusals are about the request. */
const isFailure = (status: number): boolean => status >= 500;

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * A `fetch` for providers that mint and verify by request: to known hosts only, within a time, without redirects, with an
 * answer of bounded size. Sends again only what surely did nothing: when no connection came about, and after 429 and 503,
 * with the wait that the vendor asks for. Stops for a while after several failures in a row.
 *
 * What it throws holds a code of a closed list, never an address. `connect` timeouts are the platform's matter; what it does
 * not limit is limited by `headersMilliseconds`.
 */
export function createGuardedFetch(settings: GuardedFetchSettings): FetchLike {
  const { name, hosts, allowLoopback = false, headersMilliseconds = 5000, totalMilliseconds = 8000 } = settings;
  const { maxAnswerBytes = 65_536, retries = 2, random = Math.random, sleep = wait } = settings;
  const now = settings.monotonicMilliseconds ?? (() => performance.now());
  const metrics = safeMetrics(settings.metrics);
  const breaker = new Breaker(settings.breaker ?? {}, now);
  const send: FetchLike = settings.fetch ?? ((url, init) => globalThis.fetch(url, init) as ReturnType<FetchLike>);

  type Outcome = { readonly answer: ReadAnswer } | { readonly error: UpstreamError };

  async function once(url: string, init: Parameters<FetchLike>[1], left: number): Promise<Outcome> {
    if (!breaker.enter()) {
      metrics.count("upstream", { name, outcome: "open" });
      return { error: new UpstreamError("open") };
    }
    const startedAt = now();
    const limits = {
      headersMilliseconds: Math.min(headersMilliseconds, left),
      totalMilliseconds: left,
      maxAnswerBytes,
    };
    let outcome: Outcome;
    try {
      outcome = { answer: await attempt(send, url, init, limits) };
    } catch (error) {
      outcome = { error: error as UpstreamError };
    }
    metrics.duration("upstream", { name }, (now() - startedAt) / 1000);
    const word = "answer" in outcome ? String(outcome.answer.status) : outcome.error.code;
    metrics.count("upstream", { name, outcome: word });
    if ("answer" in outcome && !isFailure(outcome.answer.status)) breaker.succeeded();
    else breaker.failed();
    return outcome;
  }

  /** Whether it is worth sending again, and after how long. */
  function waitBefore(tried: number, outcome: Outcome, left: number): number | undefined {
    const mayRepeat = "answer" in outcome ? isTooBusy(outcome.answer.status) : wasNotSent(outcome.error);
    if (!mayRepeat || tried >= retries) return undefined;
    const delay = retryDelay(tried, "answer" in outcome ? outcome.answer : undefined, random());
    // There has to be time for an answer, too.
    return delay < left / 2 ? delay : undefined;
  }

  return async (url, init) => {
    if (!mayCall(url, hosts, allowLoopback)) {
      metrics.count("upstream", { name, outcome: "refused" });
      throw new UpstreamError("refused");
    }
    const endsAt = now() + totalMilliseconds;
    for (let tried = 0; ; tried += 1) {
      const outcome = await once(url, init, endsAt - now());
      const delay = waitBefore(tried, outcome, endsAt - now());
      if (delay !== undefined) {
        await sleep(delay);
        continue;
      }
      if ("error" in outcome) throw outcome.error;
      const { status, headers, body } = outcome.answer;
      return { status, headers, text: async () => body };
    }
  };
}
