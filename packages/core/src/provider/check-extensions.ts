import type { AnyAdapter, EncodeProblem } from "../adapter/adapter.js";
import { sameValue } from "../grant/compare-values.js";
import type { Grant } from "../grant/grant.js";
import { formatPath } from "../jws/index.js";
import { entry, type ReportEntry } from "../translate/report.js";

/** The vendor's own extensions that the token, read back, does not have. An extension may be a restriction. */
export function lostExtensions(
  grant: Grant,
  residue: Readonly<Record<string, unknown>>,
  adapter: AnyAdapter,
): EncodeProblem[] {
  const own = grant.extensions?.[adapter.vendor];
  if (own === undefined) return [];
  return Object.entries(own)
    .filter(([name, value]) => !(Object.hasOwn(residue, name) && sameValue(residue[name], value)))
    .map(([name]) => ({
      path: formatPath(`extensions.${adapter.vendor}`, [name]),
      code: "grant.unsupported",
      message: `A ${adapter.displayName} token cannot hold this extension.`,
      cure: "Leave it out.",
    }));
}

/** One grant may serve several vendors; what it says to the others is not lost in silence. */
export function reportForeignExtensions(grant: Grant, adapter: AnyAdapter): ReportEntry[] {
  if (grant.extensions === undefined) return [];
  return Object.keys(grant.extensions)
    .filter((vendor) => vendor !== adapter.vendor)
    .map((vendor) => {
      const reason = `It is not for ${adapter.displayName}.`;
      return entry("dropped", formatPath("extensions", [vendor]), "set", "absent", reason);
    });
}
