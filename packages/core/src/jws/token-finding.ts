import { tokenCodes } from "../errors/codes-token.js";
import type { Finding } from "../errors/finding.js";
import { RoompassError } from "../errors/roompass-error.js";

/** A code of the token parser or of `verify`. */
export type TokenCode = keyof typeof tokenCodes;

/** A finding whose id is a code of the list; the cure is the list's own. */
export function tokenFinding(
  id: TokenCode,
  message: string,
  path?: string,
  severity: Finding["severity"] = "error",
): Finding {
  const { cure } = tokenCodes[id];
  return path === undefined ? { id, severity, message, cure } : { id, severity, path, message, cure };
}

/**
 * Throws the first finding of severity `error` as a `RoompassError`; `details.findings` lists the ids of all of them.
 * Does nothing when there is none.
 */
export function refuseFaulty(findings: readonly Finding[]): void {
  const first = findings.find((finding) => finding.severity === "error");
  if (first === undefined) return;
  const ids = findings.filter((finding) => finding.severity === "error").map((finding) => finding.id);
  throw new RoompassError(first.id as TokenCode, first.message, {
    ...(first.path === undefined ? {} : { path: first.path }),
    details: { findings: ids },
    cure: first.cure,
  });
}

const PLAIN_NAME = /^[A-Za-z_$][\w$-]{0,63}$/;
const SHOWN_CHARACTERS = 32;

/**
 * A path for people and programs: `claims.p.cs[0]`. Names come from the token, so that unusual ones are quoted,
 * stripped of everything but printable ASCII and cut: a path must not carry control characters into a log.
 */
export function formatPath(root: string, path: readonly (string | number)[]): string {
  let text = root;
  for (const step of path) {
    if (typeof step === "number") text += `[${step}]`;
    else if (PLAIN_NAME.test(step)) text += `.${step}`;
    else text += `["${printable(step)}"]`;
  }
  return text;
}

function printable(name: string): string {
  const shown = name.slice(0, SHOWN_CHARACTERS).replaceAll(/[^\x20-\x7e]|["\\]/g, "?");
  return name.length > SHOWN_CHARACTERS ? `${shown}...` : shown;
}
