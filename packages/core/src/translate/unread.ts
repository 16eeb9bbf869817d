import type { AnyAdapter } from "../adapter/adapter.js";
import type { Native } from "../adapter/native.js";
import { formatPath } from "../jws/token-finding.js";
import type { TokenReading } from "../provider/token-reading.js";
import type { ReadPolicy } from "./policy.js";
import { entry, type Refusal, type ReportEntry } from "./report.js";
import { refuse } from "./source.js";

/** What a member of the source is called: in `ignoreUnknown` as it stands, in errors without control characters. */
interface Member {
  readonly path: string;
  readonly shown: string;
}

/** The members that an adapter has never heard of; objects that only hold such members are passed through. */
export function unknownMembers(
  unknown: Native<unknown>["unknown"],
  isKnown: (path: string) => boolean,
  above: readonly string[] = [],
): Member[] {
  return Object.keys(unknown).flatMap((name) => {
    const steps = [...above, name];
    const member = { path: steps.join("."), shown: formatPath("unknown", steps) };
    const value = unknown[name];
    if (isKnown(member.path) || typeof value !== "object" || value === null || Array.isArray(value)) return [member];
    const below = unknownMembers(value as Record<string, unknown>, isKnown, steps);
    return below.length === 0 ? [member] : below;
  });
}

function isIgnored(path: string, ignored: ReadonlySet<string>): boolean {
  if (ignored.has(path)) return true;
  for (let end = path.lastIndexOf("."); end > 0; end = path.lastIndexOf(".", end - 1)) {
    if (ignored.has(path.slice(0, end))) return true;
  }
  return false;
}

const ignore = (path: string): Refusal["remedy"] => ({ where: "policy", setting: "ignoreUnknown", value: [path] });
const passedOver = "Passed over, as `ignoreUnknown` says.";

interface Outcome {
  readonly refusals: Refusal[];
  readonly entries: ReportEntry[];
}

/** These say when a token counts, and are judged with the window; every other violation is about its form. */
const aboutTime: ReadonlySet<string> = new Set(["token.expired", "token.not-yet-valid"]);

function checkFindings(reading: TokenReading, policy: ReadPolicy, { refusals }: Outcome): void {
  const violations = reading.warnings.filter(({ id }) => id.startsWith("token.") && !aboutTime.has(id));
  for (const { id, severity, path = "token", message } of [...reading.native.findings, ...violations]) {
    // An undocumented value is read as the lowest right, so the caller may pass over it. A claim of the wrong type may
    // have been a restriction, and a malformed token is nobody's choice.
    const isPassable = id === "claims.unknown-value";
    if (severity !== "error" || (isPassable && isIgnored(path, policy.ignoreUnknown))) continue;
    const remedy = isPassable ? ignore(path) : undefined;
    const whatToDo = isPassable ? "" : " Have a new one issued, without this.";
    refusals.push(
      refuse(`claims.${path}`, undefined, undefined, `It could not be read for certain: ${message}${whatToDo}`, remedy),
    );
  }
}

function checkUnknown(
  reading: TokenReading,
  from: AnyAdapter,
  policy: ReadPolicy,
  { refusals, entries }: Outcome,
): void {
  const isHarmless = (path: string): boolean => Object.hasOwn(from.harmless, path);
  const isKnown = (path: string): boolean => isHarmless(path) || policy.ignoreUnknown.has(path);
  const reason = `The ${from.displayName} adapter does not know this member, so nobody can say what it grants.`;
  for (const { path, shown } of unknownMembers(reading.unknown, isKnown)) {
    if (isHarmless(path)) continue;
    if (isIgnored(path, policy.ignoreUnknown)) entries.push(entry("dropped", shown, undefined, undefined, passedOver));
    else refusals.push(refuse(shown, undefined, undefined, reason, ignore(path)));
  }
}

function checkResidue(
  residue: Readonly<Record<string, unknown>>,
  from: AnyAdapter,
  policy: ReadPolicy,
  { refusals, entries }: Outcome,
): void {
  for (const key of Object.keys(residue)) {
    const rule = from.residueRules[key];
    if (rule?.kind === "covered") continue;
    const path = `extensions.${from.vendor}.${key}`;
    if (rule?.kind === "hint" || isIgnored(key, policy.ignoreUnknown)) {
      entries.push(entry("dropped", path, undefined, undefined, rule?.note ?? passedOver));
    } else {
      const reason = rule?.note ?? "It may grant or restrict something and has no neutral name.";
      refusals.push(refuse(path, undefined, undefined, reason, ignore(key)));
    }
  }
}

/**
 * What of the source could not be read for certain: members that nobody knows, claims with a wrong type or an unknown
 * value, and vendor properties that grant or restrict something and have no neutral name. Each may change what the
 * token grants, so each refuses unless the caller passes over it by name.
 *
 * @param kept Whether the target keeps unknown members and residue as they are, as the same vendor does.
 */
export function checkUnread(
  reading: TokenReading,
  residue: Readonly<Record<string, unknown>>,
  from: AnyAdapter,
  kept: { readonly unknown: boolean; readonly residue: boolean },
  policy: ReadPolicy,
): Outcome {
  const outcome: Outcome = { refusals: [], entries: [] };
  checkFindings(reading, policy, outcome);
  if (!kept.unknown) checkUnknown(reading, from, policy, outcome);
  if (!kept.residue) checkResidue(residue, from, policy, outcome);
  return outcome;
}
