import type { AnyAdapter } from "../adapter/adapter.js";
import type { Native } from "../adapter/native.js";
import type { TokenReading } from "../provider/token-reading.js";
import type { ReadPolicy } from "./policy.js";
import { entry, type Refusal, type ReportEntry } from "./report.js";
import { refuse } from "./source.js";

/** The dotted paths of the members that an adapter has never heard of; objects that only hold such members are passed through. */
export function unknownPaths(
  unknown: Native<unknown>["unknown"],
  known: (path: string) => boolean,
  prefix = "",
): string[] {
  return Object.keys(unknown).flatMap((name) => {
    const path = prefix + name;
    const value = unknown[name];
    if (known(path) || typeof value !== "object" || value === null || Array.isArray(value)) return [path];
    const below = unknownPaths(value as Record<string, unknown>, known, `${path}.`);
    return below.length === 0 ? [path] : below;
  });
}

function isIgnored(path: string, ignored: ReadonlySet<string>): boolean {
  for (let end = path.length; end > 0; end = path.lastIndexOf(".", end - 1)) {
    if (ignored.has(path.slice(0, end))) return true;
  }
  return false;
}

/**
 * What of the source could not be read for certain: members that nobody knows, claims with a wrong type or an unknown
 * value, and vendor properties that grant or restrict something and have no neutral name. Each may change what the
 * token grants, so each refuses unless the caller passes over it by name.
 */
export function checkUnread(
  reading: TokenReading,
  residue: Readonly<Record<string, unknown>>,
  from: AnyAdapter,
  kept: { readonly unknown: boolean; readonly residue: boolean },
  policy: ReadPolicy,
): { refusals: Refusal[]; entries: ReportEntry[] } {
  const refusals: Refusal[] = [];
  const entries: ReportEntry[] = [];
  const ignore = (path: string): Refusal["remedy"] => ({ where: "policy", setting: "ignoreUnknown", value: [path] });

  for (const finding of [
    ...reading.native.findings,
    ...reading.warnings.filter((warning) => warning.id.startsWith("token.")),
  ]) {
    if (finding.severity !== "error") continue;
    const path = finding.path ?? "token";
    if (isIgnored(path, policy.ignoreUnknown)) continue;
    refusals.push(
      refuse(
        `claims.${path}`,
        undefined,
        undefined,
        `It could not be read for certain: ${finding.message}`,
        finding.id.startsWith("token.") ? undefined : ignore(path),
      ),
    );
  }

  const isHarmless = (path: string): boolean => Object.hasOwn(from.harmless, path);
  for (const path of kept.unknown
    ? []
    : unknownPaths(reading.unknown, (candidate) => isHarmless(candidate) || policy.ignoreUnknown.has(candidate))) {
    if (isHarmless(path)) continue;
    if (isIgnored(path, policy.ignoreUnknown)) {
      entries.push(entry("dropped", `unknown.${path}`, undefined, undefined, "Passed over, as `ignoreUnknown` says."));
    } else {
      refusals.push(
        refuse(
          `unknown.${path}`,
          undefined,
          undefined,
          `The ${from.displayName} adapter does not know this member, so nobody can say what it grants.`,
          ignore(path),
        ),
      );
    }
  }
  for (const key of kept.residue ? [] : Object.keys(residue)) {
    const rule = from.residueRules[key];
    if (rule?.kind === "covered") continue;
    const path = `extensions.${from.vendor}.${key}`;
    if (rule?.kind === "hint" || isIgnored(key, policy.ignoreUnknown)) {
      entries.push(entry("dropped", path, undefined, undefined, rule?.note ?? "Passed over, as `ignoreUnknown` says."));
    } else {
      refusals.push(
        refuse(
          path,
          undefined,
          undefined,
          rule?.note ?? "It may grant or restrict something and has no neutral name.",
          ignore(key),
        ),
      );
    }
  }
  return { refusals, entries };
}
