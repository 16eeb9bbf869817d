import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StatedReading } from "./authority.js";
import { isDenial, isExplicit, judge, plainReading, readSource, readTarget } from "./verdict.js";

const apart = { assume: "documented-defaults", sameVendor: false, samePlace: false } as const;
const stated: readonly StatedReading[] = [
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

/** The table of the model, written out cell by cell as its own data: columns as in the document. */
const columns: readonly (readonly StatedReading[])[] = [
  ["deny", "default(deny)"],
  ["allow"],
  ["possible"],
  ["default(allow)"],
  ["unknown", "ungoverned", "ungoverned, everyone", "default(deny), liftable", "deny, liftable"],
];
const rows: readonly (readonly [readonly StatedReading[], string])[] = [
  [["allow"], "narrowed equal advisory equal moved"],
  [["default(allow)", "ungoverned, everyone"], "narrowed assumed wider assumed assumed"],
  [["deny", "deny, liftable"], "equal wider wider wider wider"],
  [["default(deny)", "default(deny), liftable"], "equal wider wider wider advisory"],
  [["unknown", "possible", "ungoverned"], "narrowed wider wider advisory advisory"],
];

describe("the table of verdicts", () => {
  for (const [sources, line] of rows) {
    const verdicts = line.split(" ");
    for (const source of sources) {
      columns.forEach((targets, column) => {
        for (const target of targets) {
          it(`${source} against ${target} is ${verdicts[column]}`, () => {
            expect(judge(source, target, apart)).toBe(verdicts[column]);
          });
        }
      });
    }
  }

  it("has a row and a column for every reading", () => {
    expect(rows.flatMap(([sources]) => sources).sort()).toEqual([...stated].sort());
    expect(columns.flat().sort()).toEqual([...stated].sort());
  });
});

describe("assume: nothing", () => {
  it("takes every silent right of the source as unknown and leaves what is said", () => {
    for (const reading of stated) {
      expect(readSource(reading, "nothing")).toBe(
        isExplicit(reading) && reading !== "possible" ? plainReading(reading) : "unknown",
      );
    }
  });

  it("does not change how the target is read", () => {
    expect(judge("default(allow)", "default(allow)", { ...apart, assume: "nothing" })).toBe("advisory");
    expect(judge("allow", "default(allow)", { ...apart, assume: "nothing" })).toBe("equal");
  });

  it("does not give what is documented to be denied", () => {
    for (const source of ["default(deny)", "default(deny), liftable"] as const) {
      expect(judge(source, "default(allow)", { ...apart, assume: "nothing" })).toBe("wider");
      expect(judge(source, "unknown", { ...apart, assume: "nothing" })).toBe("advisory");
      expect(judge(source, "deny", { ...apart, assume: "nothing" })).toBe("narrowed");
    }
  });

  it("never makes a verdict better for the target", () => {
    const gain = (verdict: string) => verdict === "wider";
    fc.assert(
      fc.property(fc.constantFrom(...stated), fc.constantFrom(...stated), (source, target) => {
        const lenient = judge(source, target, apart);
        const careful = judge(source, target, { ...apart, assume: "nothing" });
        if (gain(lenient)) expect(gain(careful)).toBe(true);
      }),
    );
  });
});

describe("one vendor", () => {
  const vendor = { ...apart, sameVendor: true };
  const place = { ...vendor, samePlace: true };

  it("the same explicit statement is equal, whatever it is worth", () => {
    for (const reading of ["allow", "deny", "deny, liftable", "possible"] as const)
      expect(judge(reading, reading, vendor)).toBe("equal");
  });

  it("what may be several statements is equal only as the same one", () => {
    for (const wording of ["different", "unstated"] as const) {
      expect(judge("possible", "possible", place, wording)).toBe("wider");
      expect(judge("allow", "allow", vendor, wording)).toBe("equal");
      expect(judge("deny", "deny", vendor, wording)).toBe("equal");
    }
    expect(judge("unknown", "unknown", place, "different")).toBe("advisory");
    expect(judge("unknown", "unknown", place, "unstated")).toBe("equal");
    expect(judge("deny, liftable", "deny, liftable", place, "different")).toBe("wider");
    expect(judge("deny, liftable", "deny, liftable", vendor, "unstated")).toBe("equal");
    const several: readonly StatedReading[] = ["possible", "unknown", "deny, liftable"];
    for (const reading of stated.filter((one) => !several.includes(one)))
      expect(judge(reading, reading, place, "different")).toBe("equal");
  });

  it("the same silence is equal in the same place only", () => {
    for (const reading of stated) {
      expect(judge(reading, reading, place)).toBe("equal");
      if (!isExplicit(reading)) expect(judge(reading, reading, vendor)).toBe(judge(reading, reading, apart));
    }
  });

  it("different statements are judged by the table", () => {
    for (const source of stated) {
      for (const target of stated) {
        if (source !== target) expect(judge(source, target, place)).toBe(judge(source, target, apart));
      }
    }
  });
});

describe("readings for people", () => {
  it("do not show which side they were stated for", () => {
    expect(stated.map(plainReading)).toEqual([
      "allow",
      "deny",
      "deny",
      "possible",
      "default(allow)",
      "default(deny)",
      "default(deny)",
      "unknown",
      "ungoverned",
      "ungoverned",
    ]);
  });

  it("a denial that can be lifted is no denial on the target", () => {
    expect(readTarget("default(deny), liftable")).toBe("unknown");
    expect(readTarget("default(deny)")).toBe("deny");
    expect(readTarget("deny, liftable")).toBe("unknown");
    expect(readTarget("deny")).toBe("deny");
  });

  it("a denial that can be lifted is a denial on the source, whatever is assumed of silence", () => {
    for (const assume of ["nothing", "documented-defaults"] as const)
      expect(readSource("deny, liftable", assume)).toBe("deny");
    expect(stated.filter(isDenial)).toEqual(["deny", "deny, liftable"]);
  });
});
