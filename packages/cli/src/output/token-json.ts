import type { TokenReading } from "@roompass/core";
import type { Vendor } from "../vendors/vendor.js";
import { readingsByPath } from "./rights.js";

/** What every command says about a token, for scripts. Members are added over time, never renamed or removed. */
export function tokenJson(vendor: Vendor, reading: TokenReading): Record<string, unknown> {
  const authority = vendor.adapter.authority(reading.native, {});
  return {
    provider: vendor.name,
    verified: reading.verified,
    grant: reading.grant,
    ...(reading.grant.expiresAt === undefined ? {} : { expiresAt: reading.grant.expiresAt }),
    readings: readingsByPath(authority),
    issuance: reading.issuance,
    properties: reading.properties,
    unknown: reading.unknown,
  };
}
