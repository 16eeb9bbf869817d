import { describe, expect, it } from "vitest";
import type { ComponentVerdict } from "../authority/compare-rights.js";
import { type FieldPath, type GrantPath, rightPaths } from "../grant/right-path.js";
import { reasonForField, reasonForRight, siblingsOf } from "./reasons.js";

const names = { from: "Toy", to: "Twin" };
const difference = (path: GrantPath, verdict: ComponentVerdict, from: unknown, to: unknown) => ({
  path,
  verdict,
  from,
  to,
});

describe("the reason for a right", () => {
  it.each([
    ["allow", "deny", "The Toy token allows it; the Twin token denies it."],
    ["deny", "ungoverned", "The Toy token denies it; the Twin token cannot withhold it from anybody who joins."],
    ["possible", "allow", "The Toy token has a role that may include it; the Twin token allows it."],
    ["allow", "possible", "The Toy token allows it; the Twin token would give a role that may include it."],
    [
      "default(allow)",
      "unknown",
      "The Toy token is silent and allows it by default; the Twin token leaves it to the room or does not document it.",
    ],
    [
      "default(deny)",
      "default(allow)",
      "The Toy token is silent and denies it by default; the Twin token is silent and allows it by default.",
    ],
    [
      "unknown",
      "default(deny)",
      "The Toy token is silent and its room decides; the Twin token does not give it, but a setting might.",
    ],
    ["ungoverned", "deny", "The Toy token has no say over it; the Twin token denies it."],
  ])("%s against %s", (from, to, sentence) => {
    const verdict = to === "deny" ? "narrowed" : "wider";
    expect(reasonForRight(difference("rights.admit", verdict, from, to), names)).toBe(sentence);
  });

  it("says where a token makes exceptions", () => {
    const denial = { reading: "deny", exceptions: true };
    expect(reasonForRight(difference("rights.subscribe", "wider", denial, denial), names)).toBe(
      "The Toy token denies it, with exceptions that have no neutral name; the Twin token denies it, with exceptions that have no neutral name.",
    );
  });

  it("tells what everybody may from what nobody knows", () => {
    const to = { from: "ungoverned", to: "unknown" } as const;
    expect(reasonForRight(difference("rights.subscribe", "assumed", to.from, to.to), names)).toBe(
      "The Toy token cannot withhold it, and everybody may; the Twin token leaves it to the room or does not document it.",
    );
    expect(reasonForRight(difference("rights.subscribe", "advisory", to.from, to.to), names)).toBe(
      "The Toy token has no say over it; the Twin token leaves it to the room or does not document it.",
    );
    expect(reasonForRight(difference("rights.subscribe", "assumed", "default(allow)", "allow"), names)).toBe(
      "The Toy token is silent and allows it by default; the Twin token allows it.",
    );
  });

  it("tells a denial that holds from one that a setting might lift", () => {
    const of = (verdict: ComponentVerdict): string =>
      reasonForRight(difference("rights.livestream", verdict, "allow", "default(deny)"), names);
    for (const verdict of ["moved", "advisory", "wider", "assumed"] as const)
      expect(of(verdict)).toBe("The Toy token allows it; the Twin token does not give it, but a setting might.");
    for (const verdict of ["equal", "narrowed"] as const)
      expect(of(verdict)).toBe("The Toy token allows it; the Twin token does not give it.");
  });

  it("tells a denial that holds from one that its own holder might lift", () => {
    const of = (verdict: ComponentVerdict): string =>
      reasonForRight(difference("rights.publish.camera", verdict, "deny", "deny"), names);
    for (const verdict of ["moved", "advisory", "wider", "assumed"] as const)
      expect(of(verdict)).toBe("The Toy token denies it; the Twin token denies it, but that may be lifted.");
    for (const verdict of ["equal", "narrowed"] as const)
      expect(of(verdict)).toBe("The Toy token denies it; the Twin token denies it.");
  });

  it("reads through modes and selections", () => {
    const limited = { reading: "allow", modes: ["cloud"] };
    expect(reasonForRight(difference("rights.record", "narrowed", "allow", limited), names)).toBe(
      "The Toy token allows it; the Twin token allows it.",
    );
  });

  it("says when neither contains the other", () => {
    expect(reasonForRight(difference("rights.visible", "incomparable", "allow", "deny"), names)).toBe(
      "Neither contains the other: the Toy token allows it, the Twin token denies it.",
    );
  });

  it("says something even about a reading that nobody has heard of", () => {
    for (const odd of [null, 7, {}])
      expect(reasonForRight(difference("rights.admit", "wider", odd, odd), names)).toBe(
        "The Toy token says so; the Twin token says so.",
      );
  });
});

describe("the reason for anything else", () => {
  const paths: readonly FieldPath[] = [
    ...(["purpose", "room", "participant.id", "notBefore", "expiresAt", "stay.endsAtExpiry"] as const),
    ...(["stay.maxSeconds", "entry", "automation.record", "automation.transcribe"] as const),
  ];

  it("is one sentence for more and another for less, different for every path", () => {
    const sentences = paths.flatMap((path) =>
      (["wider", "narrowed"] as const).map((verdict) => reasonForField(difference(path, verdict, 0, 0))),
    );
    for (const sentence of sentences) expect(sentence).toMatch(/^The [^.]+\.$/);
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it("takes what is incomparable for more", () => {
    for (const path of paths) {
      expect(reasonForField(difference(path, "incomparable", 0, 0))).toBe(
        reasonForField(difference(path, "wider", 0, 0)),
      );
    }
  });

  it("says the least about a path without a sentence", () => {
    expect(reasonForField(difference("client.language", "wider", 0, 0))).toBe("The two differ.");
  });
});

describe("siblings", () => {
  it("are the rights below one parent, data apart", () => {
    expect(siblingsOf("rights.publish.camera", rightPaths)).toEqual([
      "rights.publish.microphone",
      "rights.publish.camera",
      "rights.publish.screen",
      "rights.publish.screenAudio",
      "rights.publish.custom",
    ]);
    expect(siblingsOf("rights.moderate.media", rightPaths)).toHaveLength(3);
    expect(siblingsOf("rights.record", rightPaths)).toEqual(["rights.record"]);
  });
});
