import { sha256Hex } from "#sha256";
import type { Caller, CallerDirectory } from "../contract/caller.js";
import { equalDigests } from "../crypto/equal-digests.js";
import { unavailable } from "../errors/unavailable.js";
import { callerIdPattern, callerSecretPattern } from "./caller-key.js";

/** Somebody whose key was checked. */
export interface Authenticated {
  readonly id: string;
  /** Only for what is encrypted for this caller; goes nowhere else. */
  readonly secret: string;
  readonly caller: Caller;
}

/** `Bearer id.secret`, one blank, nothing around it; the scheme's name in any case, as RFC 9110 has it. */
function readHeader(header: string | undefined): { readonly id: string; readonly secret: string } | undefined {
  const match = /^[Bb][Ee][Aa][Rr][Ee][Rr] ([^.]{1,64})\.([^.]{16,128})$/.exec(header ?? "");
  const [, id = "", secret = ""] = match ?? [];
  return callerIdPattern.test(id) && callerSecretPattern.test(secret) ? { id, secret } : undefined;
}

/** Compared with when there is nobody, so that nobody costs what somebody costs. */
const nobody: Caller["secretDigests"] = [{ sha256: "0".repeat(64) }];

/** Asks for a caller. @throws ServiceError `http.unavailable` when the list of callers cannot be asked. */
export async function findCaller(directory: CallerDirectory, id: string): Promise<Caller | undefined> {
  try {
    return await directory.find(id);
  } catch (error) {
    throw unavailable(error);
  }
}

/** Written so that a time that is no number has ended. */
const isOver = (notAfter: number | undefined, now: number): boolean => notAfter !== undefined && !(now < notAfter);

/** Whether nobody can call as this caller any more: its own end has come, or that of its last secret. */
export const isGone = ({ notAfter, secretDigests }: Caller, now: number): boolean =>
  isOver(notAfter, now) || secretDigests.every((digest) => isOver(digest.notAfter, now));

/**
 * Finds out who calls. There is one answer for all that are nobody: no key, half a key, an unknown id, a wrong secret, one
 * whose time is over.
 *
 * @throws ServiceError `http.unavailable` when the list of callers cannot be asked.
 */
export async function authenticate(
  header: string | undefined,
  directory: CallerDirectory,
  now: number,
): Promise<Authenticated | undefined> {
  const key = readHeader(header);
  if (key === undefined) return undefined;
  const caller = await findCaller(directory, key.id);
  const given = await sha256Hex(key.secret);
  let isKnown = false;
  // Every digest is looked at, whichever fits.
  for (const { sha256: digest, notAfter } of caller?.secretDigests ?? nobody) {
    const isEqual = equalDigests(given, digest);
    if (isEqual && !isOver(notAfter, now)) isKnown = true;
  }
  if (caller === undefined || !isKnown || isOver(caller.notAfter, now)) return undefined;
  return { ...key, caller };
}
