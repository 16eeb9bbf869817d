import { type Expectations, RoompassError, type Verified } from "@roompass/core";
import { exitCodes } from "../exit-codes.js";
import { CommandError } from "../failures/command-error.js";
import { withSignatureHint } from "../failures/signature-hint.js";
import type { ReadToken } from "../input/token-reader.js";
import type { CheckedBy, Connection } from "./connection.js";
import type { Vendor } from "./vendor.js";

export interface CheckedToken {
  readonly verified: Verified;
  readonly checkedBy: CheckedBy;
}

/** A vendor that answers "no" has refused the token; that is an answer, not a failure of the vendor. */
function asRefusal(error: unknown, vendor: Vendor): unknown {
  if (!RoompassError.isInstance(error) || error.code !== "request.rejected") return error;
  const status = error.details?.["status"];
  if (typeof status !== "number" || !vendor.rejectsToken(status)) return error;
  return new CommandError("command.not-confirmed", `${vendor.adapter.displayName} does not confirm this token.`, {
    exitCode: exitCodes.refused,
    cure: "It was not minted for this account, was changed, or is not valid now.",
    ...(error.details === undefined ? {} : { details: error.details }),
  });
}

/** Checks a token: here where its signature can be checked, else (or when asked) by its vendor. */
export async function checkToken(
  token: string,
  read: ReadToken,
  connection: Connection,
  expectations: Expectations,
  remote: boolean,
): Promise<CheckedToken> {
  const { vendor } = read;
  try {
    if (!remote || connection.checkedBy === "vendor") {
      return { verified: await connection.verify(token, expectations), checkedBy: connection.checkedBy };
    }
    if (connection.verifyRemotely !== undefined) {
      return { verified: await connection.verifyRemotely(token, expectations), checkedBy: "vendor" };
    }
  } catch (error) {
    throw withSignatureHint(asRefusal(error, vendor), read);
  }
  throw new CommandError("command.usage", `${vendor.adapter.displayName} has no call that checks a token.`, {
    path: "--remote",
    cure: "Leave out `--remote`: the signature is checked here.",
  });
}
