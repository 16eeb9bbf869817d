import type { AnyAdapter } from "@roompass/core/adapter";
import type { Loss } from "../cases/case.js";
import { grantPaths } from "../subject/grant-paths.js";
import type { Subject } from "../subject/subject.js";
import type { ReportedTranslation } from "./report.js";

type Fields = ReportedTranslation["fields"];

/** By the two tables alone: what a field can become at best. */
function kindByTables(from: AnyAdapter, to: AnyAdapter, path: (typeof grantPaths)[number]): string {
  const [source, target] = [from.capabilities[path], to.capabilities[path]];
  // A table with holes is the adapter's fault, and shown as such by a case; here a hole is nothing.
  if ((source?.carried ?? "none") === "none") return "absent";
  if (target?.carried === "exact") return "kept";
  if ((target?.carried ?? "none") !== "none") return "narrowed";
  return target?.outside === undefined ? "dropped" : "moved";
}

/** What the cases saw of a field: `publish` stands for everything below it. */
function observedKinds(path: string, losses: readonly Loss[]): readonly string[] {
  const seen = losses.filter((loss) => path === loss.path || path.startsWith(`${loss.path}.`));
  return [...new Set(seen.map(({ kind }) => kind))].sort();
}

const isBelow = (path: string, parent: string): boolean => path === parent || path.startsWith(`${parent}.`);

function fieldsOf(from: AnyAdapter, to: AnyAdapter, losses: readonly Loss[]): Fields {
  const fields: Fields = {};
  for (const path of grantPaths) {
    const kinds = observedKinds(path, losses);
    const observed = kinds.length > 0;
    fields[path] = { kinds: observed ? [...kinds] : [kindByTables(from, to, path)], observed };
  }
  // What is not of the neutral model: extensions and unknown claims.
  for (const { path } of losses) {
    if (grantPaths.some((known) => isBelow(known, path))) continue;
    fields[path] = { kinds: [...observedKinds(path, losses)], observed: true };
  }
  return fields;
}

/**
 * What becomes of each field on the way to every partner and from it: what the translation cases of this run saw, and
 * where none spoke of a field, what the capability tables of the two sides say.
 */
export function translationsOf(
  { adapter }: Subject,
  partners: readonly Subject[],
  losses: readonly Loss[],
): readonly ReportedTranslation[] {
  const others = partners.map((partner) => partner.adapter).filter(({ vendor }) => vendor !== adapter.vendor);
  const pairs = [
    ...others.map((other) => [adapter, other] as const),
    ...others.map((other) => [other, adapter] as const),
  ];
  return pairs.map(([from, to]) => ({
    from: from.vendor,
    to: to.vendor,
    fields: fieldsOf(
      from,
      to,
      losses.filter((loss) => loss.from === from.vendor && loss.to === to.vendor),
    ),
  }));
}
