import { describe, expect, it } from "vitest";
import type { Ceiling } from "../adapter/ceiling.js";
import { type RightPath, rightPaths } from "../grant/right-path.js";
import { everyRight } from "../testing/frank-adapter.js";
import type { StatedReading } from "./authority.js";
import { chooseOption, type Option } from "./choose-option.js";

type Readings = { readonly [path in RightPath]?: StatedReading };

const camera = "rights.publish.camera";
const media = "rights.moderate.media";
const remove = "rights.moderate.remove";
const admit = "rights.admit";
const record = "rights.record";

const ceilingOf = (purpose: Ceiling["purpose"], rights: Readings, rest: Partial<Ceiling> = {}): Ceiling => ({
  rights: { ...everyRight("unknown"), ...rights },
  allowWidening: new Set(),
  assume: "documented-defaults",
  sameVendor: false,
  samePlace: false,
  purpose,
  ...rest,
});
const option = (choice: string, readings: Readings): Option<string> => ({ choice, readings });

/** What is chosen, whichever of the two comes first. */
function chosen(ceiling: Ceiling, first: Option<string>, second: Option<string>): string {
  const { choice } = chooseOption(ceiling, [first, second]);
  expect(chooseOption(ceiling, [second, first]).choice).toBe(choice);
  return choice;
}

describe("a power over others", () => {
  const powers: readonly RightPath[] = [media, remove, "rights.moderate.permissions", admit];
  const between = (
    path: RightPath,
    source: StatedReading,
    rest: Partial<Ceiling> = {},
    silence: StatedReading = "unknown",
  ) =>
    chosen(
      ceilingOf("translate", { [path]: source }, rest),
      option("open", { [path]: silence }),
      option("withheld", { [path]: "deny" }),
    );

  it.each(powers)("%s is withheld rather than left to a setting that nobody knows", (path) => {
    for (const source of ["allow", "default(allow)", "unknown", "possible", "default(deny)"] as const)
      expect(between(path, source)).toBe("withheld");
    for (const silence of ["unknown", "ungoverned", "default(deny), liftable"] as const)
      expect(between(path, "unknown", {}, silence)).toBe("withheld");
  });

  it("is not withheld where the same silence is the same anyway", () => {
    for (const path of powers) expect(between(path, "unknown", { sameVendor: true, samePlace: true })).toBe("open");
    expect(between(admit, "unknown", { sameVendor: true })).toBe("withheld");
  });

  it("is given where that is surely what the source gives", () => {
    const ceiling = ceilingOf("translate", { [admit]: "allow" });
    expect(chosen(ceiling, option("open", { [admit]: "unknown" }), option("given", { [admit]: "allow" }))).toBe(
      "given",
    );
    expect(chosen(ceiling, option("open", { [admit]: "unknown" }), option("role", { [admit]: "possible" }))).toBe(
      "role",
    );
    expect(chosen(ceiling, option("role", { [admit]: "possible" }), option("none", { [admit]: "deny" }))).toBe("role");
    const silent = ceilingOf("translate", { [admit]: "unknown" });
    const byDefault = option("by default", { [admit]: "default(allow)" });
    expect(chosen(silent, byDefault, option("none", { [admit]: "deny" }))).toBe("by default");
  });

  it("is left open rather than given beyond the ceiling", () => {
    for (const allowWidening of [new Set<RightPath>(), new Set<RightPath>([admit])]) {
      const ceiling = ceilingOf("translate", { [admit]: "unknown" }, { allowWidening });
      expect(chosen(ceiling, option("open", { [admit]: "unknown" }), option("given", { [admit]: "allow" }))).toBe(
        "open",
      );
    }
  });

  it("is like any other right when a grant is issued: what the grant does not say may stay open", () => {
    const ceiling = ceilingOf("issue", {});
    const open = option("open", { [admit]: "unknown" });
    expect(chosen(ceiling, open, option("withheld", { [admit]: "deny" }))).toBe("open");
  });

  it("is no other right: those stay as silent as they were", () => {
    for (const path of rightPaths.filter((right) => !powers.includes(right)))
      expect(between(path, "unknown")).toBe("open");
  });
});

describe("when a grant is issued", () => {
  it("what it states comes before what it does not mention", () => {
    const stated = option("stated", { [camera]: "deny", [record]: "allow" });
    const other = option("other", { [camera]: "unknown", [record]: "deny" });
    const rights = { [record]: "allow" } as const;
    expect(chosen(ceilingOf("issue", rights), stated, other)).toBe("stated");
    expect(chosen(ceilingOf("translate", rights), stated, other)).toBe("other");
  });

  it("of two statements the earlier comes first", () => {
    const first = option("first", { [camera]: "allow", [record]: "deny" });
    const second = option("second", { [camera]: "deny", [record]: "allow" });
    expect(chosen(ceilingOf("issue", { [camera]: "allow", [record]: "allow" }), first, second)).toBe("first");
  });

  it("a statement is worth no right beyond the ceiling", () => {
    const beyond = option("beyond", { [camera]: "allow", [record]: "allow" });
    const under = option("under", { [camera]: "deny", [record]: "deny" });
    expect(chosen(ceilingOf("issue", { [camera]: "deny", [record]: "allow" }), beyond, under)).toBe("under");
  });

  it("what it does not mention decides between ways that keep its statements alike", () => {
    const silent = option("silent", { [camera]: "unknown", [record]: "allow" });
    const loud = option("loud", { [camera]: "deny", [record]: "allow" });
    expect(chosen(ceilingOf("issue", { [record]: "allow" }), silent, loud)).toBe("silent");
  });
});

describe("a denial that somebody can lift", () => {
  const firm = option("firm", { [camera]: "deny", [media]: "default(deny)" });
  const host = option("host", { [camera]: "deny, liftable", [media]: "allow" });
  const rights = { [camera]: "deny", [media]: "allow" } as const;

  it("is what was asked for when a grant is issued, beside what makes it so", () => {
    expect(chosen(ceilingOf("issue", rights), firm, host)).toBe("host");
    expect(chosen(ceilingOf("issue", { [camera]: "deny" }), firm, host)).toBe("firm");
  });

  it("gives way to one that holds where nothing else is lost", () => {
    const lifted = option("lifted", { [camera]: "deny, liftable" });
    expect(chosen(ceilingOf("issue", rights), lifted, option("held", { [camera]: "deny" }))).toBe("held");
  });

  it("is no denial when a token is moved, but for the very same one", () => {
    expect(chosen(ceilingOf("translate", rights), firm, host)).toBe("firm");
    const lifted = { ...rights, [camera]: "deny, liftable" } as const;
    expect(chosen(ceilingOf("translate", lifted), firm, host)).toBe("firm");
    expect(chosen(ceilingOf("translate", lifted, { sameVendor: true }), firm, host)).toBe("host");
  });

  it("keeps no more of what the source gives than one that holds", () => {
    const given = option("given", { [camera]: "allow" });
    const lifted = option("lifted", { [camera]: "deny, liftable" });
    for (const source of ["allow", "default(allow)"] as const)
      expect(chosen(ceilingOf("translate", { [camera]: source }), lifted, given)).toBe("given");
    const ceiling = ceilingOf("translate", { [camera]: "unknown" });
    expect(chooseOption(ceiling, [lifted, option("held", { [camera]: "deny" })]).choice).toBe("lifted");
    expect(chosen(ceiling, lifted, option("open", { [camera]: "unknown" }))).toBe("open");
  });

  it("is enough where the caller lets the right widen, since it keeps the rest", () => {
    const allowWidening = new Set<RightPath>([camera]);
    expect(chosen(ceilingOf("translate", rights, { allowWidening }), firm, host)).toBe("host");
    expect(chosen(ceilingOf("translate", { [camera]: "deny" }, { allowWidening }), firm, host)).toBe("firm");
    const doubtful = { ...rights, [camera]: "deny, liftable" } as const;
    expect(chosen(ceilingOf("translate", doubtful, { allowWidening }), firm, host)).toBe("host");
  });

  it("is nothing that an issued grant allows by being silent", () => {
    expect(chosen(ceilingOf("issue", { [camera]: "default(deny)" }), firm, host)).toBe("firm");
  });
});

describe("beyond the ceiling", () => {
  it("likeness counts for nothing", () => {
    // Both go beyond at one right; the source says something there, which neither is like.
    const ceiling = ceilingOf("translate", { [camera]: "deny", [media]: "default(deny)" });
    const said = option("said", { [camera]: "allow", [media]: "deny" });
    const silent = option("silent", { [camera]: "default(allow)", [media]: "default(deny)" });
    expect(chosen(ceiling, said, silent)).toBe("silent");
  });
});
