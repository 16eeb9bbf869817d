import { describe, expect, it } from "vitest";
import type { CaptureMode, SubscribeSelection } from "../grant/grant.js";
import { capturePaths, rightPaths } from "../grant/right-path.js";
import { everyRight, plainAuthority } from "../testing/frank-adapter.js";
import type { Authority, StatedReading } from "./authority.js";
import { judgeRight } from "./compare-rights.js";
import { judge } from "./verdict.js";

const apart = { assume: "documented-defaults", sameVendor: false, samePlace: false } as const;
const stated: readonly StatedReading[] = [
  ...(["allow", "deny", "possible", "default(allow)", "default(deny)", "unknown", "ungoverned"] as const),
  "deny, liftable",
  "default(deny), liftable",
  "ungoverned, everyone",
];
const withRights = (reading: StatedReading, rest: Partial<Authority> = {}): Authority =>
  plainAuthority(null, { rights: everyRight(reading), ...rest });

describe("a plain right", () => {
  it("is judged by the table", () => {
    for (const path of rightPaths.filter((right) => right !== "rights.visible")) {
      for (const source of stated) {
        for (const target of stated) {
          expect(judgeRight(path, withRights(source), withRights(target), apart)).toBe(judge(source, target, apart));
        }
      }
    }
  });
});

describe("what a reading does not tell", () => {
  const vendor = { assume: "documented-defaults", sameVendor: true, samePlace: false } as const;
  const saying = (reading: StatedReading, words?: unknown): Authority =>
    withRights(reading, words === undefined ? {} : { statements: { "rights.subscribe": words } });
  const judged = (source: Authority, target: Authority, context: Parameters<typeof judgeRight>[3] = vendor): string =>
    judgeRight("rights.subscribe", source, target, context);

  it("is the same within one vendor only in the same words", () => {
    expect(judged(saying("possible", "video"), saying("possible", "video"))).toBe("equal");
    expect(judged(saying("possible", "video"), saying("possible", "audio"))).toBe("wider");
    expect(judged(saying("possible"), saying("possible"))).toBe("wider");
    expect(judged(saying("possible"), saying("possible"), { ...vendor, identical: true })).toBe("equal");
    expect(judged(saying("possible", "video"), saying("possible", "video"), apart)).toBe("wider");
  });

  it("tells a denial that can be lifted from one that can be lifted otherwise", () => {
    const [one, other] = [saying("deny, liftable", "admin"), saying("deny, liftable", "contradiction")];
    expect(judged(one, one)).toBe("equal");
    expect(judged(one, other)).toBe("wider");
    expect(judged(one, saying("deny"))).toBe("equal");
    expect(judged(saying("default(deny)"), one)).toBe("advisory");
    expect(judged(one, one, apart)).toBe("wider");
  });

  it("makes a denial with exceptions more than a denial, but for one with the same exceptions", () => {
    expect(judged(saying("deny"), saying("deny", { ann: true }))).toBe("wider");
    expect(judged(saying("deny", { ann: true }), saying("deny", { ben: true }))).toBe("wider");
    expect(judged(saying("deny", { ann: true }), saying("deny", { ann: true }))).toBe("equal");
    expect(judged(saying("deny", { ann: true }), saying("deny"))).toBe("equal");
    expect(judged(saying("deny", { ann: true }), saying("deny", { ann: true }), apart)).toBe("wider");
  });
});

describe("visibility", () => {
  const judged = (source: StatedReading, target: StatedReading, context: Parameters<typeof judge>[2] = apart): string =>
    judgeRight("rights.visible", withRights(source), withRights(target), context);

  it("is not a matter of more and less: a hidden listener is incomparable with a visible participant", () => {
    for (const source of stated) {
      for (const target of stated) {
        const verdict = judge(source, target, apart);
        expect(judged(source, target)).toBe(verdict === "narrowed" ? "incomparable" : verdict);
      }
    }
  });

  it("may be turned neither on nor off", () => {
    expect(judged("allow", "deny")).toBe("incomparable");
    expect(judged("deny", "allow")).toBe("wider");
    expect(judged("default(allow)", "default(deny)")).toBe("incomparable");
    expect(judged("deny", "deny")).toBe("equal");
    expect(judged("allow", "default(allow)")).toBe("equal");
  });
});

describe.each(capturePaths)("the modes of %s", (path) => {
  const judged = (
    source: [StatedReading, (readonly CaptureMode[])?],
    target: [StatedReading, (readonly CaptureMode[])?],
  ): string => {
    const side = ([reading, modes]: [StatedReading, (readonly CaptureMode[])?]): Authority =>
      withRights(reading, modes === undefined ? {} : { modes: { [path]: modes } });
    return judgeRight(path, side(source), side(target), apart);
  };

  it("compare as sets where both sides allow", () => {
    expect(judged(["allow", ["cloud"]], ["allow", ["cloud"]])).toBe("equal");
    expect(judged(["allow", ["cloud"]], ["allow"])).toBe("wider");
    expect(judged(["allow"], ["allow", ["cloud"]])).toBe("narrowed");
    expect(judged(["allow", ["cloud", "local"]], ["allow", ["local"]])).toBe("narrowed");
    expect(judged(["allow", ["cloud"]], ["allow", ["local"]])).toBe("incomparable");
    expect(judged(["allow", ["cloud"]], ["allow", ["cloud", "local"]])).toBe("wider");
  });

  it("are all of them where the target allows by default", () => {
    expect(judged(["allow", ["cloud"]], ["default(allow)"])).toBe("wider");
    expect(judged(["allow"], ["default(allow)"])).toBe("equal");
  });

  it("do not count where the room decides, or where nothing is given", () => {
    expect(judged(["allow", ["cloud"]], ["unknown"])).toBe("moved");
    expect(judged(["allow", ["cloud"]], ["ungoverned"])).toBe("moved");
    expect(judged(["allow", ["cloud"]], ["possible"])).toBe("advisory");
    expect(judged(["allow", ["cloud"]], ["deny"])).toBe("narrowed");
  });

  it("do not make up for a right that the source does not say", () => {
    expect(judged(["deny"], ["allow", ["cloud"]])).toBe("wider");
    expect(judged(["unknown"], ["allow", ["cloud"]])).toBe("wider");
    expect(judged(["default(allow)"], ["allow", ["cloud"]])).toBe("assumed");
    expect(judged(["deny", ["cloud"]], ["default(allow)"])).toBe("wider");
    expect(judged(["default(allow)", ["cloud"]], ["default(allow)"])).toBe("assumed");
  });
});

describe("a selection of what is received", () => {
  const onlyAnn: SubscribeSelection = { base: false, byParticipantId: { ann: true } };
  const onlySound: SubscribeSelection = {
    base: { microphone: true, camera: false, screen: false, screenAudio: true, custom: false },
  };
  const judged = (
    source: [StatedReading, SubscribeSelection?],
    target: [StatedReading, SubscribeSelection?],
    context: Parameters<typeof judge>[2] = apart,
  ): string => {
    const side = ([reading, selection]: [StatedReading, SubscribeSelection?]): Authority =>
      withRights(reading, selection === undefined ? {} : { subscribeSelection: selection });
    return judgeRight("rights.subscribe", side(source), side(target), context);
  };

  it("compares by what it lets through", () => {
    expect(judged(["allow", onlyAnn], ["allow", onlyAnn])).toBe("equal");
    expect(judged(["allow", onlyAnn], ["allow"])).toBe("wider");
    expect(judged(["allow"], ["allow", onlyAnn])).toBe("narrowed");
    expect(judged(["allow", onlyAnn], ["allow", onlySound])).toBe("incomparable");
    expect(judged(["allow", onlyAnn], ["allow", { base: false }])).toBe("narrowed");
    expect(judged(["allow", { base: true }], ["allow"])).toBe("equal");
  });

  it("is a denial of the rest: a target that cannot hold it would give it", () => {
    for (const target of stated) {
      const verdict = judged(["allow", onlyAnn], [target]);
      if (target === "deny" || target === "default(deny)") expect(verdict).toBe("narrowed");
      else expect(verdict).toBe("wider");
    }
  });

  it("that lets everything through is no selection", () => {
    for (const target of stated) expect(judged(["allow", { base: true }], [target])).toBe(judged(["allow"], [target]));
  });

  it("never lets a target have what the source does not surely give", () => {
    expect(judged(["deny"], ["allow", { base: false }])).toBe("wider");
    expect(judged(["unknown"], ["allow", onlyAnn])).toBe("wider");
    expect(judged(["default(deny)"], ["allow", onlyAnn])).toBe("wider");
    expect(judged(["default(allow)"], ["allow", onlyAnn])).toBe("narrowed");
    expect(judged(["default(allow)"], ["allow", { base: true }])).toBe("assumed");
  });

  it("counts within one vendor, too", () => {
    const place = { assume: "documented-defaults", sameVendor: true, samePlace: true } as const;
    expect(judged(["allow", onlyAnn], ["allow", onlyAnn], place)).toBe("equal");
    expect(judged(["allow", onlyAnn], ["allow"], place)).toBe("wider");
    expect(judged(["allow", onlyAnn], ["allow", onlySound], place)).toBe("incomparable");
  });

  it("belongs to the reception right alone", () => {
    const source = withRights("allow", { subscribeSelection: onlyAnn });
    expect(judgeRight("rights.admit", source, withRights("allow"), apart)).toBe("equal");
    expect(judgeRight("rights.record", source, withRights("allow"), apart)).toBe("equal");
  });
});
