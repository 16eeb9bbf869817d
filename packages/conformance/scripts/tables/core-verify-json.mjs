// Inside the parts: UTF-8, one JSON object, names that stand once.
import { accept, bytes, json, pages, refuse, refuseEach } from "./core-words.mjs";

const opening = (first) => ({ claims: { first } });

const invalidUtf8 = [
  ["lone-byte", "a byte that UTF-8 does not have", [0xff]],
  ["continuation", "a continuation byte alone", [0x80]],
  ["cut-short", "a character that breaks off", [0xe2, 0x82]],
  ["overlong", "a slash in two bytes", [0xc0, 0xaf]],
  ["overlong-nul", "a NUL in two bytes", [0xc0, 0x80]],
  ["surrogate", "half of a surrogate pair in three bytes", [0xed, 0xa0, 0x80]],
  ["too-far", "a character behind the last", [0xf4, 0x90, 0x80, 0x80]],
];
const inText = (values) => bytes(...Buffer.from('"x":"'), ...values, ...Buffer.from('",'));
const mark = bytes(0xef, 0xbb, 0xbf);

const encoding = {
  title: "UTF-8 and nothing else",
  source: json,
  spec: [pages.utf8, "https://www.rfc-editor.org/rfc/rfc3629#section-3"],
  tests: [
    accept(
      "form.beyond-ascii",
      "letters of many scripts are fine",
      ["Plain"],
      opening('"x":"äß\u0434\u4e2d\u{1f600}",'),
    ),
    ...invalidUtf8.map(([id, comment, values]) =>
      refuse(
        `form.utf8-${id}`,
        `${comment}, in the claims`,
        ["InvalidEncoding"],
        "form.beyond-ascii",
        { claims: { firstBytes: inText(values) } },
        ["token.not-utf8"],
      ),
    ),
    refuse(
      "form.utf8-in-header",
      "a byte that UTF-8 does not have, in the header",
      ["InvalidEncoding"],
      "plain",
      { header: { bytesAfter: bytes(0xff) } },
      ["token.not-utf8"],
    ),
    refuse(
      "form.byte-order-mark",
      "a byte order mark before the claims",
      ["InvalidEncoding"],
      "plain",
      { claims: { bytesBefore: mark } },
      ["token.byte-order-mark", "token.not-json"],
    ),
    refuse(
      "form.byte-order-mark-of-header",
      "a byte order mark before the header",
      ["InvalidEncoding"],
      "plain",
      { header: { bytesBefore: mark } },
      ["token.byte-order-mark", "token.not-json"],
    ),
    ...["utf-16le", "utf-16be"].map((name) =>
      refuse(
        `form.${name}`,
        `claims in ${name.toUpperCase()}`,
        ["InvalidEncoding"],
        "plain",
        { claims: { encoding: name } },
        ["token.not-utf8", "token.not-json"],
      ),
    ),
    refuse(
      "form.utf-16-marked",
      "claims in UTF-16 with its byte order mark",
      ["InvalidEncoding"],
      "plain",
      { claims: { encoding: "utf-16le", bytesBefore: bytes(0xff, 0xfe) } },
      ["token.not-utf8", "token.not-json"],
    ),
  ],
};

const other = (rows, codes, flags = ["NotJson"]) =>
  rows.map(([id, comment, claims]) => refuse(`form.${id}`, comment, flags, "plain", { claims }, codes));

const text = {
  title: "One JSON object in header and claims",
  source: json,
  spec: [pages.jsonText, "https://www.rfc-editor.org/rfc/rfc7519#section-7.2"],
  tests: [
    ...other(
      [
        ["claims-list", "a list in place of the claims", { text: "[]" }],
        ["claims-list-of-claims", "the claims inside a list", { before: "[", after: "]" }],
        ["claims-text", "a text in place of the claims", { text: '"claims"' }],
        ["claims-number", "a number in place of the claims", { text: "1" }],
        ["claims-null", "null in place of the claims", { text: "null" }],
        ["claims-true", "true in place of the claims", { text: "true" }],
      ],
      ["token.not-an-object"],
    ),
    ...other(
      [
        ["claims-cut", "claims that break off", { text: '{"a":1' }],
        ["claims-twice", "two objects one after the other", { after: "{}" }],
        ["claims-comma", "a comma behind the last member", { text: '{"a":1,}' }],
        ["claims-comment", "a comment before the claims", { before: "/* */" }],
        ["claims-quotes", "single quotation marks", { text: "{'a':1}" }],
        ["claims-not-a-number", "a value that JSON does not have", { first: '"x":NaN,' }],
        ["claims-leading-zero", "a number that begins with zero", { first: '"x":01,' }],
        ["claims-line-break", "a line break inside a text", { first: '"x":"\n",' }],
        ["claims-no-break-space", "a no-break space before the claims", { before: "\u00a0" }],
        ["claims-nul", "a NUL behind the claims", { after: "\0" }],
      ],
      ["token.not-json"],
    ),
    ...refuseEach(
      [
        ["form.header-list", "a list in place of the header", "[]"],
        ["form.header-text", "a text in place of the header", '"HS256"'],
        ["form.header-null", "null in place of the header", "null"],
      ],
      ["NotJson"],
      "plain",
      (value) => ({ header: { text: value } }),
      ["token.not-an-object"],
    ),
    refuse("form.header-not-json", "a header that is no JSON", ["NotJson"], "plain", { header: { text: "HS256" } }, [
      "token.not-json",
    ]),
    refuse("form.words", "three words with dots between them", ["NotJson"], "plain", { literal: "meet.standup.team" }, [
      "token.not-canonical",
      "token.not-utf8",
      "token.not-json",
    ]),
  ],
};

const names = {
  title: "Names that stand once, and numbers that stay what they are",
  source: json,
  spec: [pages.json, "https://www.rfc-editor.org/rfc/rfc7515#section-5.2"],
  tests: [
    accept("form.two-names", "two members with names of their own", ["Plain"], opening('"x":1,"y":2,')),
    accept(
      "form.inherited-names",
      "names that every object inherits are plain data",
      ["PrototypeName"],
      opening('"constructor":{"prototype":1},"toString":1,"hasOwnProperty":false,'),
    ),
    accept(
      "form.exact-number",
      "the largest number that stays what it is",
      ["Plain"],
      opening('"x":9007199254740991,'),
    ),
    ...refuseEach(
      [
        ["form.duplicate", "a claim twice, with two values", '"x":1,"x":2,'],
        ["form.duplicate-same", "a claim twice, with the same value", '"x":1,"x":1,'],
        ["form.duplicate-escaped", "a claim twice, once written with an escape", '"x":1,"\\u0078":2,'],
        ["form.duplicate-inside", "a name twice in an object inside the claims", '"y":{"x":1,"x":2},'],
        ["form.duplicate-in-list", "a name twice in an object in a list", '"y":[{"x":1,"x":2}],'],
      ],
      ["DuplicateName"],
      "form.two-names",
      opening,
      ["token.duplicate-name"],
    ),
    ...refuseEach(
      [
        ["form.duplicate-algorithm", "the algorithm twice, the first one `none`", '"alg":"none",'],
        ["form.duplicate-algorithm-escaped", "the same, written with an escape", '"\\u0061lg":"none",'],
        ["form.duplicate-type", "the type twice", '"typ":"JWT",'],
      ],
      ["DuplicateName"],
      "plain",
      (first) => ({ header: { first } }),
      ["token.duplicate-name"],
    ),
    ...refuseEach(
      [
        ["form.prototype", "a claim named `__proto__`", '"__proto__":{"x":1},'],
        ["form.prototype-escaped", "the same, written with an escape", '"__\\u0070roto__":{"x":1},'],
        ["form.prototype-inside", "the same, deeper inside", '"y":{"__proto__":{"x":1}},'],
      ],
      ["PrototypeName"],
      "form.inherited-names",
      opening,
      ["token.forbidden-name"],
    ),
    refuse(
      "form.prototype-in-header",
      "a header member named `__proto__`",
      ["PrototypeName"],
      "plain",
      { header: { first: '"__proto__":{"alg":"none"},' } },
      ["token.forbidden-name"],
    ),
    ...refuseEach(
      [
        ["form.number-infinite", "a number beyond all numbers", '"x":1e400,'],
        ["form.number-rounded", "an integer that is rounded when read", '"x":9007199254740993,'],
        ["form.number-vanishing", "a fraction that vanishes when read", '"x":1700000000.00000000001,'],
      ],
      ["InexactNumber"],
      "form.exact-number",
      opening,
      ["token.bad-number"],
    ),
  ],
};

export const groups = [encoding, text, names];
