import {
  type Authority,
  type Detection,
  detect,
  type Finding,
  type Inspected,
  inspectToken,
  RoompassError,
} from "@roompass/core";
import { parseCompact, stripPastingNoise } from "@roompass/core/kit";
import type { PageVendor, VendorName } from "../vendors/vendor.js";
import { isVendorName } from "../vendors/vendor.js";
import { adapters, vendorNamed } from "../vendors/vendors.js";
import { type RawPart, rawParts } from "./raw-parts.js";

/** Longest text that is looked at, in characters; what core takes at most, with noise around it. */
export const longestText = 32_768;

interface Common {
  /** The text without what pasting left around it. */
  readonly token: string;
  /** What was taken away from around it, as a sentence. */
  readonly noise: string | undefined;
}

/** A text that is no token that anybody could read. */
export interface Broken extends Common {
  readonly kind: "broken";
  readonly findings: readonly Finding[];
  readonly parts: readonly RawPart[];
}

/** A token that can be decoded, and of which nobody can say whose it is. */
export interface Unassigned extends Common {
  readonly kind: "unassigned";
  readonly detection: Detection;
  readonly findings: readonly Finding[];
  readonly parts: readonly RawPart[];
}

/** A token as one vendor's adapter reads it. */
export interface Understood extends Common {
  readonly kind: "understood";
  readonly vendor: PageVendor;
  readonly detection: Detection;
  /** Whether a person chose the vendor. */
  readonly isChosen: boolean;
  readonly inspected: Inspected;
  readonly authority: Authority;
}

export type TextReading = { readonly kind: "empty" } | Broken | Unassigned | Understood;

/** What any of the vendors takes in a header: which of them counts is not known yet. */
const anyHeader = {
  algorithms: [...new Set(adapters.flatMap(({ header }) => header.algorithms))],
  members: [...new Set(adapters.flatMap(({ header }) => header.members ?? []))],
};

function readAs(common: Common, vendor: PageVendor, detection: Detection, isChosen: boolean, now: number): TextReading {
  const { adapter } = vendor;
  try {
    const inspected = inspectToken(common.token, adapter, { now });
    const authority = adapter.authority(inspected.native, {});
    return { kind: "understood", ...common, vendor, detection, isChosen, inspected, authority };
  } catch (error) {
    if (!RoompassError.isInstance(error)) throw error;
    const { findings } = parseCompact(common.token, { header: adapter.header });
    return { kind: "broken", ...common, findings, parts: rawParts(common.token) };
  }
}

/**
 * Reads what somebody pasted: takes the noise away, tells whose token it is, and reads it by that vendor's rules, or by
 * those of the vendor that was chosen. Nothing is verified, and nothing is thrown whatever the text is.
 *
 * @param now Unix seconds.
 */
export function readText(text: string, chosen: VendorName | undefined, now: number): TextReading {
  if (text.trim() === "") return { kind: "empty" };
  const stripped = stripPastingNoise(text);
  const common = { token: stripped.text, noise: stripped.findings[0]?.message };
  const parsed = parseCompact(stripped.text, { header: anyHeader });
  const { header, claims } = parsed;
  if (header === undefined || claims === undefined) {
    return { kind: "broken", ...common, findings: parsed.findings, parts: rawParts(stripped.text) };
  }
  const detection = detect(stripped.text, adapters);
  if (chosen !== undefined) return readAs(common, vendorNamed(chosen), detection, true, now);
  if (isVendorName(detection.vendor)) return readAs(common, vendorNamed(detection.vendor), detection, false, now);
  const { findings } = parsed;
  return { kind: "unassigned", ...common, detection, findings, parts: rawParts(stripped.text) };
}
