import { isObject, type KeyRing, parseCompact, signCompact } from "@roompass/core/kit";
import { ServiceError } from "../errors/service-error.js";

/** What an invitation says. It is a token of this service and of nobody else. */
export interface InvitationClaims {
  readonly iss: "roompass";
  readonly aud: "roompass-invitation";
  /** Used up by the first who comes with it. */
  readonly jti: string;
  readonly iat: number;
  /** Unix seconds. */
  readonly exp: number;
  /** The caller who invites; the policy that holds is theirs at the time of redeeming. */
  readonly caller: string;
  readonly provider: string;
  /** A grant as requests have it. */
  readonly grant: Readonly<Record<string, unknown>>;
}

/** A `typ` that no vendor's adapter takes, so that neither can be used for the other. */
const type = "roompass-invitation+jwt";
/** How far the clocks of two instances may differ. */
const skewSeconds = 30;
const header = { algorithms: ["HS256"], types: [type] } as const;

export function signInvitation(claims: InvitationClaims, keys: KeyRing): Promise<string> {
  return signCompact(claims, keys.signer, { header: { typ: type } });
}

async function isSigned(parsed: ReturnType<typeof parseCompact>, keys: KeyRing): Promise<boolean> {
  const { signingInput, signature } = parsed;
  if (signingInput === undefined || signature === undefined) return false;
  for (const key of keys.keys) {
    if ((await key.verify(key.algorithm, signingInput, signature)) === true) return true;
  }
  return false;
}

function isInvitation(claims: Readonly<Record<string, unknown>>): boolean {
  const { iss, aud, jti, iat, exp, caller, provider, grant } = claims;
  const texts = [jti, caller, provider].every((value) => typeof value === "string" && value !== "");
  const times = [iat, exp].every((value) => Number.isSafeInteger(value));
  return iss === "roompass" && aud === "roompass-invitation" && texts && times && isObject(grant);
}

/**
 * Reads an invitation: form, `typ`, signature, then what it says, then its end. All that is wrong with one is the same to
 * whoever sent it.
 *
 * @throws ServiceError `http.invitation`.
 */
export async function readInvitation(text: string, keys: KeyRing, now: number): Promise<InvitationClaims> {
  const parsed = parseCompact(text, { header });
  const isSound = parsed.findings.every(({ severity }) => severity !== "error") && parsed.header?.["typ"] === type;
  if (isSound && (await isSigned(parsed, keys)) && parsed.claims !== undefined && isInvitation(parsed.claims)) {
    const claims = parsed.claims as unknown as InvitationClaims;
    // Written so that a clock that is no number refuses.
    if (claims.iat <= now + skewSeconds && now < claims.exp) return claims;
  }
  throw new ServiceError("http.invitation");
}
