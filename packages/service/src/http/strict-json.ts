import { scanJson } from "@roompass/core/kit";
import { ServiceError } from "../errors/service-error.js";

/** What is wrong, by the scanner's codes; the places are not told, since names in them are the caller's. */
const details: Readonly<Record<string, string>> = {
  "token.byte-order-mark": "It begins with a byte order mark.",
  "token.not-json": "It is not JSON.",
  "token.duplicate-name": "An object has the same name twice.",
  "token.forbidden-name": "A member is named `__proto__`.",
  "token.too-deep": "It is nested too deeply.",
  "token.too-many-names": "It has too many members.",
  "token.bad-number": "A number cannot be held exactly.",
};

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function textOf(body: Uint8Array): string {
  try {
    return utf8.decode(body);
  } catch {
    throw new ServiceError("http.bad-json", { detail: "It is not UTF-8." });
  }
}

/** Reads a body as JSON that every reader reads alike. @throws ServiceError `http.bad-json`. */
export function parseStrictJson(body: Uint8Array | undefined): unknown {
  if (body === undefined || body.length === 0) {
    throw new ServiceError("http.bad-json", { detail: "There is no body." });
  }
  const { value, violations } = scanJson(textOf(body));
  const [first] = violations;
  if (first === undefined) return value;
  throw new ServiceError("http.bad-json", { detail: details[first.code] ?? "It is not JSON." });
}
