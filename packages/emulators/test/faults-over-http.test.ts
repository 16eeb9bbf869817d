// The adapters that ask the vendor for tokens, against everything that can go wrong on the way, over real HTTP. Nothing
// waits: the emulator's clock and sleep are given, and the adapter's time limit ends when the test says so.
import { createDaily } from "@roompass/daily";
import { createMetered } from "@roompass/metered";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createDailyEmulator, createMeteredEmulator, faultNames } from "../src/index.js";
import { codeOf } from "./code-of.js";
import { countingBytes, now, onTheWire, withFault } from "./over-http.js";

const key = "TEST-ONLY-key-of-the-tests-of-faults-0123456789";
const grant = { room: "standup", expiresIn: "1h" } as const;
const clock = () => now;
const timeoutMilliseconds = 8123;
const sleep = vi.fn((_milliseconds: number): Promise<void> => Promise.resolve());
const world = { clock, sleep, randomBytes: countingBytes(), rooms: { standup: { privacy: "private" } } };

const dailyWire = await onTheWire(createDailyEmulator({ ...world, apiKey: key }));
const meteredWire = await onTheWire(createMeteredEmulator({ ...world, appName: "test-app", secretKey: key }));
const { domainId } = dailyWire.emulator.credentials;

interface Client {
  issue(): Promise<{ readonly token: string }>;
  confirm(token: string): Promise<unknown>;
}

/** An adapter in request mode, each of whose requests meets this fault. */
const clients: Readonly<Record<"daily" | "metered", (fault: string) => Client>> = {
  daily(fault) {
    const fetch = withFault(dailyWire, fault);
    const daily = createDaily({ apiKey: key, domainId, method: "request", clock, fetch, timeoutMilliseconds });
    return { issue: () => daily.issue(grant), confirm: (token) => daily.validate(token) };
  },
  metered(fault) {
    const fetch = withFault(meteredWire, fault);
    const metered = createMetered({ appName: "test-app", secretKey: key, clock, fetch, timeoutMilliseconds });
    return { issue: () => metered.issue(grant), confirm: (token) => metered.verify(token) };
  },
};

/** What comes of a fault when a token is asked for, and when one is to be confirmed: by Daily, by Metered. */
const ends: readonly (readonly [fault: string, issue: string, daily: string, metered: string])[] = [
  ["latency=250", "ok", "ok", "ok"],
  ["reset", "request.failed", "request.failed", "request.failed"],
  ["hang", "request.timeout", "request.timeout", "request.timeout"],
  ["rate-limit=3", "request.rate-limited", "request.rate-limited", "request.rate-limited"],
  ["server-error", "request.rejected", "request.rejected", "request.rejected"],
  ["half-body", "request.failed", "request.failed", "request.failed"],
  ["huge-body", "request.bad-answer", "request.bad-answer", "request.bad-answer"],
  ["wrong-type", "request.bad-answer", "request.bad-answer", "request.bad-answer"],
  // What is confirmed is the token that was sent, whatever is minted meanwhile.
  ["wider-token", "request.wider-than-asked", "ok", "ok"],
  ["other-room-token", "request.wider-than-asked", "ok", "ok"],
  // Metered is taken not to look at times; the adapter does, by its own clock.
  ["clock-skew=7200", "ok", "request.rejected", "ok"],
  ["clock-skew=-7200", "ok", "ok", "ok"],
];

const arriving = "latency=1,hang";
const { setTimeout: realSetTimeout } = globalThis;

/** Ends the adapter's time limit when its request has arrived at the emulator. */
function endTimeOnArrival(): void {
  let end = (): void => undefined;
  vi.spyOn(globalThis, "setTimeout").mockImplementation(((run: () => void, milliseconds?: number) => {
    if (milliseconds !== timeoutMilliseconds) return realSetTimeout(run, milliseconds);
    end = run;
    return 0;
  }) as typeof setTimeout);
  sleep.mockImplementationOnce(async () => end());
}

afterEach(() => {
  vi.restoreAllMocks();
  sleep.mockClear();
});

it("every fault that there is has a row", () => {
  const named = new Set(ends.map(([fault]) => fault.split("=")[0]));
  expect([...named].sort()).toEqual([...faultNames].sort());
});

describe.each(["daily", "metered"] as const)("%s", (vendor) => {
  const client = clients[vendor];

  it.each(ends)("%s: asking for a token ends in %s", async (fault, code) => {
    if (fault === "hang") endTimeOnArrival();
    expect(await codeOf(client(fault === "hang" ? arriving : fault).issue())).toBe(code);
    if (fault.startsWith("latency")) expect(sleep.mock.calls.map(([milliseconds]) => milliseconds)).toEqual([250]);
  });

  it.each(ends)("%s: confirming a token (issue: %s) ends in %s or %s", async (fault, _issue, daily, metered) => {
    const { token } = await client("").issue();
    if (fault === "hang") endTimeOnArrival();
    const code = await codeOf(client(fault === "hang" ? arriving : fault).confirm(token));
    expect(code).toBe(vendor === "daily" ? daily : metered);
  });

  it("an answer that is later than the time limit is no answer", async () => {
    endTimeOnArrival();
    expect(await codeOf(client("latency=9000").issue())).toBe("request.timeout");
  });

  it("is told how long to wait, and nothing secret", async () => {
    const error = await client("rate-limit=17")
      .issue()
      .catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: "request.rate-limited", details: { retryAfterSeconds: 17 } });
    expect(JSON.stringify(error)).not.toContain("TEST-ONLY");
  });

  it("asks again once a fault is over", async () => {
    const { emulator } = vendor === "daily" ? dailyWire : meteredWire;
    emulator.setFaults(["server-error"], 1);
    const asked = client("");
    expect([await codeOf(asked.issue()), await codeOf(asked.issue())]).toEqual(["request.rejected", "ok"]);
  });
});
