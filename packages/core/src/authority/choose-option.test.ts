import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Ceiling } from "../adapter/ceiling.js";
import { type RightPath, rightPaths } from "../grant/right-path.js";
import { everyRight } from "../testing/frank-adapter.js";
import type { StatedReading } from "./authority.js";
import { blockedBy, chooseOption, type Option } from "./choose-option.js";

type Readings = { readonly [path in RightPath]?: StatedReading };

const microphone = "rights.publish.microphone";
const camera = "rights.publish.camera";
const media = "rights.moderate.media";
const remove = "rights.moderate.remove";
const admit = "rights.admit";
const record = "rights.record";

function ceilingOf(rights: Readings, rest: Partial<Ceiling> = {}): Ceiling {
  return {
    rights: { ...everyRight("unknown"), ...rights },
    allowWidening: new Set(),
    assume: "documented-defaults",
    sameVendor: false,
    samePlace: false,
    purpose: "translate",
    ...rest,
  };
}

const option = (choice: string, readings: Readings): Option<string> => ({ choice, readings });
const choose = (ceiling: Ceiling, ...options: [Option<string>, ...Option<string>[]]): string =>
  chooseOption(ceiling, options).choice;

const silent = (path: RightPath, reading: StatedReading): Option<string> => option("silent", { [path]: reading });
const yes = (path: RightPath): Option<string> => option("yes", { [path]: "allow" });
const no = (path: RightPath): Option<string> => option("no", { [path]: "deny" });

describe("a switch of three positions", () => {
  const chosen = (source: StatedReading, silence: StatedReading, rest: Partial<Ceiling> = {}): string =>
    choose(ceilingOf({ [camera]: source }, rest), silent(camera, silence), yes(camera), no(camera));

  it("says what the source says", () => {
    expect(chosen("allow", "unknown")).toBe("yes");
    expect(chosen("deny", "unknown")).toBe("no");
    expect(chosen("deny", "default(allow)")).toBe("no");
    expect(chosen("allow", "default(allow)")).toBe("yes");
    expect(chosen("deny", "default(deny)")).toBe("no");
  });

  it("stays silent where the source is silent and the table lets it", () => {
    expect(chosen("default(allow)", "default(allow)")).toBe("silent");
    expect(chosen("default(allow)", "unknown")).toBe("silent");
    expect(chosen("unknown", "unknown")).toBe("silent");
    expect(chosen("unknown", "default(allow)")).toBe("silent");
    expect(chosen("default(deny)", "default(deny)")).toBe("silent");
  });

  it("denies rather than leaving open what is denied by default", () => {
    expect(chosen("default(deny)", "unknown")).toBe("no");
  });

  it("allows where silence would deny what the source's default allows", () => {
    expect(chosen("default(allow)", "default(deny)")).toBe("yes");
    expect(chosen("default(allow)", "default(deny)", { assume: "nothing" })).toBe("silent");
  });

  it("copies silence of any worth within one place", () => {
    const place = { sameVendor: true, samePlace: true };
    expect(chosen("default(deny)", "unknown", place)).toBe("no");
    expect(chosen("unknown", "unknown", place)).toBe("silent");
    expect(chosen("default(allow)", "default(allow)", { ...place, assume: "nothing" })).toBe("silent");
  });
});

describe("a role that joins rights", () => {
  const role = (ceiling: Ceiling): string =>
    choose(
      ceiling,
      option("nobody", { [media]: "default(deny)", [remove]: "default(deny)" }),
      option("host", { [media]: "allow", [remove]: "allow" }),
    );

  it("is given when all of it is held", () => {
    expect(role(ceilingOf({ [media]: "allow", [remove]: "allow" }))).toBe("host");
  });

  it("is not given when one of its rights is missing, whatever else would be lost", () => {
    for (const reading of ["deny", "default(deny)", "unknown", "possible"] as const) {
      expect(role(ceilingOf({ [media]: "allow", [remove]: reading }))).toBe("nobody");
      expect(role(ceilingOf({ [media]: reading, [remove]: "allow" }))).toBe("nobody");
    }
  });

  it("is given when the missing right may widen and the held one comes first", () => {
    const allowWidening = new Set<RightPath>([remove]);
    expect(role(ceilingOf({ [media]: "allow", [remove]: "unknown" }, { allowWidening }))).toBe("host");
    expect(role(ceilingOf({ [media]: "allow", [remove]: "deny" }, { allowWidening }))).toBe("host");
  });

  it("is not taken for the sake of a widening alone", () => {
    const allowWidening = new Set<RightPath>([media, remove]);
    expect(role(ceilingOf({ [media]: "unknown", [remove]: "unknown" }, { allowWidening }))).toBe("nobody");
    expect(role(ceilingOf({ [media]: "default(deny)", [remove]: "default(deny)" }, { allowWidening }))).toBe("nobody");
  });

  it("is taken for a right that the source possibly has, since that is what the caller allowed it for", () => {
    const allowWidening = new Set<RightPath>([media, remove]);
    expect(role(ceilingOf({ [media]: "possible", [remove]: "possible" }, { allowWidening }))).toBe("host");
    expect(role(ceilingOf({ [media]: "possible", [remove]: "possible" }))).toBe("nobody");
  });
});

describe("the order of preference", () => {
  it("keeps the earlier right when only one of two can be kept", () => {
    const first = option("first", { [microphone]: "allow", [admit]: "deny" });
    const second = option("second", { [microphone]: "deny", [admit]: "allow" });
    const ceiling = ceilingOf({ [microphone]: "allow", [admit]: "allow" });
    expect(choose(ceiling, first, second)).toBe("first");
    expect(choose(ceiling, second, first)).toBe("first");
  });

  it("does not let many later rights outweigh an earlier one", () => {
    const others = { [media]: "allow", [remove]: "allow", [admit]: "allow", [record]: "allow" } as const;
    const denied = { [media]: "deny", [remove]: "deny", [admit]: "deny", [record]: "deny" } as const;
    const ceiling = ceilingOf({ [camera]: "allow", ...others });
    expect(
      choose(ceiling, option("many", { [camera]: "deny", ...others }), option("one", { [camera]: "allow", ...denied })),
    ).toBe("one");
  });

  it("goes beyond the ceiling at as few rights as possible when nothing stays under it", () => {
    const ceiling = ceilingOf({ [camera]: "deny", [media]: "deny", [remove]: "deny" });
    const two = option("two", { [camera]: "deny", [media]: "allow", [remove]: "allow" });
    const one = option("one", { [camera]: "allow", [media]: "deny", [remove]: "deny" });
    expect(choose(ceiling, two, one)).toBe("one");
    expect(choose(ceiling, one, two)).toBe("one");
  });

  it("prefers keeping less to going beyond", () => {
    const ceiling = ceilingOf({ [camera]: "allow", [record]: "deny" });
    const beyond = option("beyond", { [camera]: "allow", [record]: "allow" });
    const under = option("under", { [camera]: "deny", [record]: "deny" });
    expect(choose(ceiling, beyond, under)).toBe("under");
    expect(choose(ceiling, under, beyond)).toBe("under");
  });

  it("ranks the verdicts: equal, assumed, advisory, moved, narrowed", () => {
    const ranked = (source: StatedReading, better: StatedReading, worse: StatedReading): void => {
      const options = [option("worse", { [camera]: worse }), option("better", { [camera]: better })] as const;
      expect(choose(ceilingOf({ [camera]: source }), options[0], options[1])).toBe("better");
      expect(choose(ceilingOf({ [camera]: source }), options[1], options[0])).toBe("better");
    };
    ranked("allow", "allow", "possible");
    ranked("allow", "possible", "unknown");
    ranked("allow", "unknown", "deny");
    ranked("default(allow)", "unknown", "deny");
    ranked("unknown", "unknown", "deny");
  });

  it("keeps the first of two that are alike, so that the quietest way comes first", () => {
    const ceiling = ceilingOf({ [camera]: "allow" });
    expect(choose(ceiling, option("a", { [camera]: "allow" }), option("b", { [camera]: "allow" }))).toBe("a");
    expect(choose(ceiling, option("a", {}), option("b", {}))).toBe("a");
    expect(choose(ceilingOf({ [camera]: "unknown" }), silent(camera, "ungoverned"), no(camera))).toBe("silent");
  });

  it("compares only rights that both options touch, whichever of them is asked about", () => {
    const wide = option("wide", { [camera]: "allow", [media]: "allow" });
    const narrow = option("narrow", { [media]: "allow" });
    for (const reading of ["deny", "allow"] as const) {
      expect(choose(ceilingOf({ [camera]: reading, [media]: "allow" }), narrow, wide)).toBe("narrow");
      expect(choose(ceilingOf({ [camera]: reading, [media]: "allow" }), wide, narrow)).toBe("wide");
    }
  });

  it("passes over rights that only one option touches", () => {
    const ceiling = ceilingOf({ [camera]: "deny", [media]: "allow" });
    const touching = option("touching", { [camera]: "allow", [media]: "allow" });
    expect(choose(ceiling, option("other", { [media]: "deny" }), touching)).toBe("touching");
  });

  it("speaks where the source speaks and is silent where it is silent, among ways that keep equally much", () => {
    const silentDeny = option("silent", { [camera]: "default(deny)" });
    const saidDeny = option("said", { [camera]: "deny" });
    for (const [source, chosen] of [
      ["deny", "said"],
      ["default(deny)", "silent"],
      ["unknown", "silent"],
      ["default(deny), liftable", "silent"],
      ["deny, liftable", "said"],
    ] as const) {
      expect(choose(ceilingOf({ [camera]: source }), silentDeny, saidDeny)).toBe(chosen);
      expect(choose(ceilingOf({ [camera]: source }), saidDeny, silentDeny)).toBe(chosen);
    }
  });

  it("prefers the very same reading among ways that keep equally much", () => {
    const a = option("plain", { [camera]: "ungoverned" });
    const b = option("same", { [camera]: "unknown" });
    expect(choose(ceilingOf({ [camera]: "unknown" }), a, b)).toBe("same");
    expect(choose(ceilingOf({ [camera]: "unknown" }), b, a)).toBe("same");
  });

  it("adds likeness up over all rights", () => {
    const source = { [camera]: "deny", [media]: "deny", [remove]: "deny" } as const;
    const mostly = option("mostly", { [camera]: "default(deny)", [media]: "deny", [remove]: "deny" });
    const hardly = option("hardly", { [camera]: "deny", [media]: "default(deny)", [remove]: "default(deny)" });
    expect(choose(ceilingOf(source), hardly, mostly)).toBe("mostly");
    expect(choose(ceilingOf(source), mostly, hardly)).toBe("mostly");
  });
});

describe("what blocks an option", () => {
  it("is every right beyond the ceiling, in the order of the model", () => {
    const ceiling = ceilingOf({ [camera]: "deny", [remove]: "allow" });
    expect(blockedBy(ceiling, option("x", { [media]: "allow", [camera]: "allow", [remove]: "allow" }))).toEqual([
      camera,
      media,
    ]);
    expect(blockedBy(ceiling, option("x", {}))).toEqual([]);
  });

  it("is not a right that may widen, nor one that is only narrowed", () => {
    const ceiling = ceilingOf({ [camera]: "deny", [media]: "allow" }, { allowWidening: new Set([camera]) });
    expect(blockedBy(ceiling, option("x", { [camera]: "allow", [media]: "deny" }))).toEqual([]);
  });

  it("depends on how silence is read and on the place", () => {
    const ceiling = ceilingOf({ [camera]: "default(allow)" });
    const target = option("x", { [camera]: "allow" });
    expect(blockedBy(ceiling, target)).toEqual([]);
    expect(blockedBy({ ...ceiling, assume: "nothing" }, target)).toEqual([camera]);
    const possible = option("x", { [camera]: "possible" });
    expect(blockedBy(ceilingOf({ [camera]: "possible" }), possible)).toEqual([camera]);
    expect(blockedBy(ceilingOf({ [camera]: "possible" }, { sameVendor: true }), possible)).toEqual([]);
    const quiet = option("x", { [camera]: "default(allow)" });
    const silence = ceilingOf({ [camera]: "default(deny)" }, { sameVendor: true });
    expect(blockedBy(silence, quiet)).toEqual([camera]);
  });
});

describe("whatever the ceiling and the options", () => {
  const stated: readonly StatedReading[] = [
    ...(["allow", "deny", "possible", "default(allow)", "default(deny)", "unknown", "ungoverned"] as const),
    "deny, liftable",
    "default(deny), liftable",
    "ungoverned, everyone",
  ];
  const touched = [camera, media, remove, record] as const;
  const readings = fc.record(
    Object.fromEntries(touched.map((path) => [path, fc.constantFrom(...stated)])) as Record<
      (typeof touched)[number],
      fc.Arbitrary<StatedReading>
    >,
  );
  const ceilings = fc
    .record({ rights: readings, widening: fc.subarray([...touched]), assume: fc.boolean(), place: fc.nat(2) })
    .map(({ rights, widening, assume, place }) =>
      ceilingOf(rights, {
        allowWidening: new Set(widening),
        assume: assume ? "nothing" : "documented-defaults",
        sameVendor: place > 0,
        samePlace: place > 1,
      }),
    );

  it("an option under the ceiling is chosen if there is one", () => {
    fc.assert(
      fc.property(ceilings, fc.array(readings, { minLength: 1, maxLength: 5 }), (ceiling, list) => {
        const options = list.map((rights, index) => option(String(index), rights));
        const chosen = chooseOption(ceiling, options as [Option<string>]);
        expect(options).toContain(chosen);
        const fewest = Math.min(...options.map((each) => blockedBy(ceiling, each).length));
        expect(blockedBy(ceiling, chosen).length).toBe(fewest);
      }),
    );
  });

  it("knows every right, whatever the order in which an option names them", () => {
    const ceiling = ceilingOf(everyRight("deny"));
    const all = option("x", Object.fromEntries([...rightPaths].reverse().map((path) => [path, "allow"])));
    expect(blockedBy(ceiling, all)).toEqual(rightPaths);
  });
});
