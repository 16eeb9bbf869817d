import { afterEach, describe, expect, it, vi } from "vitest";
import { errorOf, outcomeOf } from "../errors/testing/error-of.js";
import { Credential } from "./credential.js";
import { type ExecuteOptions, executePlan } from "./execute-plan.js";
import type { AnswerLike } from "./fetch-like.js";
import type { RequestPlan } from "./request-plan.js";
import { type Call, fakeFetch, never, plan, textAnswer } from "./testing/fake-fetch.js";

const text = "TEST-ONLY key&secret";
const credential = new Credential(text, "apiKey");

async function sent(change: Partial<RequestPlan>, options: Partial<ExecuteOptions> = {}): Promise<Call> {
  const { fetch, calls } = fakeFetch(() => textAnswer("{}"));
  await executePlan({ ...plan, ...change }, { credential, fetch, ...options });
  expect(calls).toHaveLength(1);
  return calls[0] as Call;
}

const outcome = (answer: AnswerLike | (() => Promise<AnswerLike>), options: Partial<ExecuteOptions> = {}) =>
  outcomeOf(() =>
    executePlan(plan, { fetch: fakeFetch(typeof answer === "function" ? answer : () => answer).fetch, ...options }),
  );

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("what is sent", () => {
  it("is the plan, asks for JSON, and follows no redirect", async () => {
    const { url, init } = await sent({ headers: { "x-request": "1" }, body: { room: "standup" } });
    expect(url).toBe(plan.url);
    expect(init).toMatchObject({ method: "POST", redirect: "error", body: '{"room":"standup"}' });
    expect(init.headers).toEqual({
      accept: "application/json",
      "content-type": "application/json",
      "x-request": "1",
    });
  });

  it("has no body and no type of one where the plan has none", async () => {
    const { init } = await sent({ method: "GET" });
    expect(init).not.toHaveProperty("body");
    expect(init.headers).toEqual({ accept: "application/json" });
  });

  it.each([null, false, 0, "", []])("has a body that is %j where the plan says so", async (body) => {
    expect((await sent({ body })).init.body).toBe(JSON.stringify(body));
  });

  it("has the secret in the header that the plan names, and nowhere else", async () => {
    const secret = { in: "header", name: "authorization", prefix: "Bearer " } as const;
    const { url, init } = await sent({ secret, body: { room: "standup" } });
    expect(init.headers["authorization"]).toBe(`Bearer ${text}`);
    const { authorization: _authorization, ...others } = init.headers;
    expect(JSON.stringify([url, others, init.body])).not.toContain("TEST-ONLY");
  });

  it.each([
    [plan.url, `${plan.url}?secretKey=TEST-ONLY%20key%26secret`],
    [`${plan.url}?a=1`, `${plan.url}?a=1&secretKey=TEST-ONLY%20key%26secret`],
  ])("has the secret in the query of %s, and nowhere else", async (url, expected) => {
    const call = await sent({ url, secret: { in: "query", name: "secretKey" }, body: {} });
    expect(call.url).toBe(expected);
    expect(JSON.stringify([call.init.headers, call.init.body])).not.toContain("TEST-ONLY");
  });

  it("has no secret where the plan names no place for it", async () => {
    expect(JSON.stringify(await sent({ body: {} }))).not.toContain("TEST-ONLY");
  });

  it("leaves the plan as it was", async () => {
    const frozen = Object.freeze({ ...plan, headers: Object.freeze({}), body: Object.freeze({ a: 1 }) });
    await sent({ ...frozen, secret: Object.freeze({ in: "header", name: "x", prefix: "" }) });
    expect(frozen).toEqual({ ...plan, headers: {}, body: { a: 1 } });
  });
});

describe("what is not sent at all", () => {
  const refusal = async (change: Partial<RequestPlan>, options: Partial<ExecuteOptions> = {}): Promise<string> => {
    const { fetch, calls } = fakeFetch(() => textAnswer("{}"));
    const said = await outcomeOf(() => executePlan({ ...plan, ...change }, { fetch, ...options }));
    expect(calls).toHaveLength(0);
    return said;
  };

  it("is a request that needs a secret which is not there", async () => {
    expect(await refusal({ secret: { in: "query", name: "k" } })).toBe("key.empty credential");
    expect(await refusal({ secret: { in: "header", name: "k", prefix: "" } })).toBe("key.empty credential");
  });

  it.each(["", "api.example", "https://", "https://a b", "//api.example/", "https://[::1", "https://api.example:x/"])(
    "is a request to %j",
    async (url) => {
      expect(await refusal({ url })).toBe("provider.settings url");
    },
  );

  it.each(["http://api.example/", "http://127.0.0.1.example/", "http://localhost.example/", "http://10.0.0.1/"])(
    "is a request that would not be encrypted: %s",
    async (url) => {
      expect(await refusal({ url })).toBe("provider.settings url");
    },
  );

  it.each(["ftp://localhost/", "file:///etc/hosts", "data:,{}", "javascript:0"])("is %s", async (url) => {
    expect(await refusal({ url })).toBe("provider.settings url");
  });

  it.each(["http://localhost:1/", "http://127.0.0.1:1/", "http://[::1]:1/", "https://api.example/"])(
    "is not %s",
    async (url) => {
      expect((await sent({ url })).url).toBe(url);
    },
  );

  it("is said without the address", async () => {
    const error = await errorOf(() => executePlan({ ...plan, url: "https://TEST-ONLY key" }, {}));
    expect(JSON.stringify(error)).not.toContain("TEST-ONLY");
    expect(error.cause).toBeUndefined();
  });

  it.each(["timeoutMilliseconds", "maxAnswerBytes"])("is anything with a `%s` that makes no sense", async (name) => {
    for (const value of [0, "", false, null, Number.NaN, -1, "100", true, Number.POSITIVE_INFINITY, 2 ** 60, {}])
      expect(await refusal({}, { [name]: value })).toBe(`provider.settings ${name}`);
  });

  it("is anything through a `fetch` that is none", async () => {
    for (const value of [0, "", false, null, Number.NaN, {}, "fetch"])
      expect(await refusal({}, { fetch: value as never })).toBe("provider.settings fetch");
  });
});

describe("the platform's own fetch", () => {
  it("is used where none is given", async () => {
    const { fetch, calls } = fakeFetch(() => textAnswer('{"a":1}'));
    vi.stubGlobal("fetch", fetch);
    expect((await executePlan(plan, { fetch: undefined })).body["a"]).toBe(1);
    expect(calls).toHaveLength(1);
  });

  it("may be missing", async () => {
    vi.stubGlobal("fetch", undefined);
    expect(await outcomeOf(() => executePlan(plan, {}))).toBe("provider.settings fetch");
  });
});

describe("an answer", () => {
  it("is its status and its members", async () => {
    const { fetch } = fakeFetch(() => textAnswer('{"token":"t","nested":{"a":[1,0.5,null]}}', 201));
    const answer = await executePlan(plan, { fetch });
    expect(answer.status).toBe(201);
    expect(JSON.parse(JSON.stringify(answer.body))).toEqual({ token: "t", nested: { a: [1, 0.5, null] } });
  });

  it.each(["", " ", "null", "true", "1", '"token"', "[]", '[{"token":1}]', "<html>", "{", "{}x", '{"a":1,"a":2}'])(
    "that is %j is a bad one",
    async (said) => {
      expect(await outcome(textAnswer(said))).toBe("request.bad-answer");
    },
  );

  it.each(['{"__proto__":{}}', '{"a":1e999}', '\ufeff{"a":1}', `{"a":${"[".repeat(20)}${"]".repeat(20)}}`])(
    "that readers might take differently is a bad one (%#)",
    async (said) => {
      expect(await outcome(textAnswer(said))).toBe("request.bad-answer");
    },
  );

  it("is measured in bytes", async () => {
    expect(await outcome(textAnswer('{"a":"ä"}'), { maxAnswerBytes: 10 })).toBe("ok");
    expect(await outcome(textAnswer('{"a":"ä"}'), { maxAnswerBytes: 9 })).toBe("request.bad-answer");
    expect(await outcome(textAnswer(`{"a":"${"x".repeat(65_530)}"}`))).toBe("request.bad-answer");
  });

  it("is a rejection with every status but 2xx, however good its text", async () => {
    for (const status of [0, 100, 199, 300, 301, 302, 304, 307, 400, 401, 404, 500, 503, 600, Number.NaN])
      expect(await outcome(textAnswer('{"token":"t"}', status))).toBe("request.rejected");
    for (const status of [200, 201, 299]) expect(await outcome(textAnswer("{}", status))).toBe("ok");
  });
});

describe("the time", () => {
  const late = async (options: Partial<ExecuteOptions>, answer: () => Promise<AnswerLike>): Promise<string> => {
    vi.useFakeTimers();
    const running = outcome(answer, options);
    await vi.advanceTimersByTimeAsync((options.timeoutMilliseconds ?? 8000) - 1);
    expect(await Promise.race([running, Promise.resolve("still waiting")])).toBe("still waiting");
    await vi.advanceTimersByTimeAsync(1);
    return running;
  };

  it("runs out after eight seconds, or when the caller says", async () => {
    expect(await late({}, never)).toBe("request.timeout");
    expect(await late({ timeoutMilliseconds: 20 }, never)).toBe("request.timeout");
  });

  it("counts the body, too, also where nobody listens to being aborted", async () => {
    const silent = { ...textAnswer("{}"), text: () => never<string>() };
    expect(await late({ timeoutMilliseconds: 20 }, async () => silent)).toBe("request.timeout");
    const body = { getReader: () => ({ read: () => never(), cancel: () => never() }) };
    expect(await late({ timeoutMilliseconds: 20 }, async () => ({ ...silent, body }))).toBe("request.timeout");
  });

  it("aborts what is under way", async () => {
    let signal: AbortSignal | undefined;
    const { fetch } = fakeFetch(({ init }) => {
      signal = init.signal;
      return never();
    });
    vi.useFakeTimers();
    const running = errorOf(() => executePlan(plan, { fetch, timeoutMilliseconds: 20 }));
    await vi.advanceTimersByTimeAsync(20);
    expect((await running).message).toBe("toy did not answer in 20 ms.");
    expect(signal?.aborted).toBe(true);
  });

  it("is no matter once there is an answer: no timer is left behind", async () => {
    vi.useFakeTimers();
    expect(await outcome(textAnswer("{}"))).toBe("ok");
    expect(await outcome(textAnswer("{}", 500))).toBe("request.rejected");
    expect(await outcome(() => Promise.reject(new Error("down")))).toBe("request.failed");
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("an answer that comes in pieces", () => {
  const streamed = (...chunks: readonly (Uint8Array | string | undefined)[]) => {
    const queue = [...chunks];
    const cancel = vi.fn(async () => undefined);
    const read = async () => {
      const value = queue.shift();
      return queue.length === 0 && value === undefined
        ? { done: true }
        : { done: false, value: typeof value === "string" ? Buffer.from(value) : value };
    };
    const answer = { ...textAnswer("not read"), body: { getReader: () => ({ read, cancel }) } };
    return { answer: answer as AnswerLike, cancel };
  };

  it("is put together, also inside a character", async () => {
    const bytes = Buffer.from('{"a":"ä"}');
    const { answer } = streamed(bytes.subarray(0, 7), undefined, bytes.subarray(7), undefined);
    const { fetch } = fakeFetch(() => answer);
    expect((await executePlan(plan, { fetch })).body["a"]).toBe("ä");
  });

  it("is read no further than the limit", async () => {
    const { answer, cancel } = streamed("x".repeat(40), "x".repeat(40), "x".repeat(40), undefined);
    expect(await outcome(answer, { maxAnswerBytes: 60 })).toBe("request.bad-answer");
    expect(cancel).toHaveBeenCalledTimes(1);
    const stubborn = streamed("x".repeat(40), undefined);
    stubborn.cancel.mockRejectedValue(new Error("no"));
    expect(await outcome(stubborn.answer, { maxAnswerBytes: 10 })).toBe("request.bad-answer");
  });

  it("may be exactly as long as the limit", async () => {
    const pieces = ['{"a":', '"12"}', undefined] as const;
    expect(await outcome(streamed(...pieces).answer, { maxAnswerBytes: 10 })).toBe("ok");
    expect(await outcome(streamed(...pieces).answer, { maxAnswerBytes: 9 })).toBe("request.bad-answer");
  });

  it("is a bad one when it is not UTF-8", async () => {
    const { answer } = streamed(new Uint8Array([0x7b, 0xff, 0x7d]), undefined);
    expect(await outcome(answer)).toBe("request.bad-answer");
  });
});
