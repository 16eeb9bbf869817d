import { type Inspected, RoompassError, type Verified } from "@roompass/core";
import type { Credentials } from "../credentials/credentials.js";
import type { ReadToken } from "../input/token-reader.js";
import type { Io } from "../io.js";
import { listOf } from "../output/layout.js";
import { checkToken } from "./check-token.js";
import type { CheckedBy } from "./connection.js";
import { canConnect, connect } from "./vendors.js";

/** The token that is to be translated, and who vouches for it. */
export type TranslationSource =
  | { readonly reading: Verified; readonly checkedBy: CheckedBy; readonly trustUnverified: false }
  | { readonly reading: Inspected; readonly checkedBy: "nobody"; readonly trustUnverified: true };

export interface SourceOptions {
  readonly credentials: Credentials;
  readonly io: Io;
  readonly now: number;
  readonly trustUnverified: boolean;
}

/**
 * Verifies the source where there are credentials for it. Without them it is taken only from a caller who says so: a
 * translation of a forged token would be a genuine one.
 */
export async function readTrustedSource(read: ReadToken, options: SourceOptions): Promise<TranslationSource> {
  const { vendor, inspected } = read;
  const { credentials, io, now } = options;
  if (options.trustUnverified) return { reading: inspected, checkedBy: "nobody", trustUnverified: true };
  if (!canConnect(vendor, "verify", credentials)) {
    const needed = listOf(vendor.needs("verify"));
    throw new RoompassError(
      "translate.unverified",
      "The source token is not verified: its vendor's key is not there.",
      {
        details: { missing: credentials.missing(vendor.needs("verify")) },
        cure:
          `Set ${needed} (or give \`--credentials FILE\`) to verify it first; or add --trust-unverified if you know by ` +
          "other means where it comes from.",
      },
    );
  }
  const connection = connect(vendor, "verify", { credentials, io, now });
  // Whether an endless token may be translated is for the policy to say, and the purpose is the token's own.
  const [purpose = "participant"] = vendor.adapter.authority(inspected.native, {}).purpose.lowest;
  const { verified, checkedBy } = await checkToken(
    read.bare,
    read,
    connection,
    { now, allowNoExpiry: true, purpose },
    false,
  );
  return { reading: verified, checkedBy, trustUnverified: false };
}
