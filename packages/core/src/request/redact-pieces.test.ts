import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { redactPieces } from "./redact-pieces.js";

const mark = "[x]";

describe("redacting pieces", () => {
  it("hides eight characters and more, in any case and either base64 alphabet", () => {
    expect(redactPieces("say ABCDEFGH now", ["0abcdefgh0"], mark)).toBe("say [x] now");
    expect(redactPieces("say abcdefg now", ["0abcdefgh0"], mark)).toBe("say abcdefg now");
    expect(redactPieces("say ab+/ab+/ now", ["ab-_ab-_"], mark)).toBe("say [x] now");
  });

  it("hides overlapping and touching pieces as one, and separate ones each", () => {
    const whole = "abcdefghijklmnop";
    expect(redactPieces(`${whole}${whole}`, [whole], mark)).toBe(mark);
    expect(redactPieces(`${whole} ${whole}`, [whole], mark)).toBe("[x] [x]");
    expect(redactPieces("abcdefghijkl", ["abcdefgh", "fghijkl0"], mark)).toBe("[x]ijkl");
  });

  it("hides nothing where nothing is sensitive", () => {
    expect(redactPieces("any text", [], mark)).toBe("any text");
    expect(redactPieces("any text", [""], mark)).toBe("any text");
    expect(redactPieces("", ["secret-text"], mark)).toBe("");
  });

  it("keeps everything else in its place, whatever the characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (before, after) => {
        const said = redactPieces(`${before}|0123456789|${after}`, ["0123456789"], mark);
        fc.pre(!/\d{8}/.test(before + after));
        expect(said).toBe(`${before}|${mark}|${after}`);
      }),
    );
  });
});
