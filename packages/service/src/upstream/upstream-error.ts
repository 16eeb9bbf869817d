/**
 * Why a request to a vendor came to nothing. Holds a word of a closed list and nothing of the platform's own error: that
 * repeats the whole address, and with it a secret that stands in the query.
 */
export class UpstreamError extends Error {
  /** A platform's code such as `ECONNREFUSED`, or one of ours. */
  readonly code: string;

  constructor(code: string) {
    super(`The vendor was not reached: ${code}.`);
    this.name = "UpstreamError";
    this.code = code;
  }
}

/** Codes of platforms that say that not a byte of the request got through. */
const connectCodes: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

const otherCodes: ReadonlySet<string> = new Set([
  "ECONNRESET",
  "ECONNABORTED",
  "EPIPE",
  "ETIMEDOUT",
  "UND_ERR_SOCKET",
  "UND_ERR_HEADERS_TIMEOUT",
  "UND_ERR_BODY_TIMEOUT",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

/** How far errors inside each other are looked into. */
const deepest = 4;

/** A thrown value as one of a closed list. */
export function upstreamError(error: unknown): UpstreamError {
  if (error instanceof UpstreamError) return error;
  let inner = error;
  for (let depth = 0; depth < deepest && typeof inner === "object" && inner !== null; depth += 1) {
    const { code, cause } = inner as { readonly code?: unknown; readonly cause?: unknown };
    if (typeof code === "string" && (connectCodes.has(code) || otherCodes.has(code))) return new UpstreamError(code);
    inner = cause;
  }
  return new UpstreamError("failed");
}

/** Whether the vendor surely has not seen the request, so that sending it again cannot do anything twice. */
export function wasNotSent({ code }: UpstreamError): boolean {
  return connectCodes.has(code);
}
