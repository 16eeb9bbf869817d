import { RoompassError } from "@roompass/core";
import { cutSignature } from "../input/paste-findings.js";
import type { ReadToken } from "../input/token-reader.js";

function isAboutSignature({ code, path }: RoompassError): boolean {
  return code === "signature.mismatch" || (code === "token.not-canonical" && path === "signature");
}

/**
 * The same refusal, with what can be seen of its cause without a key: a token that was not copied to its end, or that is
 * another vendor's than the one that was named. Any other error as it is.
 */
export function withSignatureHint(error: unknown, read: ReadToken): unknown {
  if (!RoompassError.isInstance(error) || !isAboutSignature(error)) return error;
  const [cut] = cutSignature(read);
  const cure =
    cut !== undefined
      ? `${cut.message} ${cut.cure}`
      : read.looksLike !== undefined
        ? `It looks like a ${read.looksLike} token: leave out \`--provider\`, or name that vendor with it.`
        : undefined;
  if (cure === undefined) return error;
  const { code, message, path, details } = error;
  return new RoompassError(code, message, {
    cure,
    ...(path === undefined ? {} : { path }),
    ...(details === undefined ? {} : { details }),
  });
}
