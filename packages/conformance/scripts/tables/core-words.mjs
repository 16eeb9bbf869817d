// Short ways to write what the core tables say again and again.

const signing = (id, text) => ({ id, use: "sign", algorithm: "HS256", text, testOnly: true });

/** All keys of the core vectors; a file has those that its tests name. */
export const keys = [
  signing("signer", "TEST-ONLY-signer-for-core-vectors-of-all"),
  signing("newer", "TEST-ONLY-newer-key-after-a-rotation"),
  signing("other", "TEST-ONLY-other-account-with-its-own-key"),
  signing("brought", "TEST-ONLY-key-that-a-token-brings-along"),
  {
    id: "public-pem",
    use: "public",
    // Its private half was never kept.
    text: [
      "-----BEGIN PUBLIC KEY-----",
      "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAqOlTh0eZPXvewtVMD63C",
      "6cJfS8MzxJuZvmapWtzaQuIdpI9rK7dKYNZk1njyE900/VO1oFXh5V0TEdu1TZZf",
      "Ubd/ZsmvysFWhx64p4xyiC4+n1lnvIRIpcfLIqmTeXkJsj7zDjUIdjs7f3rFBCs9",
      "Rj7u3U/14T32u/pGjukvKLS9R2dwS8Z9fuV7T+PF+dyv4ploKZHi2biDjhNerFAe",
      "rcWzeqI97S3MshOa3M8xFiW+32JhYZAdsSsNFd694OU3DMIsduQSx+TvS0QrEitQ",
      "B6i2zFILt38Qwwz8Uj6kYifJhwCst7KFhCxwkA5tpgk5EYUBqdjGKfFt6kZel8Y+",
      "swIDAQAB",
      "-----END PUBLIC KEY-----",
      "",
    ].join("\n"),
    testOnly: true,
  },
  {
    id: "public-jwk",
    use: "public",
    text: '{"kty":"RSA","n":"qOlTh0eZPXvewtVMD63C6cJfS8MzxJuZvmapWtzaQuIdpI9rK7dKYNZk1njyE900_VO1oFXh5V0TEdu1TZZfUbd_ZsmvysFWhx64p4xyiC4-n1lnvIRIpcfLIqmTeXkJsj7zDjUIdjs7f3rFBCs9Rj7u3U_14T32u_pGjukvKLS9R2dwS8Z9fuV7T-PF-dyv4ploKZHi2biDjhNerFAercWzeqI97S3MshOa3M8xFiW-32JhYZAdsSsNFd694OU3DMIsduQSx-TvS0QrEitQB6i2zFILt38Qwwz8Uj6kYifJhwCst7KFhCxwkA5tpgk5EYUBqdjGKfFt6kZel8Y-sw","e":"AQAB"}',
    testOnly: true,
  },
];

export const bytes = (...values) => Buffer.from(values).toString("base64url");
export const jsonPart = (value) => Buffer.from(JSON.stringify(value), "utf8").toString("base64url");

const rfc = (number) => `https://www.rfc-editor.org/rfc/rfc${number}`;

export const pages = {
  jws: `${rfc(7515)}#section-7.1`,
  jwsHeader: `${rfc(7515)}#section-4.1`,
  crit: `${rfc(7515)}#section-4.1.11`,
  jwsSignature: `${rfc(7515)}#section-5.2`,
  unencoded: `${rfc(7797)}#section-3`,
  hmac: `${rfc(7518)}#section-3.2`,
  jwt: `${rfc(7519)}#section-4`,
  expiry: `${rfc(7519)}#section-4.1.4`,
  notBefore: `${rfc(7519)}#section-4.1.5`,
  issuedAt: `${rfc(7519)}#section-4.1.6`,
  numericDate: `${rfc(7519)}#section-2`,
  json: `${rfc(8259)}#section-4`,
  jsonText: `${rfc(8259)}#section-2`,
  utf8: `${rfc(8259)}#section-8.1`,
  names: `${rfc(8259)}#section-8.3`,
  practices: `${rfc(8725)}#section-3`,
  substitution: `${rfc(8725)}#section-2.7`,
};

export const jws = { name: "RFC 7515 JSON Web Signature", version: "2015" };
export const jwt = { name: "RFC 7519 JSON Web Token", version: "2015" };
export const json = { name: "RFC 8259 The JSON Data Interchange Format", version: "2017" };
export const practices = { name: "RFC 8725 JSON Web Token Best Current Practices", version: "2020" };
export const model = { name: "The neutral model of meeting tokens", version: "1" };

/** A token that is accepted. `others` are members of the test: `accepted`, `input`, `requires`. */
export const accept = (id, comment, flags, token, { input = {}, ...others } = {}) => ({
  id,
  comment,
  flags,
  input: { token, ...input },
  ...others,
});

/** A token that is refused with one of some codes. `twin` is the positive test that differs in one thing. */
export const refuse = (id, comment, flags, twin, token, codes, { input = {}, ...others } = {}) => ({
  id,
  comment,
  flags,
  twin,
  input: { token, ...input },
  refused: codes,
  ...others,
});

/** The same for several tokens that differ in one value. */
export const refuseEach = (rows, flags, twin, tokenOf, codes, others) =>
  rows.map(([id, comment, value]) => refuse(id, comment, flags, twin, tokenOf(value), codes, others));
