import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCompact } from "./parse-compact.js";
import { stripPastingNoise } from "./strip-noise.js";
import { EXP, mintClaims } from "./testing/mint.js";
import { leastProcessorMilliseconds } from "./testing/processor-time.js";

const token = mintClaims({ exp: EXP, room: "standup" });

describe("stripPastingNoise", () => {
  it.each([
    ["white space", ` \t${token}\r\n`],
    ["a no-break space, a zero width space, a byte order mark", `\ufeff\u00a0\u200b${token}\u200b`],
    ["double quotes", `"${token}"`],
    ["single quotes", `'${token}'`],
    ["back ticks", `\`${token}\``],
    ["typographic quotes", `\u201c${token}\u201d`],
    ["low quotes", `\u201e${token}\u201c`],
    ["one quote only", `"${token}`],
    ["a trailing comma", `"${token}",`],
    ["a trailing semicolon", `'${token}';\n`],
    ["line breaks inside", token.replaceAll(/(.{40})/g, "$1\r\n  ")],
    ["Bearer", `Bearer ${token}`],
    ["bearer and a quote", `"bearer  ${token}"`],
    ["a header line", `Authorization: Bearer ${token}\n`],
    ["a header line in small letters", `authorization:bearer ${token}`],
    ["a header line with blanks around its colon", `Authorization : Bearer ${token}`],
    ["a query without its link", `?t=${token}`],
    ["a link whose path looks like a parameter", `token=a?t=${token}`],
    ["a link with ?t=", `https://example.daily.co/standup?t=${token}`],
    ["a link with &token=", `https://meet.example/room?lang=en&token=${token}&x=1`],
    ["a link with #t=", `https://meet.example/room#t=${token}`],
    ["a link with a fragment behind", `https://meet.example/room?t=${token}#config`],
    ["a link without its scheme", `example.daily.co/standup?t=${token}`],
    ["a quoted link that was wrapped", `"https://meet.example/r?t=${token.slice(0, 50)}\n${token.slice(50)}",`],
  ])("removes %s", (_name, text) => {
    const { text: bare, findings } = stripPastingNoise(text);
    expect(bare).toBe(token);
    expect(findings.map(({ id, severity }) => [id, severity])).toEqual([["token.pasting-noise", "warning"]]);
    expect(JSON.stringify(findings)).not.toContain(token.slice(0, 20));
    // What verifies never strips.
    expect(parseCompact(text, { header: { algorithms: ["HS256"] } }).findings.length).toBeGreaterThan(0);
  });

  it("leaves a bare token alone and says nothing", () => {
    expect(stripPastingNoise(token)).toEqual({ text: token, findings: [] });
  });

  it.each([
    ["another parameter", `https://meet.example/room?jwt=${token}`],
    ["two candidates", `https://meet.example/room?t=${token}&token=${token}`],
    ["a parameter outside a link", `t=${token}`],
    ["a name that ends like a parameter", `xt=${token}`],
    ["parameters without a value", "https://meet.example/room?tx&tokens"],
    ["an empty parameter", "https://meet.example/room?t="],
    ["another scheme", `Basic${token}`],
    ["padding", `${token}==`],
    ["JSON", `{"token":"${token}"}`],
    ["a leading comma", `,${token}`],
    ["percent escapes", `${token}%20`],
  ])("does not guess: %s", (_name, text) => {
    expect(stripPastingNoise(text)).toEqual({ text, findings: [] });
  });

  it.each([
    [`"${token}"`, ["quotes"]],
    [`${token};`, ["punctuation"]],
    [` ${token}`, ["white space"]],
    [`${token.slice(0, 9)}\n${token.slice(9)}`, ["white space"]],
    [`Bearer ${token}`, ["`Bearer `"]],
    [`?t=${token}`, ["a link"]],
    [`"Bearer ${token}",`, ["quotes", "punctuation", "`Bearer `"]],
  ])("says what it removed (%#)", (text, removed) => {
    const said = stripPastingNoise(text).findings[0]?.message.replace(/^.*: (.*)\.$/, "$1");
    expect(said?.split(", ").sort()).toEqual(removed.toSorted());
  });

  it("returns a text that is too long as it is", () => {
    expect(stripPastingNoise(` ${"a".repeat(32767)}`).text).toBe("a".repeat(32767));
    const long = ` ${"a".repeat(32768)}`;
    expect(stripPastingNoise(long)).toEqual({ text: long, findings: [] });
  });

  it("is done after one application, and never makes a text longer", () => {
    const piece = fc.constantFrom(
      token,
      '"',
      "'",
      " ",
      "\n",
      "Bearer ",
      "Authorization: ",
      "?t=",
      "&token=",
      "#t=",
      ",",
      ";",
      "a",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join("");
        const once = stripPastingNoise(text).text;
        expect(once.length).toBeLessThanOrEqual(text.length);
        expect(stripPastingNoise(once).text).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    '"',
    " ",
    "Bearer ",
    "bearer  ",
    '"bearer ',
    "authorization: bearer ",
    "?t=",
    "?t=bearer ",
    "&",
    "Authorization: ",
    "#t=a",
    "'\n",
  ])("takes time in proportion to the text: %j again and again", (piece) => {
    const costOf = (length: number, rounds: number) => {
      const hostile = piece.repeat(Math.floor(length / piece.length));
      return leastProcessorMilliseconds(() => {
        for (let round = 0; round < rounds; round += 1) stripPastingNoise(hostile);
      });
    };
    // The same number of characters in all. One pass over the text for each layer would make the long text cost sixteen
    // times as much; the milliseconds are the grain of the measurement.
    expect(costOf(32768, 8)).toBeLessThan(4 * costOf(2048, 128) + 20);
  });

  it("takes off every one of many layers", () => {
    expect(stripPastingNoise(`${'"Bearer '.repeat(4000)}${token}`).text).toBe(token);
    expect(stripPastingNoise(`Bearer https://meet.example/r?t="Bearer ${token}"`).text).toBe(token);
    expect(stripPastingNoise(`https://meet.example/r? t = ${token}`).text).toBe(token);
  });
});
