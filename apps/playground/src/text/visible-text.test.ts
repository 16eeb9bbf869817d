import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { visibleJson, visiblePieces, visibleText } from "./visible-text.js";

/** Any text at all, halves of surrogate pairs among it. */
const anyText = fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) });

const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{DI}]/u;

describe("text from outside", () => {
  it("is left as it is where it shows itself", () => {
    expect(visiblePieces("Ünal 渡辺 😀")).toEqual({ pieces: [{ text: "Ünal 渡辺 😀" }], left: 0 });
  });

  it.each([
    ["a\u202eb", "a[U+202E]b"],
    ["\u0000", "[U+0000]"],
    ["line\nbreak", "line[U+000A]break"],
    ["\ufeffx", "[U+FEFF]x"],
    ["tag\u{e0041}", "tag[U+E0041]"],
    ["half\ud800", "half[U+D800]"],
    ["soft\u00adhyphen", "soft[U+00AD]hyphen"],
    ["lobby\u3164", "lobby[U+3164]"],
    ["lobby\ufe0f", "lobby[U+FE0F]"],
    ["lobby\u{e0101}", "lobby[U+E0101]"],
    ["lob\u034fby", "lob[U+034F]by"],
    ["lobby\u2800", "lobby[U+2800]"],
    ["the\u00a0lobby", "the[U+00A0]lobby"],
    ["the\u3000lobby", "the[U+3000]lobby"],
  ])("shows %j by its code", (text, shown) => {
    expect(visibleText(text)).toBe(shown);
  });

  it("names the characters that turn text around", () => {
    expect(visiblePieces("\u202e").pieces).toEqual([{ code: "U+202E", name: "right-to-left override" }]);
    expect(visiblePieces("\u2067").pieces).toEqual([{ code: "U+2067", name: "right-to-left isolate" }]);
  });

  it("is cut, and says how much is left", () => {
    expect(visibleText("x".repeat(130), 100)).toBe(`${"x".repeat(100)}… (30 more characters)`);
  });

  it("never lets a hidden character through, whatever the text is", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(visibleText(text)).not.toMatch(hidden);
      }),
    );
  });
});

describe("JSON", () => {
  it("keeps short lists on one line", () => {
    expect(visibleJson({ permissions: ["allow_join", "allow_mod"] })).toBe(
      '{\n  "permissions": ["allow_join", "allow_mod"]\n}',
    );
  });

  it("shows nothing that hides, and still says the same", () => {
    fc.assert(
      fc.property(fc.jsonValue(), anyText, (value, text) => {
        const json = visibleJson({ value, [text]: text });
        expect(json.replaceAll("\n", "")).not.toMatch(hidden);
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify({ value, [text]: text })));
      }),
    );
  });
});
