import type { AnyAdapter } from "../adapter/adapter.js";
import type { Authority } from "../authority/authority.js";
import type { Grant } from "../grant/grant.js";
import type { Remedy } from "../translate/remedy.js";
import { entry, type ReportEntry } from "../translate/report.js";

/** A token that has to ask, at a vendor where a setting of the room decides whether anybody is asked. */
export function reportEntry(
  grant: Grant,
  authority: Authority,
  requirements: readonly Remedy[],
  adapter: AnyAdapter,
): ReportEntry[] {
  const { highest } = authority.entry;
  if (grant.entry === undefined || highest === grant.entry) return [];
  const reason = `The token says so; at ${adapter.displayName} the room decides whether it holds.`;
  const remedy = requirements.find(({ where }) => where === "room");
  return [entry("advisory", "entry", grant.entry, highest, reason, remedy)];
}
