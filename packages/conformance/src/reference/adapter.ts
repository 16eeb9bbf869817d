import type { Adapter } from "@roompass/core/adapter";
import { frozen } from "../vectors/freeze.js";
import { authority } from "./authority.js";
import { markName, markOf, readClaims, writeClaims } from "./claims.js";
import { decode } from "./decode.js";
import { encode } from "./encode.js";
import { capabilities, harmless, limits, residueRules } from "./facts.js";
import type { ReferenceProperties } from "./properties.js";
import { unreadableSettings } from "./rights.js";

/**
 * An adapter of an invented vendor that can say everything: the partner of every subject, and the proof that the suite's
 * cases can be passed. Two of them are two vendors with the same form.
 */
export function makeReferenceAdapter<const Vendor extends string>(
  vendor: Vendor,
  displayName: string,
): Adapter<Vendor, ReferenceProperties> {
  return frozen<Adapter<Vendor, ReferenceProperties>>({
    specificationVersion: 1,
    vendor,
    displayName,
    issuance: ["sign"],
    verification: ["offline"],
    header: { algorithms: ["HS256"] },
    capabilities,
    residueRules,
    limits,
    harmless,
    normalizeRoom: (name) => name,
    recognize: ({ claims }) =>
      Object.hasOwn(claims, markName) && claims[markName] === markOf(vendor)
        ? { confidence: "certain", reason: "It has the vendor's mark." }
        : undefined,
    fromClaims: (claims) => readClaims(vendor, claims),
    toClaims: (native) => writeClaims(vendor, native),
    decode,
    encode: (request) => encode(vendor, request),
    authority,
    unreadableSettings,
    lint: () => [],
    join: () => ({}),
    roomRequirements: () => [],
  });
}

export const referenceAdapter = makeReferenceAdapter("reference", "Reference");

/** The reference adapter's own partner. */
export const mirrorAdapter = makeReferenceAdapter("mirror", "Mirror");
