import type { Ceiling, Grant, Native, ReadContext } from "@roompass/core/adapter";
import { ceilingOfAuthority, ceilingOfGrant } from "../../../core/src/testing/internals.ts";
import { daily } from "../adapter.js";
import type { DailyProperties } from "../properties.js";

/** Properties as they come from a faultless token. */
export function native(
  properties: DailyProperties,
  unknown: Readonly<Record<string, unknown>> = {},
): Native<DailyProperties> {
  return { properties, unknown, findings: [] };
}

/** What a token gives, as the ceiling for a token of the same account and room. */
export function ownCeiling(source: Native<DailyProperties>, context: ReadContext = {}): Ceiling {
  return ceilingOfAuthority(daily.authority(source, context), {
    assume: "documented-defaults",
    sameVendor: true,
    samePlace: true,
  });
}

/** Decodes a token and encodes it again, in one place. */
export function rewrite(source: Native<DailyProperties>): Native<DailyProperties> {
  return daily.encode({ ...daily.decode(source), ceiling: ownCeiling(source) }).native;
}

/** Encodes a grant as it is issued. */
export function issue(grant: Partial<Grant>, method?: "sign" | "request") {
  const whole: Grant = { purpose: ["participant"], room: "standup", ...grant };
  return daily.encode({ grant: whole, ceiling: ceilingOfGrant(whole), ...(method === undefined ? {} : { method }) });
}
