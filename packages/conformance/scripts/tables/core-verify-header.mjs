// The header: what it may say is the verifier's affair.
import { accept, jsonPart, jws, keys, pages, practices, refuse, refuseEach } from "./core-words.mjs";

const members = (values) => ({ header: { members: values } });
const slug = (text) => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");

const noneNames = ["none", "None", "NONE", "nOnE", "nonE", "NoNe"];

const none = {
  title: "No algorithm",
  source: practices,
  spec: [pages.practices, pages.jwsHeader],
  tests: [
    ...noneNames.map((alg, index) =>
      refuse(
        index === 0 ? "header.none" : `header.none-${index + 1}`,
        `${alg}, although the signature is good`,
        ["NoAlgorithm"],
        "plain",
        members({ alg }),
        ["header.algorithm"],
      ),
    ),
    refuse(
      "header.none-unsigned",
      "an unsigned token as the standard writes it: an empty signature",
      ["NoAlgorithm"],
      "plain",
      { sign: { algorithm: "none" } },
      ["header.algorithm", "token.empty-part"],
    ),
    refuse(
      "header.none-unsigned-two-parts",
      "an unsigned token without its last dot",
      ["NoAlgorithm"],
      "plain",
      { sign: { algorithm: "none" }, edits: [{ edit: "remove-part", part: 2 }] },
      ["header.algorithm", "token.not-three-parts"],
    ),
    refuse("header.algorithm-missing", "no algorithm", ["NoAlgorithm"], "plain", { header: { remove: ["alg"] } }, [
      "header.algorithm",
    ]),
    ...refuseEach(
      [
        ["header.algorithm-null", "null as the algorithm", null],
        ["header.algorithm-empty", "an empty text as the algorithm", ""],
        ["header.algorithm-number", "a number as the algorithm", 256],
        ["header.algorithm-true", "true as the algorithm", true],
        ["header.algorithm-list", "the right name in a list", ["HS256"]],
        ["header.algorithm-lists-none", "the right name and `none` in a list", ["HS256", "none"]],
        ["header.algorithm-object", "an object as the algorithm", { name: "HS256" }],
      ],
      ["NoAlgorithm"],
      "plain",
      (alg) => members({ alg }),
      ["header.algorithm"],
    ),
  ],
};

const otherNames = [
  ["lower-case", "the right name in small letters", "hs256"],
  ["mixed-case", "the right name in mixed letters", "Hs256"],
  ["trailing-blank", "the right name and a blank", "HS256 "],
  ["leading-blank", "a blank and the right name", " HS256"],
  ["nul", "the right name and a NUL", "HS256\0"],
  ["full-width", "the right name in full-width letters", "\uff28\uff33\uff12\uff15\uff16"],
  ["look-alike", "the right name with a Cyrillic letter", "H\u0405256"],
  ["two-names", "two names with a comma", "HS256,none"],
  ["inherited", "a name that every object inherits", "constructor"],
  ...["HS384", "RS256", "PS256", "ES256", "EdDSA", "dir"].map((alg) => [
    slug(alg),
    `${alg}, with the signature of the right algorithm`,
    alg,
  ]),
];

const others = {
  title: "Another algorithm",
  source: practices,
  spec: [pages.practices, "https://www.rfc-editor.org/rfc/rfc7518#section-3.1"],
  tests: [
    ...refuseEach(
      otherNames.map(([id, comment, alg]) => [`header.algorithm-${id}`, comment, alg]),
      ["OtherAlgorithm"],
      "plain",
      (alg) => members({ alg }),
      ["header.algorithm"],
    ),
    ...["HS384", "HS512"].map((algorithm) =>
      refuse(
        `header.${slug(algorithm)}-signed`,
        `${algorithm}, signed like this with the same secret`,
        ["OtherAlgorithm"],
        "plain",
        { sign: { algorithm } },
        ["header.algorithm"],
      ),
    ),
  ],
};

const types = {
  title: "The type of token",
  source: practices,
  spec: ["https://www.rfc-editor.org/rfc/rfc8725#section-3.11", "https://www.rfc-editor.org/rfc/rfc7515#section-4.1.9"],
  tests: [
    accept("header.type-missing", "no type, as many signers have it", ["TokenType"], { header: { remove: ["typ"] } }),
    ...[
      ["header.type-small", "in small letters", "jwt"],
      ["header.type-mixed", "in mixed letters", "Jwt"],
      ["header.type-long", "with `application/`", "application/jwt"],
      ["header.type-long-capitals", "with `application/` and in capitals", "APPLICATION/JWT"],
    ].map(([id, comment, typ]) => accept(id, comment, ["TokenType"], members({ typ }))),
    ...refuseEach(
      [
        ["header.type-access-token", "an access token", "at+jwt"],
        ["header.type-other", "another kind of token", "logout+jwt"],
        ["header.type-jose", "any signed thing", "JOSE"],
        ["header.type-jwe", "an encrypted token", "JWE"],
        ["header.type-text", "of another main type", "text/jwt"],
        ["header.type-blank", "with a blank behind it", "JWT "],
        ["header.type-empty", "an empty text as the type", ""],
        ["header.type-null", "null as the type", null],
        ["header.type-number", "a number as the type", 1],
        ["header.type-list", "the right one in a list", ["JWT"]],
      ],
      ["TokenType"],
      "plain",
      (typ) => members({ typ }),
      ["header.type"],
    ),
  ],
};

const attackerKey = { kty: "oct", k: "VEVTVC1PTkxZLWF0dGFja2Vy" };
const unsupported = ["header.unsupported-member"];
const brought = keys.find(({ id }) => id === "brought");
const textPart = (text) => Buffer.from(text, "utf8").toString("base64url");

const extensions = {
  title: "Extensions and keys in the token",
  source: jws,
  spec: [pages.crit, pages.jwsHeader, pages.unencoded],
  tests: [
    ...refuseEach(
      [
        ["header.critical", "an extension that nobody knows", { crit: ["x-policy"], "x-policy": "strict" }],
        ["header.critical-empty", "an empty list of extensions", { crit: [] }],
        ["header.critical-text", "a text in place of the list", { crit: "exp" }],
        ["header.critical-claim", "a registered claim as an extension", { crit: ["exp"], exp: 4102444800 }],
        ["header.critical-encoded", "the extension for unencoded claims, switched off", { crit: ["b64"], b64: true }],
        ["header.critical-unencoded", "the same, switched on", { crit: ["b64"], b64: false }],
        ["header.unencoded", "unencoded claims without saying that it matters", { b64: false }],
      ],
      ["CriticalHeader"],
      "plain",
      members,
      unsupported,
    ),
    ...refuseEach(
      [
        ["header.key", "a key to check it with", { jwk: attackerKey }],
        ["header.key-address", "an address of keys", { jku: "https://127.0.0.1:9/keys.json" }],
        ["header.certificate-address", "an address of certificates", { x5u: "https://127.0.0.1:9/certificate.pem" }],
        ["header.certificate", "a certificate", { x5c: ["MIIB"] }],
        ["header.thumbprint", "the thumbprint of a certificate", { x5t: "AAAAAAAAAAAAAAAAAAAAAAAAAAA" }],
      ],
      ["KeyInToken"],
      "plain",
      members,
      unsupported,
    ),
    refuse(
      "header.key-that-signed",
      "the key that really signed the token, in its header",
      ["KeyInToken"],
      "plain",
      { header: { members: { jwk: { kty: "oct", k: textPart(brought.text) } } }, sign: { key: brought.id } },
      [...unsupported, "signature.mismatch"],
    ),
    ...refuseEach(
      [
        ["header.compressed", "compressed claims", { zip: "DEF" }],
        ["header.nested", "a token inside the token", { cty: "JWT" }],
        ["header.encrypted", "a way of encryption", { enc: "A256GCM" }],
        ["header.iterations", "a number of iterations that would take hours", { p2c: 2147483647, p2s: "AAAAAAAAAAA" }],
        ["header.ephemeral-key", "a key for an agreement", { epk: attackerKey }],
      ],
      ["ForeignHeader"],
      "plain",
      members,
      unsupported,
    ),
  ],
};

const keyIds = {
  title: "The id of the key",
  source: jws,
  spec: ["https://www.rfc-editor.org/rfc/rfc7515#section-4.1.4", "https://www.rfc-editor.org/rfc/rfc8725#section-3.10"],
  tests: refuseEach(
    [
      ["header.key-id", "the id of no configured key", "unknown"],
      ["header.key-id-path", "a path to a file as the id of the key", "../../../../dev/null"],
      ["header.key-id-query", "a piece of a query as the id of the key", "' OR '1'='1"],
      ["header.key-id-prototype", "`__proto__` as the id of the key", "__proto__"],
      ["header.key-id-empty", "an empty text as the id of the key", ""],
      ["header.key-id-number", "a number as the id of the key", 0],
      ["header.key-id-null", "null as the id of the key", null],
      ["header.key-id-list", "a list as the id of the key", ["unknown"]],
      ["header.key-id-object", "an object as the id of the key", { $ne: null }],
    ],
    ["KeyId"],
    "plain",
    (kid) => members({ kid }),
    ["header.key-id", "header.unsupported-member"],
  ),
};

const nested = {
  title: "A token in place of the claims",
  source: practices,
  spec: ["https://www.rfc-editor.org/rfc/rfc8725#section-3.3"],
  tests: [
    refuse(
      "header.token-in-claims",
      "the claims part is the text of another token",
      ["ForeignHeader"],
      "plain",
      { claims: { text: `${jsonPart({ alg: "none" })}.${jsonPart({ x: 1 })}.` } },
      ["token.not-json"],
    ),
  ],
};

export default {
  file: "verify-header",
  category: "verify",
  title: "Headers that say what this vendor's tokens never say",
  groups: [none, others, types, extensions, keyIds, nested],
};
