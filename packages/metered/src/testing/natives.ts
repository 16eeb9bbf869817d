import type { Ceiling, Encoded, Grant, Native, ReadContext, Rights } from "@roompass/core/adapter";
import { ceilingOfAuthority, ceilingOfGrant } from "../../../core/src/testing/internals.ts";
import { metered } from "../adapter.js";
import type { MeteredProperties } from "../properties.js";

export const EXPIRY = 1_900_000_000;
export const START = 1_800_000_000;

/** A native as it stands when nothing odd was read. */
export function nativeOf(
  properties: MeteredProperties,
  unknown: Readonly<Record<string, unknown>> = {},
): Native<MeteredProperties> {
  return { properties, unknown, findings: [] };
}

/** What moving a token within one app and room gives. */
export function moveSamePlace(
  native: Native<MeteredProperties>,
  context: ReadContext = {},
): Encoded<MeteredProperties> {
  const authority = metered.authority(native, context);
  const ceiling = ceilingOfAuthority(authority, { assume: "documented-defaults", sameVendor: true, samePlace: true });
  return metered.encode({ ...metered.decode(native), ceiling });
}

/** A grant that is complete enough to be issued. */
export function grantOf(parts: Partial<Grant> = {}): Grant {
  return { purpose: ["participant"], room: "standup", expiresAt: EXPIRY, ...parts };
}

export function issue(grant: Grant): Encoded<MeteredProperties> {
  return metered.encode({ grant, ceiling: ceilingOfGrant(grant) });
}

export function ceilingFor(rights: Rights): Ceiling {
  return ceilingOfGrant(grantOf({ rights }));
}

export const adminRights: Rights = {
  moderate: { media: true, remove: true, permissions: true },
  admit: true,
};

/** Freezes plain data to the bottom, so that a mutation throws. */
export function frozen<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const name of Reflect.ownKeys(value)) frozen((value as Record<PropertyKey, unknown>)[name]);
  }
  return value;
}
