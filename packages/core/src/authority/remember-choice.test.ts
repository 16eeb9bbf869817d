import { describe, expect, it, vi } from "vitest";
import type { Ceiling } from "../adapter/ceiling.js";
import { type RightPath, rightPaths } from "../grant/right-path.js";
import type { StatedReading } from "./authority.js";
import { rememberChoice } from "./remember-choice.js";

const silent = Object.fromEntries(rightPaths.map((path) => [path, "unknown"])) as Record<RightPath, StatedReading>;
const ceiling: Ceiling = {
  rights: silent,
  modes: {},
  allowWidening: new Set(),
  assume: "documented-defaults",
  sameVendor: false,
  samePlace: false,
  purpose: "issue",
};
const choosing = () => vi.fn((given: Ceiling, variant: string) => ({ rights: { ...given.rights }, variant }));

describe("what was chosen for a ceiling", () => {
  it("is looked up the second time, also for an equal ceiling", () => {
    const choose = choosing();
    const remembered = rememberChoice(choose);
    const first = remembered(ceiling, "sign");
    expect(remembered({ ...ceiling, rights: { ...silent } }, "sign")).toBe(first);
    expect(choose).toHaveBeenCalledTimes(1);
  });

  it("is frozen, since everybody gets the same", () => {
    const choice = rememberChoice(choosing())(ceiling, "sign");
    expect(Object.isFrozen(choice) && Object.isFrozen(choice.rights)).toBe(true);
  });

  const readings: readonly StatedReading[] = [
    "allow",
    "deny",
    "deny, liftable",
    "possible",
    "default(allow)",
    "default(deny)",
    "default(deny), liftable",
    "unknown",
    "ungoverned",
    "ungoverned, everyone",
  ];

  it("is told apart by every reading of every right", () => {
    const choose = choosing();
    const remembered = rememberChoice(choose);
    for (const path of rightPaths) {
      for (const reading of readings) {
        const rights = { ...silent, [path]: reading };
        expect(remembered({ ...ceiling, rights }, "sign").rights).toEqual(rights);
      }
    }
    // The ceiling that is silent everywhere is the same one for every right.
    expect(choose).toHaveBeenCalledTimes(rightPaths.length * (readings.length - 1) + 1);
  });

  it.each<readonly [string, Ceiling, string]>([
    ["the variant", ceiling, "request"],
    ["the purpose", { ...ceiling, purpose: "translate" }, "sign"],
    ["what silence means", { ...ceiling, assume: "nothing" }, "sign"],
    ["the vendor", { ...ceiling, sameVendor: true }, "sign"],
    ["the place", { ...ceiling, samePlace: true }, "sign"],
    ["the way in", { ...ceiling, entry: "ask" }, "sign"],
    ["the modes of a right", { ...ceiling, modes: { "rights.record": ["cloud"] } }, "sign"],
    ["other modes", { ...ceiling, modes: { "rights.record": ["cloud", "local"] } }, "sign"],
    ["the modes of another right", { ...ceiling, modes: { "rights.transcribe": ["cloud"] } }, "sign"],
    ["what may be widened", { ...ceiling, allowWidening: new Set(["rights.admit"]) }, "sign"],
  ])("is told apart by %s", (_what, other, variant) => {
    const choose = choosing();
    const remembered = rememberChoice(choose);
    remembered(ceiling, "sign");
    remembered(other, variant);
    remembered(other, variant);
    expect(choose).toHaveBeenCalledTimes(2);
  });

  it.each<readonly [string, Ceiling]>([
    ["a selection names senders", { ...ceiling, subscribeSelection: { base: true, byParticipantId: { a: false } } }],
    ["a vendor's own words count", { ...ceiling, sameVendor: true, statements: { entry: null } }],
  ])("is chosen anew each time where %s", (_what, other) => {
    const choose = choosing();
    const remembered = rememberChoice(choose);
    remembered(other, "sign");
    remembered(other, "sign");
    expect(choose).toHaveBeenCalledTimes(2);
  });

  it("is forgotten before there is too much of it", () => {
    const choose = choosing();
    const remembered = rememberChoice(choose);
    for (let index = 0; index < 256; index += 1) remembered(ceiling, `variant ${index}`);
    remembered(ceiling, "variant 0");
    expect(choose).toHaveBeenCalledTimes(256);
    remembered(ceiling, "one more");
    remembered(ceiling, "variant 0");
    expect(choose).toHaveBeenCalledTimes(258);
  });
});
