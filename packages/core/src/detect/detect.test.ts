import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnyAdapter, Evidence, Recognition } from "../adapter/adapter.js";
import { makeToyAdapter, toyAdapter } from "../testing/toy-adapter.js";
import { detect, detectClaims } from "./index.js";

const twinAdapter = makeToyAdapter("twin", "Twin");

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const tokenOf = (claims: unknown, header: unknown = { alg: "HS256" }): string =>
  `${part(header)}.${part(claims)}.${part("signature")}`;

/** An adapter that is always as sure as this, or that does something else. */
function adapterOf(
  vendor: string,
  recognize: Recognition["confidence"] | ((evidence: Evidence) => unknown),
): AnyAdapter {
  const answer =
    typeof recognize === "function" ? recognize : () => ({ confidence: recognize, reason: "It looks so." });
  return { ...toyAdapter, vendor, displayName: vendor.toUpperCase(), recognize: answer as AnyAdapter["recognize"] };
}

const weigh = (...adapters: readonly AnyAdapter[]): string => {
  const { vendor, confidence, reason } = detectClaims({ header: {}, claims: {} }, adapters);
  return `${vendor}, ${confidence}: ${reason}`;
};

describe("weighing what the adapters say", () => {
  it("takes the one that is surest", () => {
    expect(weigh(adapterOf("a", "likely"))).toBe("a, likely: It looks so.");
    expect(weigh(adapterOf("a", "likely"), adapterOf("b", "certain"))).toBe("b, certain: It looks so.");
    expect(weigh(adapterOf("a", "possible"), adapterOf("b", "likely"))).toBe("b, likely: It looks so.");
  });

  it("never guesses", () => {
    expect(weigh()).toBe("unknown, none: No adapter recognizes it.");
    expect(weigh(adapterOf("a", "possible"))).toBe(
      "unknown, none: Nothing in it is a clear mark of a vendor; it is possible for A.",
    );
    expect(weigh(adapterOf("a", "likely"), adapterOf("b", "possible"), adapterOf("c", "likely"))).toBe(
      "unknown, none: It is equally likely for A, C.",
    );
    expect(weigh(adapterOf("a", "certain"), adapterOf("b", "certain"))).toBe(
      "unknown, none: It is equally certain for A, B.",
    );
  });

  it("lists every candidate, the surest first, and each vendor once", () => {
    const adapters = [
      adapterOf("a", "possible"),
      adapterOf("b", "likely"),
      adapterOf("a", "certain"),
      adapterOf("a", "likely"),
    ];
    const { vendor, candidates } = detectClaims({ header: {}, claims: {} }, adapters);
    expect(vendor).toBe("a");
    expect(candidates).toEqual([
      { vendor: "a", confidence: "certain", reason: "It looks so." },
      { vendor: "b", confidence: "likely", reason: "It looks so." },
    ]);
  });

  it("is not stopped by an adapter that stumbles or answers nonsense", () => {
    const faulty = adapterOf("a", () => {
      throw new TypeError("no");
    });
    const answers = [null, {}, { confidence: "sure" }, { confidence: "toString" }];
    const odd = answers.map((answer, index) => adapterOf(`odd-${index}`, () => answer));
    expect(weigh(faulty, ...odd)).toBe("unknown, none: No adapter recognizes it.");
    expect(weigh(faulty, ...odd, adapterOf("b", "likely"))).toBe("b, likely: It looks so.");
  });

  it.each([
    null,
    undefined,
    "text",
    { header: {} },
    { claims: {} },
    { header: [], claims: {} },
    { header: {}, claims: 1 },
  ])("knows nothing of %j", (evidence) => {
    const { vendor, reason } = detectClaims(evidence as unknown as Evidence, [adapterOf("a", "certain")]);
    expect([vendor, reason]).toEqual(["unknown", "Header and claims are not both JSON objects."]);
  });
});

describe("a token", () => {
  const adapters = [toyAdapter, twinAdapter];
  const token = tokenOf({ kind: "toy/1" });

  it("is found by its mark", () => {
    expect(detect(token, adapters)).toEqual({
      vendor: "toy",
      confidence: "certain",
      reason: "It has the vendor's mark.",
      candidates: [{ vendor: "toy", confidence: "certain", reason: "It has the vendor's mark." }],
    });
    expect(detect(tokenOf({ kind: "twin/1" }), adapters).vendor).toBe("twin");
    expect(detect(tokenOf({ room: "r" }), adapters).vendor).toBe("unknown");
    expect(detect(token, []).vendor).toBe("unknown");
  });

  it.each([` ${token}\n`, `"${token}"`, `Bearer ${token}`, `https://example.com/r?t=${token}`])(
    "is found in what was pasted around it: %#",
    (pasted) => {
      expect(detect(pasted, adapters).vendor).toBe("toy");
    },
  );

  it("is found whatever its header says, and as far as it can be read", () => {
    for (const header of [{ alg: "none" }, { alg: "RS512", typ: "meeting", kid: "k" }, {}, { alg: 7, crit: ["x"] }]) {
      expect(detect(tokenOf({ kind: "toy/1" }, header), adapters).vendor).toBe("toy");
    }
    expect(detect(token.slice(0, token.lastIndexOf(".")), adapters).vendor).toBe("toy");
  });

  it("shows its header to the adapters", () => {
    const byHeader = adapterOf("a", ({ header }) =>
      header["typ"] === "meeting" ? { confidence: "certain", reason: "Its type." } : undefined,
    );
    expect(detect(tokenOf({}, { typ: "meeting" }), [byHeader]).vendor).toBe("a");
    expect(detect(tokenOf({}), [byHeader]).vendor).toBe("unknown");
  });

  it.each([
    ["", "The text does not have exactly three parts."],
    ["hello", "The text does not have exactly three parts."],
    ["a.b.c.d.e", "The token has five parts."],
    ["!.!.!", "A foreign character stands at position 0."],
    [`${part([])}.${part({})}.x`, "The header part is not a JSON object."],
    ["x".repeat(20_000), "The token is longer than the limit."],
  ])("that is none is unknown, and the reason says why: %#", (text, reason) => {
    expect(detect(text, adapters)).toEqual({ vendor: "unknown", confidence: "none", reason, candidates: [] });
  });

  it.each([undefined, null, 7, {}])("that is no text at all is unknown: %j", (value) => {
    expect(detect(value as unknown as string, adapters).reason).toMatch(
      /^The token is (undefined|null|a number|an object), not a string\.$/,
    );
  });

  it("never throws, and has a vendor only with a candidate", () => {
    const anyText = fc.oneof(
      fc.string(),
      fc.jsonValue().map((claims) => tokenOf(claims)),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const { vendor, candidates } = detect(text, [...adapters, adapterOf("a", "possible")]);
        expect(vendor === "unknown" || candidates[0]?.vendor === vendor).toBe(true);
      }),
    );
  });
});
