import type { AnyAdapter } from "../adapter/adapter.js";
import type { Authority } from "../authority/authority.js";
import type { Grant } from "../grant/grant.js";
import { rightPaths } from "../grant/right-path.js";
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

/** Restrictions that the token states as well as it can, and that a setting elsewhere might lift. */
export function reportUnconfirmed(
  grant: Grant,
  authority: Authority,
  requirements: readonly Remedy[],
  adapter: AnyAdapter,
): ReportEntry[] {
  const reason = `The token does not give it; ${adapter.displayName} does not say whether a setting can.`;
  const denials = rightPaths
    .filter((path) => isUnconfirmedDenial(path, grant, authority))
    .map((path) => entry("advisory", path, "deny", "default(deny)", reason));
  return [...unconfirmedEntry(grant, authority, requirements, adapter), ...denials];
}
