import { createDaily } from "@roompass/daily";
import { createDailyEmulator, createMeteredEmulator } from "@roompass/emulators";
import { createMetered } from "@roompass/metered";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createGuardedFetch, type GuardedFetchSettings } from "../index.js";

const now = 1_800_000_000;
const secretKey = "TEST-ONLY-metered-key-0123456789";
const grant = { room: "standup", participant: { id: "u_1" }, expiresIn: "15m", rights: { moderate: false } } as const;

type Send = NonNullable<GuardedFetchSettings["fetch"]>;

interface Bench {
  readonly calls: () => number;
  readonly waits: number[];
  readonly outcomes: string[];
  readonly issue: () => Promise<{ readonly code?: string; readonly token?: string; readonly reason?: unknown }>;
  readonly emulator: ReturnType<typeof createMeteredEmulator>;
  time: number;
}

/** Metered behind a guarded fetch, on a clock that only waiting moves. */
function makeBench(send?: Send, settings: Partial<GuardedFetchSettings> = {}): Bench {
  let calls = 0;
  const emulator = createMeteredEmulator({ appName: "my-app", secretKey, clock: () => now });
  const waits: number[] = [];
  const outcomes: string[] = [];
  const inner = send ?? (emulator.fetch as Send);
  const fetch = createGuardedFetch({
    name: "metered",
    hosts: [".metered.live"],
    fetch: (url, init) => {
      calls += 1;
      return inner(url, init);
    },
    random: () => 0.5,
    sleep: async (milliseconds) => {
      waits.push(milliseconds);
      bench.time += milliseconds;
    },
    monotonicMilliseconds: () => bench.time,
    metrics: {
      count: (_name, labels) => void outcomes.push((labels as { readonly outcome: string }).outcome),
      duration: () => undefined,
      gauge: () => undefined,
    },
    ...settings,
  });
  const provider = createMetered({ appName: "my-app", secretKey, clock: () => now, fetch });
  const bench: Bench = {
    calls: () => calls,
    waits,
    outcomes,
    emulator,
    time: 0,
    async issue() {
      try {
        return { token: (await provider.issue(grant)).token };
      } catch (error) {
        const { code, details } = error as { readonly code: string; readonly details?: { readonly reason?: unknown } };
        expect(JSON.stringify(error) + String(error) + String((error as Error).stack)).not.toContain(secretKey);
        return { code, reason: details?.reason };
      }
    },
  };
  return bench;
}

const failing = (code: string): Send => {
  return async () => {
    throw new TypeError("fetch failed", { cause: { code, message: `secretKey=${secretKey}` } });
  };
};

afterEach(() => {
  vi.useRealTimers();
});

describe("R15: a vendor's bad day", () => {
  it.each<[string, string, number]>([
    ["reset", "request.failed", 1],
    ["server-error", "request.rejected", 1],
    ["half-body", "request.failed", 1],
    ["huge-body", "request.bad-answer", 1],
    ["wrong-type", "request.bad-answer", 1],
    ["wider-token", "request.wider-than-asked", 1],
    ["other-room-token", "request.wider-than-asked", 1],
    ["rate-limit=1", "request.rate-limited", 3],
    ["rate-limit=60", "request.rate-limited", 1],
  ])(
    "%s ends in %s after %i request(s): nothing is repeated whose outcome is not known",
    async (fault, code, calls) => {
      const bench = makeBench();
      bench.emulator.setFaults([fault]);
      expect([(await bench.issue()).code, bench.calls()]).toEqual([code, calls]);
    },
  );

  it("a limit is waited out as the vendor says, and never by all in the same moment", async () => {
    const bench = makeBench();
    bench.emulator.setFaults(["rate-limit=1"], 2);
    expect((await bench.issue()).token).toBeDefined();
    expect(bench.waits).toEqual([1125, 1125]);
    expect(bench.outcomes).toEqual(["429", "429", "200"]);
  });

  it("503 is tried again, twice at most, with longer waits", async () => {
    const busy: Send = async () => new Response("", { status: 503 });
    const bench = makeBench(busy);
    expect([(await bench.issue()).code, bench.calls()]).toEqual(["request.rejected", 3]);
    expect(bench.waits).toEqual([100, 200]);
  });

  it.each(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "UND_ERR_CONNECT_TIMEOUT"])(
    "%s: no byte got through, so that it is tried again",
    async (code) => {
      const bench = makeBench(failing(code));
      expect([await bench.issue(), bench.calls()]).toEqual([{ code: "request.failed", reason: code }, 3]);
    },
  );

  it.each([
    "ECONNRESET",
    "EPIPE",
    "UND_ERR_SOCKET",
    "UND_ERR_HEADERS_TIMEOUT",
    "ERR_TLS_CERT_ALTNAME_INVALID",
    "whatever",
  ])("%s: something may have got through, so that it is not", async (code) => {
    const bench = makeBench(failing(code));
    expect([(await bench.issue()).code, bench.calls()]).toEqual(["request.failed", 1]);
  });

  it("no answer at all ends with the time for its head, and a drip with the time for all of it", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const silent: Send = () => new Promise(() => undefined);
    const never = makeBench(silent).issue();
    await vi.advanceTimersByTimeAsync(4999);
    await vi.advanceTimersByTimeAsync(1);
    expect(await never).toEqual({ code: "request.failed", reason: "UND_ERR_HEADERS_TIMEOUT" });
    const drip = new ReadableStream({ pull: () => new Promise(() => undefined) });
    const dripping = makeBench(async () => new Response(drip, { status: 200 }), { totalMilliseconds: 7000 }).issue();
    await vi.advanceTimersByTimeAsync(7000);
    expect(await dripping).toEqual({ code: "request.failed", reason: "UND_ERR_BODY_TIMEOUT" });
  });

  it("hang: the emulator is let go when the time is over", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const bench = makeBench();
    bench.emulator.setFaults(["hang"]);
    const hanging = bench.issue();
    await vi.advanceTimersByTimeAsync(5000);
    expect((await hanging).code).toBe("request.failed");
  });

  it("after five failures in a row nobody is let through for ten seconds, then one is, and decides", async () => {
    const bench = makeBench();
    bench.emulator.setFaults(["server-error"]);
    for (let index = 0; index < 5; index += 1) await bench.issue();
    expect([(await bench.issue()).code, bench.calls()]).toEqual(["request.failed", 5]);
    bench.time += 9_999;
    await bench.issue();
    expect(bench.calls()).toBe(5);
    bench.time += 1;
    await Promise.all([bench.issue(), bench.issue()]);
    expect(bench.calls()).toBe(6);
    bench.emulator.setFaults([]);
    bench.time += 10_000;
    expect((await bench.issue()).token).toBeDefined();
    expect((await bench.issue()).token).toBeDefined();
    expect(bench.outcomes).toContain("open");
  });

  it("refusals of the vendor are no failures, and successes forgive", async () => {
    const refuses: Send = async () => Response.json({ message: "no" }, { status: 401 });
    const bench = makeBench(refuses);
    for (let index = 0; index < 8; index += 1) await bench.issue();
    expect(bench.calls()).toBe(8);
  });
});

describe("R13: the secret in the query goes to the vendor and nowhere else", () => {
  it.each([301, 302, 303, 307, 308])("a redirect with %i is not followed", async (status) => {
    const seen: string[] = [];
    const bench = makeBench(async (url) => {
      seen.push(url);
      return new Response(null, { status, headers: { location: "https://evil.example/" } });
    });
    expect((await bench.issue()).code).toBe("request.failed");
    expect(seen.length).toBe(1);
  });

  it("is in no error, whatever the platform's own error says", async () => {
    const loud: Send = async (url) => {
      const cause = { input: url, code: "ERR_INVALID_URL" };
      throw new TypeError(`Failed to parse URL from ${url}`, { cause });
    };
    const bench = makeBench(loud);
    expect(await bench.issue()).toEqual({ code: "request.failed", reason: undefined });
  });
});

describe("Daily, minted by request", () => {
  it("works through the same guard", async () => {
    const apiKey = "TEST-ONLY-daily-key-0123456789abcdef0123456789";
    const domainId = "11111111-2222-4333-8444-555555555555";
    const emulator = createDailyEmulator({ apiKey, domainId, clock: () => now });
    const guard = { name: "daily", hosts: ["api.daily.co"], fetch: emulator.fetch as Send };
    const provider = createDaily({
      apiKey,
      domainId,
      method: "request",
      clock: () => now,
      fetch: createGuardedFetch(guard),
    });
    expect((await provider.issue(grant)).token).toMatch(/^ey/);
  });
});
