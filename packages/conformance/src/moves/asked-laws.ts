import type { EncodeProblem, Grant, Native } from "@roompass/core/adapter";
import { refusalOf } from "../run/refusal.js";
import { sameValue } from "../run/same-value.js";
import { grantPaths } from "../subject/grant-paths.js";
import type { Subject } from "../subject/subject.js";
import { plain } from "../vectors/freeze.js";
import { isAt, isGrant, type Purpose, remedied, requestFor } from "./asked-grants.js";
import { isOfPolicy, remedyProblems } from "./forms.js";
import { undefinedMembers } from "./undefined-members.js";

const codes: ReadonlySet<unknown> = new Set([
  "grant.unsupported",
  "grant.limit",
  "grant.missing",
  "grant.invalid",
  "grant.modelled-extension",
  "grant.unknown-field",
]);

const isText = (value: unknown): boolean => typeof value === "string" && value.trim() !== "";

const parents = new Set(
  grantPaths.flatMap((path) => path.split(".").map((_, end, parts) => parts.slice(0, end + 1).join("."))),
);

/** A path of the grant, one above such paths, one inside, or one of the vendor's own extensions. */
function isPathOfGrant(path: string, vendor: string): boolean {
  const extensions = `extensions.${vendor}`;
  if (path === extensions || path.startsWith(`${extensions}.`) || path.startsWith(`${extensions}[`)) return true;
  return parents.has(path) || grantPaths.some((known) => path.startsWith(`${known}.`) || path.startsWith(`${known}[`));
}

/** What a problem lacks to be one, whatever it is about. */
export function problemProblems({ adapter }: Subject, problem: EncodeProblem, purpose: Purpose): readonly string[] {
  const { path, code, message, cure, remedy } = problem;
  const isForeign = remedy?.where === "policy" && !isOfPolicy(remedy.setting, purpose, grantPaths);
  return [
    ...(codes.has(code) ? [] : ["a problem with a code that does not exist"]),
    ...(isPathOfGrant(path, adapter.vendor) ? [] : ["a problem at no path of a grant"]),
    ...(isText(message) && isText(cure) ? [] : [`${path}: no message or no cure`]),
    ...(remedy === undefined ? [] : remedyProblems(remedy, adapter.vendor)),
    ...(isForeign ? [`${path}: a remedy that no caller can follow`] : []),
  ].map((one) => `${purpose}: ${one}`);
}

/** Whoever follows a remedy gets rid of the problem. */
function helpless(subject: Subject, grant: Grant, problem: EncodeProblem, purpose: Purpose): readonly string[] {
  const better = problem.remedy === undefined ? undefined : remedied(subject, grant, problem.remedy);
  if (better === undefined) return [];
  const { problems } = subject.adapter.encode(requestFor(subject, better, purpose));
  return problems.some(isAt(problem.path)) ? [`${purpose}: ${problem.path}: a remedy that does not help`] : [];
}

/** The content as it is read from the wire; some can only be asked for by a request. */
function readBack({ adapter }: Subject, native: Native<unknown>): Native<unknown> | undefined {
  try {
    return adapter.fromClaims(plain(adapter.toClaims(native)) as Record<string, unknown>);
  } catch (error) {
    if (refusalOf(error) === undefined) throw error;
    return undefined;
  }
}

const contentOf = ({ properties, unknown }: Native<unknown>): unknown => plain([properties, unknown]);

/** What an encoder has nothing against is read by its own reader as it was written. */
function unreadable(subject: Subject, native: Native<unknown>, purpose: Purpose): readonly string[] {
  const read = readBack(subject, native);
  if (read === undefined) return [];
  if (read.findings.some(({ severity }) => severity === "error")) return [`${purpose}: written, and not read`];
  return sameValue(contentOf(read), contentOf(native)) ? [] : [`${purpose}: written, and read as something else`];
}

/** What is wrong with what an encoder makes of one grant, whatever the vendor takes. */
export function askedProblems(subject: Subject, grant: Grant): readonly string[] {
  const isWhole = isGrant(grant);
  return (["issue", "translate"] as const).flatMap((purpose) => {
    const { native, problems } = subject.adapter.encode(requestFor(subject, grant, purpose));
    return [
      ...problems.flatMap((problem) => problemProblems(subject, problem, purpose)),
      ...problems.flatMap((problem) => helpless(subject, grant, problem, purpose)),
      ...undefinedMembers({ properties: native.properties, problems }).map(
        (path) => `${purpose}: ${path} is undefined`,
      ),
      ...(problems.length === 0 && isWhole ? unreadable(subject, native, purpose) : []),
    ];
  });
}
