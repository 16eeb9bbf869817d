/** The bytes of a text as base64url, without padding. */
function base64urlOfText(text: string): string {
  const binary = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** What stands where a signature would: text that no key made, which whoever decodes it can read. */
const noSignature = base64urlOfText("nobody has signed this example!!");

/** A token of any header and JSON text, for examples: it can be read, and is good nowhere. */
export function unsignedTokenOfText(claimsText: string, header: object = { alg: "HS256", typ: "JWT" }): string {
  return `${base64urlOfText(JSON.stringify(header))}.${base64urlOfText(claimsText)}.${noSignature}`;
}

/** The same with claims as an object. */
export function unsignedToken(claims: object, header?: object): string {
  return unsignedTokenOfText(JSON.stringify(claims), header);
}
