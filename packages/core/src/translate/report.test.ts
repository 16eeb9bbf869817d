import { describe, expect, it } from "vitest";
import { RoompassError } from "../errors/roompass-error.js";
import { entry, fold, type Refusal, type ReportEntry, type ReportKind } from "./report.js";
import { TranslationError } from "./translation-error.js";

const byKind = ({ kind }: ReportEntry): ReportKind => kind;
const line = (path: string, kind: ReportKind = "assumed", reason = "Because.", from: unknown = "a"): ReportEntry =>
  entry(kind, path, from, "b", reason);
const folded = (...lines: ReportEntry[]): [string, readonly string[] | undefined][] =>
  fold(lines, byKind).map(({ path, covers }) => [path, covers]);

describe("an entry", () => {
  it("says what its kind means for the holder", () => {
    const kinds = ["exact", "assumed", "narrowed", "dropped", "moved", "advisory", "widened"] as const;
    expect(kinds.map((kind) => line("entry", kind).effect)).toEqual([
      "same",
      "uncertain",
      "less",
      "same",
      "elsewhere",
      "uncertain",
      "more",
    ]);
  });

  it("has a remedy only if there is one", () => {
    expect(line("entry")).not.toHaveProperty("remedy");
    const remedy = { where: "policy", setting: "vouch" } as const;
    expect(entry("moved", "entry", 1, 2, "x", remedy).remedy).toEqual(remedy);
  });
});

describe("folding", () => {
  const cam = "rights.publish.camera";
  const mic = "rights.publish.microphone";
  const remove = "rights.moderate.remove";

  it("puts children that tell the same story into one line at the place of the first", () => {
    expect(folded(line("entry"), line(cam), line("rights.admit"), line(mic), line(remove))).toEqual([
      ["entry", undefined],
      ["rights.publish", [cam, mic]],
      ["rights.admit", undefined],
      [remove, undefined],
    ]);
  });

  it("keeps the story", () => {
    const [first] = fold([line(cam), line(mic)], byKind);
    expect(first).toEqual({ ...line(cam), path: "rights.publish", covers: [cam, mic] });
  });

  it("leaves apart what differs in anything", () => {
    const remedy = { where: "policy", setting: "vouch" } as const;
    for (const other of [
      line(mic, "advisory"),
      line(mic, "assumed", "Otherwise."),
      line(mic, "assumed", "Because.", "c"),
      { ...line(mic), to: "c" },
      { ...line(mic), remedy },
      line(remove),
    ]) {
      expect(folded(line(cam), other)).toHaveLength(2);
    }
  });

  it("leaves apart what is no right, whatever it says", () => {
    expect(folded(line("participant.name"), line("participant.email"))).toHaveLength(2);
    expect(folded(line("rights.record"), line("rights.admit"))).toHaveLength(2);
    expect(folded(line("unknown.a.b"), line("unknown.a.c"))).toHaveLength(2);
    expect(folded(line("extensions.frank.a"), line("extensions.frank.b"))).toHaveLength(2);
  });

  it("never invents a path: two lines at one place stay two lines", () => {
    expect(folded(line("room"), line("room"))).toEqual([
      ["room", undefined],
      ["room", undefined],
    ]);
    expect(folded(line("unknown.a.b"), line("unknown.a.b"))).toHaveLength(2);
    expect(folded(line("room"), line("room", "moved"))).toHaveLength(2);
  });

  it("does not change what it is given", () => {
    const lines = Object.freeze([Object.freeze(line(cam)), Object.freeze(line(mic))]);
    expect(fold(lines, byKind)).toHaveLength(1);
    expect(fold([], byKind)).toEqual([]);
  });
});

describe("the error of a refused translation", () => {
  const refusals: readonly Refusal[] = [
    { path: "entry", from: "ask", to: "direct", reason: "It asks." },
    { path: "rights.record", from: "deny", to: "unknown", reason: "It must not." },
  ];

  it("names both vendors and every path", () => {
    const error = new TranslationError("Toy", "Twin", refusals);
    expect(RoompassError.isInstance(error)).toBe(true);
    expect(error.name).toBe("TranslationError");
    expect(error.code).toBe("translate.refused");
    expect(error.path).toBe("entry");
    expect(error.message).toBe("A Toy token cannot become a Twin token: refused at entry, rights.record.");
    expect(error.details).toEqual({ from: "Toy", to: "Twin", paths: ["entry", "rights.record"] });
    expect(error.cure).toContain("refusals");
    expect(error.refusals).toBe(refusals);
  });

  it("is plain data as JSON, refusals and all", () => {
    expect(new TranslationError("Toy", "Twin", refusals).toJSON()).toEqual({
      name: "TranslationError",
      code: "translate.refused",
      message: expect.any(String),
      path: "entry",
      details: expect.any(Object),
      cure: expect.any(String),
      refusals,
    });
  });

  it("has no path where there is nothing to name", () => {
    expect(new TranslationError("Toy", "Twin", []).path).toBeUndefined();
  });
});
