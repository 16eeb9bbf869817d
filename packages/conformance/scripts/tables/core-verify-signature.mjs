// The signature: over the bytes as they came, whole, and by a key that is configured. Who asks the vendor has none to check.
import { accept, jws, pages, practices, refuse } from "./core-words.mjs";
import { now } from "./words.mjs";

const offline = ["verify.offline"];
const mismatch = ["signature.mismatch"];
/** Where a cut falls decides whether bits are left over: the one refusal or the other. */
const cutOrMismatch = ["signature.mismatch", "token.not-canonical"];

const signedPlain = { sign: { over: "example" } };
const signature = (...edits) => ({ edits: edits.map((edit) => ({ part: 2, ...edit })) });

const altered = {
  title: "Altered after signing",
  requires: offline,
  source: jws,
  spec: [pages.jwsSignature],
  tests: [
    accept("signature.member-more", "a member more, signed like this", ["Plain"], { claims: { members: { x: 1 } } }),
    accept("signature.later-expiry", "a later expiry, signed like this", ["Plain"], {
      claims: { paths: { expiresAt: now + 7200 } },
    }),
    accept("signature.other-participant", "another participant, signed like this", ["Plain"], {
      claims: { paths: { "participant.id": "u-2" } },
    }),
    refuse(
      "signature.claims-altered",
      "a member more, and the signature of the token without it",
      ["Altered"],
      "signature.member-more",
      { claims: { members: { x: 1 } }, ...signedPlain },
      mismatch,
    ),
    refuse(
      "signature.expiry-altered",
      "a later expiry, and the signature of the token with the earlier one",
      ["Altered"],
      "signature.later-expiry",
      { claims: { paths: { expiresAt: now + 7200 } }, ...signedPlain },
      mismatch,
    ),
    refuse(
      "signature.participant-altered",
      "another participant, and the signature of the first one's token",
      ["Altered"],
      "signature.other-participant",
      { claims: { paths: { "participant.id": "u-2" } }, ...signedPlain },
      mismatch,
    ),
    refuse(
      "signature.same-claims-altered",
      "the same claims in another text, and the signature of the first text",
      ["Altered"],
      "plain",
      { claims: { after: " " }, ...signedPlain },
      mismatch,
    ),
    refuse(
      "signature.header-altered",
      "another spelling of the type, and the signature of the first one",
      ["Altered"],
      "header.type-small",
      { header: { members: { typ: "jwt" } }, ...signedPlain },
      mismatch,
    ),
    refuse(
      "signature.type-taken-out",
      "without the type, and the signature of the header that has it",
      ["Altered"],
      "header.type-missing",
      { header: { remove: ["typ"] }, ...signedPlain },
      mismatch,
    ),
    ...[
      ["first", "first", 0],
      ["middle", "middle", 21],
      ["last-but-one", "last but one", 41],
    ].map(([id, place, at]) =>
      refuse(
        `signature.${id}-character`,
        `the ${place} character of the signature is another`,
        ["Altered"],
        "plain",
        signature({ edit: "other-character", at }),
        mismatch,
      ),
    ),
  ],
};

const length = {
  title: "Too short and too long",
  requires: offline,
  source: jws,
  spec: [pages.jwsSignature, pages.hmac],
  tests: [
    ...[1, 2, 3, 11, 21, 39, 42].map((characters) =>
      refuse(
        `signature.cut-${characters}`,
        `${characters} of the signature's 43 characters are missing`,
        ["CutSignature"],
        "plain",
        signature({ edit: "cut", characters }),
        cutOrMismatch,
      ),
    ),
    refuse(
      "signature.one-more",
      "one character too many, which makes 33 bytes",
      ["CutSignature"],
      "plain",
      signature({ edit: "insert", at: 43, text: "A" }),
      cutOrMismatch,
    ),
    refuse(
      "signature.twice",
      "as long as a signature of twice the size",
      ["CutSignature"],
      "plain",
      signature({ edit: "repeat", text: "A", count: 43 }),
      cutOrMismatch,
    ),
    refuse(
      "signature.zeros",
      "32 bytes of zero",
      ["CutSignature"],
      "plain",
      signature({ edit: "replace", text: "A".repeat(43) }),
      mismatch,
    ),
    refuse(
      "signature.one-byte",
      "one byte",
      ["CutSignature"],
      "plain",
      signature({ edit: "replace", text: "AA" }),
      mismatch,
    ),
  ],
};

const withKeys = (...keys) => ({ input: { keys } });

const keys = {
  title: "The keys that are configured",
  requires: offline,
  source: jws,
  spec: [pages.jwsSignature, "https://www.rfc-editor.org/rfc/rfc8725#section-3.5"],
  tests: [
    accept("signature.first-key", "signed with the newest of two keys", ["Rotation"], {}, withKeys("signer", "newer")),
    accept(
      "signature.second-key",
      "signed with the older of two keys",
      ["Rotation"],
      { sign: { key: "newer" } },
      withKeys("signer", "newer"),
    ),
    refuse(
      "signature.wrong-key",
      "signed with another key",
      ["WrongKey"],
      "plain",
      { sign: { key: "other" } },
      mismatch,
    ),
    refuse(
      "signature.neither-key",
      "signed with neither of two keys",
      ["WrongKey", "Rotation"],
      "signature.second-key",
      { sign: { key: "other" } },
      mismatch,
      withKeys("signer", "newer"),
    ),
    refuse(
      "signature.retired-key",
      "signed with a key that is configured no more",
      ["WrongKey", "Rotation"],
      "signature.first-key",
      {},
      mismatch,
      withKeys("newer"),
    ),
    refuse(
      "signature.other-account",
      "of another account, signed with that account's key",
      ["OtherAccount", "WrongKey"],
      "plain",
      { tenant: "other-account", sign: { key: "other" } },
      mismatch,
    ),
  ],
};

const algorithms = {
  title: "Another algorithm under the right name",
  requires: offline,
  source: practices,
  spec: [pages.practices, pages.hmac],
  tests: [
    ...["HS384", "HS512"].map((algorithm) =>
      refuse(
        `signature.${algorithm.toLowerCase()}`,
        `signed by ${algorithm} with the same secret, and called HS256`,
        ["OtherAlgorithm"],
        "plain",
        { header: { members: { alg: "HS256" } }, sign: { algorithm } },
        mismatch,
      ),
    ),
    ...[
      ["pem", "public key in PEM"],
      ["jwk", "public key as a JWK"],
    ].flatMap(([id, name]) => [
      refuse(
        `signature.public-${id}`,
        `signed with the text of a ${name}, while the secret is configured`,
        ["KeyConfusion"],
        "plain",
        { sign: { key: `public-${id}` } },
        mismatch,
      ),
      refuse(
        `signature.public-${id}-configured`,
        `signed with the text of a ${name}, which is configured as the secret`,
        ["KeyConfusion"],
        "plain",
        { sign: { key: `public-${id}` } },
        ["key.unsuitable", "signature.mismatch"],
        withKeys(`public-${id}`),
      ),
    ]),
  ],
};

export default {
  file: "verify-signature",
  category: "verify",
  title: "Signatures that are not the token's, or not whole, or not by a configured key",
  groups: [altered, length, keys, algorithms],
};
