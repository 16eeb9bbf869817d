// Limits of one token: 16384 characters, 16 levels, 256 members. What is beyond is refused before it costs anything.
import { accept, model, pages, practices, refuse } from "./core-words.mjs";

const longest = 16_384;
const levels = 16;
const members = 256;

const shared = { budgetMilliseconds: 50 };
const filled = (tokenCharacters) => ({ claims: { large: [{ name: "x-fill", tokenCharacters }] } });
const deep = (depth) => ({ claims: { large: [{ name: "x-deep", depth }] } });
const lists = (depth) => ({ claims: { first: `"x-deep":${"[".repeat(depth)}${"]".repeat(depth)},` } });
const inAll = (namesInAll) => ({ claims: { large: [{ prefix: "x-", namesInAll }] } });
const repeated = (part, text, count) => ({ edits: [{ edit: "repeat", part, text, count }] });

const length = {
  title: "The length of a token and of its parts",
  shared,
  source: practices,
  spec: ["https://www.rfc-editor.org/rfc/rfc8725#section-3.3", pages.jws],
  tests: [
    accept("token-at-limit", `exactly ${longest} characters`, ["AtLimit"], filled(longest)),
    refuse("token-over-limit", "one character more", ["OverLimit"], "token-at-limit", filled(longest + 1), [
      "token.too-large",
    ]),
    refuse("token-of-100-kilobytes", "a hundred kilobytes", ["OverLimit"], "token-at-limit", filled(100_000), [
      "token.too-large",
    ]),
    ...[
      ["header", 0],
      ["claims", 1],
      ["signature", 2],
    ].map(([name, part]) =>
      refuse(
        `${name}-of-a-megabyte`,
        `a ${name} part of a megabyte`,
        ["OverLimit"],
        "token-at-limit",
        repeated(part, "AAAA", 262_144),
        ["token.too-large"],
      ),
    ),
    refuse(
      "dots-of-a-megabyte",
      "a megabyte of dots behind the token",
      ["OverLimit"],
      "token-at-limit",
      repeated(2, ".", 1_048_576),
      ["token.too-large"],
    ),
    refuse("dots-within-the-limit", "ten thousand parts", ["OverLimit"], "token-at-limit", repeated(2, ".", 10_000), [
      "token.not-three-parts",
    ]),
    refuse(
      "blanks-of-a-megabyte",
      "a megabyte of blanks behind the token",
      ["OverLimit"],
      "token-at-limit",
      repeated(2, " ", 1_048_576),
      ["token.too-large"],
    ),
    refuse(
      "header-within-the-limit",
      "a header part of ten kilobytes that is no JSON",
      ["OverLimit"],
      "token-at-limit",
      repeated(0, "AAAA", 2500),
      ["token.not-json", "token.not-utf8"],
    ),
    refuse(
      "key-id-of-8-kilobytes",
      "the id of a key of eight kilobytes",
      ["OverLimit"],
      "token-at-limit",
      { header: { members: { kid: "k".repeat(8192) } } },
      ["header.key-id", "header.unsupported-member"],
    ),
    refuse(
      "signature-of-8-kilobytes",
      "a signature of eight kilobytes",
      ["OverLimit"],
      "token-at-limit",
      repeated(2, "AAAA", 2048),
      ["signature.mismatch", "token.not-canonical"],
      { requires: ["verify.offline"] },
    ),
  ],
};

const nesting = {
  title: "Objects and lists inside each other",
  shared,
  source: model,
  spec: ["https://www.rfc-editor.org/rfc/rfc8259#section-9"],
  tests: [
    accept("objects-at-limit", `${levels} levels, the claims themselves counted`, ["AtLimit"], deep(levels - 1)),
    refuse("objects-over-limit", "one level more", ["OverLimit"], "objects-at-limit", deep(levels), ["token.too-deep"]),
    refuse("objects-very-deep", "1500 levels", ["OverLimit"], "objects-at-limit", deep(1500), ["token.too-deep"]),
    accept("lists-at-limit", `${levels} levels of lists`, ["AtLimit"], lists(levels - 1)),
    refuse("lists-over-limit", "one level more", ["OverLimit"], "lists-at-limit", lists(levels), ["token.too-deep"]),
    refuse("lists-very-deep", "500 levels of lists", ["OverLimit"], "lists-at-limit", lists(500), ["token.too-deep"]),
    refuse(
      "lists-that-never-close",
      "five hundred lists that never close",
      ["OverLimit"],
      "lists-at-limit",
      { claims: { text: `{"x":${"[".repeat(500)}` } },
      ["token.too-deep", "token.not-json"],
    ),
    refuse(
      "header-over-limit",
      "a header of more levels",
      ["OverLimit"],
      "lists-at-limit",
      { header: { first: `"x":${"[".repeat(levels)}${"]".repeat(levels)},` } },
      ["token.too-deep"],
    ),
  ],
};

const names = {
  title: "Members of all objects together",
  shared,
  source: model,
  spec: ["https://www.rfc-editor.org/rfc/rfc8259#section-9"],
  tests: [
    accept("members-at-limit", `${members} members, those of objects inside counted`, ["AtLimit"], inAll(members)),
    refuse("members-over-limit", "one member more", ["OverLimit"], "members-at-limit", inAll(members + 1), [
      "token.too-many-names",
    ]),
    refuse("members-far-over-limit", "a thousand members", ["OverLimit"], "members-at-limit", inAll(1000), [
      "token.too-many-names",
    ]),
    accept("long-name", "a name of a thousand letters", ["AtLimit"], {
      claims: { members: { [`x-${"n".repeat(998)}`]: 1 } },
    }),
    accept("long-text", "a text of ten thousand letters", ["AtLimit"], {
      claims: { large: [{ name: "x-text", characters: 10_000 }] },
    }),
    refuse(
      "many-duplicates",
      "the same name two hundred times",
      ["OverLimit"],
      "members-at-limit",
      { claims: { first: '"x":1,'.repeat(200) } },
      ["token.duplicate-name"],
    ),
    refuse(
      "long-number",
      "a number of a thousand digits",
      ["OverLimit"],
      "long-text",
      { claims: { first: `"x":${"9".repeat(1000)},` } },
      ["token.bad-number"],
    ),
    refuse(
      "many-escapes",
      "five hundred escapes, and the last one breaks off",
      ["OverLimit"],
      "long-text",
      { claims: { first: `"x":"${"\\u0041".repeat(500)}\\u00",` } },
      ["token.not-json"],
    ),
  ],
};

export default {
  file: "limits",
  category: "limits",
  title: "Tokens at the limits and beyond them",
  groups: [length, nesting, names],
};
