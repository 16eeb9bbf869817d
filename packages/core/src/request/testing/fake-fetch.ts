import type { AnswerLike, FetchLike } from "../fetch-like.js";
import type { RequestPlan } from "../request-plan.js";

export const plan: RequestPlan = { vendor: "toy", method: "POST", url: "https://api.example/v1/tokens", headers: {} };

export interface Call {
  readonly url: string;
  readonly init: Parameters<FetchLike>[1];
}

/** A fetch that sends nothing, answers as it is told, and remembers how it was called. */
export function fakeFetch(answer: (call: Call) => AnswerLike | Promise<AnswerLike>): {
  readonly fetch: FetchLike;
  readonly calls: readonly Call[];
} {
  const calls: Call[] = [];
  const fetch: FetchLike = async (url, init) => {
    const call = { url, init };
    calls.push(call);
    return answer(call);
  };
  return { fetch, calls };
}

/** An answer of a platform whose answers are no streams. */
export function textAnswer(text: string, status = 200, headers: Readonly<Record<string, string>> = {}): AnswerLike {
  return { status, headers: { get: (name) => headers[name] ?? null }, text: async () => text };
}

export const never = <Value>(): Promise<Value> => new Promise<Value>(() => undefined);
