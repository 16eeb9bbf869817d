import type { AnyAdapter } from "../adapter/adapter.js";
import type { Authority } from "../authority/authority.js";
import { isDenial, plainReading } from "../authority/verdict.js";
import type { Grant } from "../grant/grant.js";
import { type RightPath, rightPaths } from "../grant/right-path.js";
import { rightValue } from "../grant/right-value.js";
import type { Remedy } from "../translate/remedy.js";
import { entry, type ReportEntry } from "../translate/report.js";
import { isUnconfirmedDenial } from "./check-explicit.js";

/** A token that has to ask, at a vendor where a setting of the room decides whether anybody is asked. */
function unconfirmedEntry(
  grant: Grant,
  authority: Authority,
  requirements: readonly Remedy[],
  adapter: AnyAdapter,
): ReportEntry[] {
  const { highest } = authority.entry;
  if (grant.entry === undefined || highest === grant.entry) return [];
  const reason = `The token says so; at ${adapter.displayName} a setting of the room decides whether it holds.`;
  const remedy = requirements.find(({ where }) => where === "room");
  return [entry("advisory", "entry", grant.entry, highest, reason, remedy)];
}

function denialEntry(path: RightPath, authority: Authority, adapter: AnyAdapter): ReportEntry {
  const reading = plainReading(authority.rights[path]);
  const reason =
    reading === "deny"
      ? `The token denies it; what else the ${adapter.displayName} token says may let its holder lift that.`
      : `The token does not give it; ${adapter.displayName} does not say whether a setting can.`;
  return entry("advisory", path, "deny", reading, reason);
}

/** Restrictions that a setting elsewhere might lift, and what the vendor's switches do beyond the words of the grant. */
export function reportUnconfirmed(
  grant: Grant,
  authority: Authority,
  requirements: readonly Remedy[],
  adapter: AnyAdapter,
): ReportEntry[] {
  const entries = unconfirmedEntry(grant, authority, requirements, adapter);
  for (const path of rightPaths) {
    if (isUnconfirmedDenial(path, grant, authority)) entries.push(denialEntry(path, authority, adapter));
  }
  for (const path of rightPaths) {
    const sideEffect = sideEffectOf(path, grant, authority, adapter);
    if (sideEffect !== undefined) entries.push(sideEffect);
  }
  return entries;
}

/**
 * What a vendor's switches do beyond the words of the grant: a list that has to say yes or no to everything denies what
 * was not mentioned, and a right that was asked for may rest on the vendor's default, or on a role that only may include it.
 */
function sideEffectOf(
  path: RightPath,
  grant: Grant,
  authority: Authority,
  adapter: AnyAdapter,
): ReportEntry | undefined {
  const asked = rightValue(grant.rights, path);
  const reading = authority.rights[path];
  if (asked === undefined && isDenial(reading)) {
    const reason = `${adapter.displayName} says yes or no to this together with what was asked.`;
    return entry("narrowed", path, "unknown", "deny", reason);
  }
  if (asked === true && reading === "possible") {
    const reason = `It was asked for; the token gives a role, and ${adapter.displayName} does not document that it includes this.`;
    return entry("advisory", path, "allow", "possible", reason, adapter.capabilities[path].outside);
  }
  if (asked === true && reading === "default(allow)") {
    const reason = `The token is silent about it; ${adapter.displayName} gives it by default.`;
    return entry("assumed", path, "allow", "default(allow)", reason);
  }
  return undefined;
}
