import { parseCompact } from "../jws/parse-compact.js";
import { stripPastingNoise } from "../jws/strip-noise.js";
import type { AdapterOrProvider } from "../provider/translation-target.js";
import { detectClaims, readAdapters } from "./detect-claims.js";
import { type Detection, unknownVendor } from "./detection.js";

/** Which header a token may have depends on its vendor, who is not known yet. */
const anyHeader = { algorithms: [] };

/**
 * Finds the vendor of a token that nobody vouches for: strips what pasting leaves around it, decodes it as far as it
 * can be read, and asks each adapter; `detectClaims` says how they are weighed. What cannot be read has the vendor
 * `unknown`, with the first thing that is wrong as the reason. Throws for no token, whatever it is.
 *
 * @throws RoompassError `input.wrong-kind` for anything but a list of adapters or providers.
 */
export function detect(token: string, adapters: readonly AdapterOrProvider[]): Detection {
  const known = readAdapters(adapters);
  const text: unknown = token;
  const parsed = parseCompact(typeof text === "string" ? stripPastingNoise(text).text : text, { header: anyHeader });
  const { header, claims } = parsed;
  if (header !== undefined && claims !== undefined) return detectClaims({ header, claims }, known);
  const violation = parsed.findings.find(({ id }) => !id.startsWith("header."));
  return unknownVendor(violation?.message ?? "Its header and claims cannot be read.");
}
