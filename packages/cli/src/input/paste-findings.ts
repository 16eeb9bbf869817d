import type { Finding } from "@roompass/core";
import type { ReadToken } from "./token-reader.js";

/** Base64url characters of the signatures of these algorithms. */
const signatureCharacters: Readonly<Record<string, number>> = { HS256: 43, HS384: 64, HS512: 86 };

/** A signature that was cut off is still well-formed, and no key is needed to see that it can fit none. */
export function cutSignature({ bare, inspected }: ReadToken): readonly Finding[] {
  const algorithm = String(inspected.header["alg"]);
  const wanted = Object.hasOwn(signatureCharacters, algorithm) ? signatureCharacters[algorithm] : undefined;
  const length = bare.split(".")[2]?.length;
  if (wanted === undefined || length === undefined || length === wanted) return [];
  return [
    {
      id: "command.signature-length",
      severity: "error",
      path: "signature",
      message: `The signature has ${length} characters; every one made with ${algorithm} has ${wanted}.`,
      cure: "Copy the token again, to its last character: like this no vendor takes it.",
    },
  ];
}

/** What can be seen of how a token was copied, beside what the library remarks on. */
export function pasteFindings(read: ReadToken, isUnwrapped: boolean): readonly Finding[] {
  const unwrapped: Finding = {
    id: "command.unwrapped",
    severity: "info",
    message: "It was taken out of the JSON around it.",
    cure: "Give a vendor the token alone.",
  };
  return [...(isUnwrapped ? [unwrapped] : []), ...cutSignature(read)];
}
