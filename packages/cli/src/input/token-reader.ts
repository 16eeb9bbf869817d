import { type AnyAdapter, type Detection, detect, type Inspected, inspectToken, RoompassError } from "@roompass/core";
import { parseCompact, stripPastingNoise } from "@roompass/core/kit";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import { CommandError } from "../failures/command-error.js";
import { listOf } from "../output/layout.js";
import type { Vendor } from "../vendors/vendor.js";
import { vendorNamed, vendorNames, vendors } from "../vendors/vendors.js";

/** How sure it is whose token this is; `given` when the caller said so. */
export type Confidence = Exclude<Detection["confidence"], "none"> | "given";

/** A token as it was read, verified or not, and how its vendor was found. */
export interface ReadToken {
  readonly vendor: Vendor;
  readonly confidence: Confidence;
  readonly reason: string;
  /** The token without what pasting left around it. */
  readonly bare: string;
  readonly inspected: Inspected;
  /** Whose it looks like, where that is another vendor than the one that was given. */
  readonly looksLike?: string;
}

const adapters: readonly AnyAdapter[] = vendors.map(({ adapter }) => adapter);

/** What cannot be read as a token at all is told as the parser tells it; whose it is does not matter then. */
function refuseUnreadable(bare: string): void {
  const { header, claims, findings } = parseCompact(bare, { header: { algorithms: ["HS256"] } });
  if (header !== undefined && claims !== undefined) return;
  const first = findings.find(({ id }) => !id.startsWith("header.")) ?? findings[0];
  if (first === undefined) return;
  throw new RoompassError(first.id as RoompassError["code"], first.message, {
    ...(first.path === undefined ? {} : { path: first.path }),
    cure: first.cure,
  });
}

function unknownVendor({ reason, candidates }: Detection, option: string): CommandError {
  const exitCode: ExitCode = exitCodes.refused;
  const possible = candidates.map(({ vendor, confidence }) => `${vendor} (${confidence})`);
  return new CommandError("command.unknown-vendor", `Whose token this is cannot be told. ${reason}`, {
    exitCode,
    details: { candidates },
    cure:
      `${possible.length === 0 ? "" : `Candidates: ${listOf(possible)}. `}` +
      `Name the vendor with \`${option}\`: ${listOf(vendorNames, "or")}.`,
  });
}

/**
 * Reads a token without trusting it, by the vendor that is given or else recognized.
 *
 * @param option Where the vendor is given, for messages.
 */
export function readTokenText(
  text: string,
  provider: string | undefined,
  now: number,
  option = "--provider",
): ReadToken {
  const bare = stripPastingNoise(text).text;
  refuseUnreadable(bare);
  const detection = detect(bare, adapters);
  const vendor =
    provider === undefined ? vendors.find(({ name }) => name === detection.vendor) : vendorNamed(provider, option);
  if (vendor === undefined) throw unknownVendor(detection, option);
  const inspected: Inspected = inspectToken(text, vendor.adapter, { now });
  if (provider === undefined && detection.confidence !== "none") {
    return { vendor, confidence: detection.confidence, reason: detection.reason, bare, inspected };
  }
  const given = { vendor, confidence: "given", bare, inspected } as const;
  const looksLike = detection.vendor;
  if (looksLike === "unknown" || looksLike === vendor.name) return { ...given, reason: `Given with \`${option}\`.` };
  const reason = `Given with \`${option}\`; it looks like a ${looksLike} token, though.`;
  return { ...given, reason, looksLike };
}
