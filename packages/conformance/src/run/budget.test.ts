import { afterEach, describe, expect, it, vi } from "vitest";
import { ofAnotherProcess, withinBudget } from "./budget.js";

/** Processor times in milliseconds, one for each look at them. */
function processorShows(...milliseconds: readonly number[]): void {
  const spy = vi.spyOn(process, "cpuUsage");
  for (const value of milliseconds) spy.mockReturnValueOnce({ user: value * 600, system: value * 400 });
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe("a budget of processor time", () => {
  it("is not measured where there is none", async () => {
    const spy = vi.spyOn(process, "cpuUsage");
    expect(await withinBudget(undefined, async () => "seen")).toEqual({ result: "seen" });
    expect(spy).not.toHaveBeenCalled();
  });

  it("is kept by a call that takes exactly so long", async () => {
    processorShows(10, 60);
    expect(await withinBudget(50, async () => "seen")).toEqual({ result: "seen", isWithinBudget: true });
  });

  it("is kept by one call of three", async () => {
    processorShows(0, 90, 100, 160, 200, 201);
    expect(await withinBudget(50, async () => "seen")).toMatchObject({ isWithinBudget: true });
  });

  it("is not kept by three calls that take longer", async () => {
    processorShows(0, 51, 100, 151, 200, 251, 300, 300);
    const run = vi.fn(async () => "seen");
    expect(await withinBudget(50, run)).toEqual({ result: "seen", isWithinBudget: false });
    expect(run).toHaveBeenCalledTimes(3);
  });

  it("is measured on another watch for another process, and tried more often", async () => {
    const times = [0, 51, 100, 151, 200, 251, 300, 350];
    const stopwatch = { milliseconds: () => times.shift() ?? Number.NaN, attempts: 4 };
    const run = vi.fn(async () => "seen");
    expect(await withinBudget(50, run, stopwatch)).toEqual({ result: "seen", isWithinBudget: true });
    expect(run).toHaveBeenCalledTimes(4);
    expect(ofAnotherProcess.attempts).toBeGreaterThan(3);
    const processor = vi.spyOn(process, "cpuUsage");
    expect(ofAnotherProcess.milliseconds()).toBeGreaterThan(0);
    expect(processor).not.toHaveBeenCalled();
  });
});
