// The compact form: one text, three parts, one spelling.
import { groups as jsonGroups } from "./core-verify-json.mjs";
import { accept, jsonPart, jws, pages, refuse, refuseEach } from "./core-words.mjs";

const edited = (...edits) => ({ edits });
const before = (...edits) => ({ editsBeforeSigning: edits });

/** A header with spare bits: a blank after the JSON makes 28 bytes of 27. */
const roomyHeader = { header: { after: " " } };
/** Claims with spare bits: a part of 920 - 1 characters. */
const roomyClaims = { claims: { large: [{ name: "x-fill", tokenCharacters: 1000 }] } };

const parts = {
  title: "Exactly three parts",
  source: jws,
  spec: [pages.jws],
  tests: [
    accept("plain", "a token with nothing wrong is accepted", ["Plain"], {}),
    refuse("form.empty", "no text at all", ["NotThreeParts"], "plain", { literal: "" }, ["token.not-three-parts"]),
    refuse(
      "form.one-part",
      "the claims alone",
      ["NotThreeParts"],
      "plain",
      edited({ edit: "remove-part", part: 2 }, { edit: "remove-part", part: 0 }),
      ["token.not-three-parts"],
    ),
    refuse(
      "form.two-parts",
      "no signature, and no dot before it",
      ["NotThreeParts"],
      "plain",
      edited({ edit: "remove-part", part: 2 }),
      ["token.not-three-parts"],
    ),
    refuse("form.four-parts", "one part more", ["NotThreeParts"], "plain", edited({ edit: "add-part", text: "AAAA" }), [
      "token.not-three-parts",
    ]),
    refuse(
      "form.four-parts-empty",
      "a dot at the end",
      ["NotThreeParts"],
      "plain",
      edited({ edit: "add-part", text: "" }),
      ["token.not-three-parts"],
    ),
    refuse("form.dot-in-front", "a dot in front", ["NotThreeParts"], "plain", edited({ edit: "before", text: "." }), [
      "token.not-three-parts",
    ]),
    refuse(
      "form.five-parts",
      "five parts, as an encrypted token has",
      ["NotThreeParts", "OtherSerialization"],
      "plain",
      edited({ edit: "add-part", text: "AAAA" }, { edit: "add-part", text: "AAAA" }),
      ["token.not-a-jws", "token.not-three-parts"],
    ),
    refuse("form.only-dots", "two dots", ["NotThreeParts"], "plain", { literal: ".." }, ["token.empty-part"]),
    refuse(
      "form.empty-header",
      "an empty header part",
      ["NotThreeParts"],
      "plain",
      edited({ edit: "replace", part: 0, text: "" }),
      ["token.empty-part"],
    ),
    refuse(
      "form.empty-claims",
      "an empty claims part, signed like this",
      ["NotThreeParts"],
      "plain",
      before({ edit: "replace", part: 1, text: "" }),
      ["token.empty-part"],
    ),
    refuse(
      "form.empty-signature",
      "an empty signature part",
      ["NotThreeParts", "NotCanonical"],
      "plain",
      edited({ edit: "replace", part: 2, text: "" }),
      ["token.empty-part"],
    ),
  ],
};

const blanks = [
  ["blank", "a blank", " "],
  ["tab", "a tabulator", "\t"],
  ["newline", "a line break", "\n"],
  ["carriage-return", "a carriage return", "\r"],
  ["no-break-space", "a no-break space", "\u00a0"],
  ["nul", "a NUL", "\0"],
];

const characters = {
  title: "Characters that no token has",
  source: jws,
  spec: [pages.jws, "https://www.rfc-editor.org/rfc/rfc4648#section-5"],
  tests: [
    ...blanks.map(([id, name, text]) =>
      refuse(
        `form.${id}-at-end`,
        `${name} at the end`,
        ["ForeignCharacter", "NotCanonical"],
        "plain",
        edited({ edit: "after", text }),
        ["token.bad-character", "token.not-canonical", "token.pasting-noise"],
      ),
    ),
    ...blanks
      .slice(0, 3)
      .map(([id, name, text]) =>
        refuse(
          `form.${id}-in-signature`,
          `${name} inside the signature`,
          ["ForeignCharacter", "NotCanonical"],
          "plain",
          edited({ edit: "insert", part: 2, at: 20, text }),
          ["token.bad-character", "token.not-canonical"],
        ),
      ),
    refuse(
      "form.blank-in-claims",
      "a blank inside the claims part, signed like this",
      ["ForeignCharacter", "NotCanonical"],
      "plain",
      before({ edit: "insert", part: 1, at: 8, text: " " }),
      ["token.bad-character", "token.not-canonical"],
    ),
    refuse(
      "form.blank-in-front",
      "a blank in front",
      ["ForeignCharacter"],
      "plain",
      edited({ edit: "before", text: " " }),
      ["token.bad-character", "token.pasting-noise"],
    ),
    ...refuseEach(
      [
        ["form.plus", "a plus sign, of the other alphabet, in place of the last character", "+"],
        ["form.slash", "a slash, of the other alphabet", "/"],
        ["form.tilde", "a character of neither alphabet", "~"],
        ["form.percent", "a percent sign, as in a link", "%"],
        ["form.low-byte", "a character beyond ASCII whose low byte would fit", "\u0141"],
        ["form.full-width", "a full-width letter", "\uff21"],
      ],
      ["ForeignCharacter"],
      "plain",
      (text) => edited({ edit: "cut", part: 2, characters: 1 }, { edit: "after", text }),
      ["token.bad-character", "token.not-canonical"],
    ),
    refuse(
      "form.byte-order-mark-in-front",
      "a byte order mark before the token",
      ["ForeignCharacter"],
      "plain",
      edited({ edit: "before", text: "\ufeff" }),
      ["token.bad-character", "token.pasting-noise"],
    ),
    refuse(
      "form.quoted",
      "quotation marks around it",
      ["PastingNoise"],
      "plain",
      edited({ edit: "before", text: '"' }, { edit: "after", text: '"' }),
      ["token.bad-character", "token.pasting-noise"],
    ),
    refuse(
      "form.bearer",
      "a header line's scheme before it",
      ["PastingNoise"],
      "plain",
      edited({ edit: "before", text: "Bearer " }),
      ["token.bad-character", "token.pasting-noise"],
    ),
    refuse(
      "form.link",
      "a link around it",
      ["PastingNoise"],
      "plain",
      edited({ edit: "before", text: "https://example.org/standup?t=" }),
      ["token.bad-character", "token.pasting-noise", "token.not-three-parts"],
    ),
    refuse(
      "form.flattened-json",
      "the flattened JSON serialization",
      ["OtherSerialization"],
      "plain",
      { literal: '{"protected":"eyJhbGciOiJIUzI1NiJ9","payload":"e30","signature":"AAAA"}' },
      ["token.bad-character", "token.not-three-parts"],
    ),
    refuse(
      "form.json-behind",
      "JSON behind a token",
      ["OtherSerialization"],
      "plain",
      edited({ edit: "after", text: '{"payload":"e30"}' }),
      ["token.bad-character", "token.not-canonical"],
    ),
  ],
};

const spelling = {
  title: "One spelling for the same bytes",
  source: jws,
  spec: [pages.jws, "https://www.rfc-editor.org/rfc/rfc4648#section-3.5"],
  tests: [
    accept("form.blank-in-json", "a blank after the header's JSON is another text, and fine", ["Plain"], roomyHeader),
    accept("form.filled", "a member more, so that the claims part has spare bits", ["Plain"], roomyClaims),
    refuse(
      "form.padding",
      "a padding character after the signature",
      ["NotCanonical"],
      "plain",
      edited({ edit: "after", text: "=" }),
      ["token.bad-character", "token.not-canonical"],
    ),
    refuse(
      "form.padding-of-header",
      "padding after the header, signed like this",
      ["NotCanonical"],
      "form.blank-in-json",
      { ...roomyHeader, ...before({ edit: "insert", part: 0, at: 38, text: "==" }) },
      ["token.bad-character", "token.not-canonical"],
    ),
    refuse(
      "form.padding-of-claims",
      "padding after the claims, signed like this",
      ["NotCanonical"],
      "form.filled",
      { ...roomyClaims, ...before({ edit: "insert", part: 1, at: 919, text: "=" }) },
      ["token.bad-character", "token.not-canonical"],
    ),
    refuse(
      "form.spare-bits-of-header",
      "the header in another spelling, signed like this",
      ["NotCanonical"],
      "form.blank-in-json",
      { ...roomyHeader, ...before({ edit: "spare-bits", part: 0 }) },
      ["token.not-canonical"],
    ),
    refuse(
      "form.spare-bits-of-claims",
      "the claims in another spelling, signed like this",
      ["NotCanonical"],
      "form.filled",
      { ...roomyClaims, ...before({ edit: "spare-bits", part: 1 }) },
      ["token.not-canonical"],
    ),
    refuse(
      "form.spare-bits-of-signature",
      "the signature in another spelling",
      ["NotCanonical"],
      "plain",
      edited({ edit: "spare-bits", part: 2 }),
      ["token.not-canonical"],
    ),
    refuse(
      "form.impossible-length",
      "a header of a length that no bytes have, signed like this",
      ["NotCanonical"],
      "plain",
      before({ edit: "insert", part: 0, at: 36, text: "A" }),
      ["token.not-canonical"],
    ),
  ],
};

const values = {
  title: "A text, and not something that can be made one",
  source: jws,
  spec: [pages.jws],
  tests: refuseEach(
    [
      ["form.value-null", "null in place of a text", null],
      ["form.value-number", "a number in place of a text", 1],
      ["form.value-true", "true in place of a text", true],
      ["form.value-list", "a list with a text in it", [`${jsonPart({ alg: "HS256" })}.e30.AAAA`]],
      ["form.value-object", "an object with a text in it", { token: `${jsonPart({ alg: "HS256" })}.e30.AAAA` }],
    ],
    ["OtherSerialization"],
    "plain",
    (value) => ({ value }),
    ["token.not-a-string"],
  ),
};

export default {
  file: "verify-form",
  category: "verify",
  title: "Tokens that are not in the one compact form",
  groups: [parts, characters, spelling, ...jsonGroups, values],
};
