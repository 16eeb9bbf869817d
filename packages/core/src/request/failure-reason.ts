/**
 * Codes of platforms, and what they mean. Only these are passed on: an error's own words repeat the whole address, and
 * with it the secret.
 */
const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: "the connection was refused",
  ECONNRESET: "the connection was broken off",
  ECONNABORTED: "the connection was broken off",
  EPIPE: "the connection was broken off",
  UND_ERR_SOCKET: "the connection was broken off",
  ENOTFOUND: "the host name was not found",
  EAI_AGAIN: "the host name could not be looked up",
  EHOSTUNREACH: "the host cannot be reached from here",
  ENETUNREACH: "the network cannot be reached",
  ETIMEDOUT: "the connection timed out",
  UND_ERR_CONNECT_TIMEOUT: "the connection timed out",
  UND_ERR_HEADERS_TIMEOUT: "the answer timed out",
  UND_ERR_BODY_TIMEOUT: "the answer timed out",
  CERT_HAS_EXPIRED: "its certificate has expired",
  CERT_NOT_YET_VALID: "its certificate is not valid yet",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is signed by itself",
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate is signed by somebody unknown",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its certificate is signed by somebody unknown",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "its certificate is signed by somebody unknown",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another host",
};

type Members = Readonly<Record<string, unknown>>;

/** How far errors inside each other are looked into. */
const deepest = 4;

export interface FailureReason {
  /** The platform's code, such as `ECONNREFUSED`. */
  readonly name: string;
  readonly words: string;
}

/** Why a request failed, from a closed list; `undefined` where nothing that is known says so. */
export function failureReason(error: unknown): FailureReason | undefined {
  let inner = error;
  for (let depth = 0; depth < deepest && typeof inner === "object" && inner !== null; depth++) {
    const { code, message, cause } = inner as Members;
    if (typeof code === "string" && Object.hasOwn(reasons, code)) return { name: code, words: reasons[code] as string };
    if (message === "unexpected redirect") return { name: "redirect", words: "it redirected, which is not followed" };
    inner = cause;
  }
  return undefined;
}
