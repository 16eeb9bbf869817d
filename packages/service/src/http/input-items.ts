import { nearestName } from "@roompass/core/kit";
import type { z } from "zod";
import type { ProblemItem } from "../errors/service-error.js";
import { membersAt, placeOf } from "./schema-members.js";

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** Names of the caller's own choice are in paths below these; what stands there is not repeated. */
const ownNames: ReadonlySet<string> = new Set(["extensions", "map", "source", "target", "metadata", "byParticipantId"]);

/** Where something is, as far as the names are ours. */
function textOf(path: Path): string {
  let text = "";
  for (const part of path) {
    text += typeof part === "number" ? `[${part}]` : `${text === "" ? "" : "."}${String(part)}`;
    if (ownNames.has(String(part))) break;
  }
  return text;
}

const shown = (path: string): string => (path === "" ? "The body" : `\`${path}\``);

/** Several things of which one is to be chosen, in words. */
export function oneOf(words: readonly string[]): string {
  const all = [...new Set(words)];
  return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} or ${all.at(-1)}`;
}

/** Names of ours as they are shown. */
export const quoted = (names: readonly unknown[]): readonly string[] => names.map((name) => `\`${String(name)}\``);

const words: Readonly<Record<string, string>> = {
  invalid_type: "has another type than it may have",
  invalid_value: "is not one of the values that it may have",
  invalid_union: "has none of the forms that it may have",
  too_big: "is longer or larger than it may be",
  too_small: "is shorter or smaller than it may be",
  invalid_format: "does not have the form that it has to have",
  not_multiple_of: "is not a whole number",
  invalid_key: "has a name that it cannot have",
  invalid_element: "has an element that it cannot have",
};

const types: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "`true` or `false`",
  null: "`null`",
  array: "a list",
  object: "an object",
  record: "an object",
};

const units: Readonly<Record<string, string>> = { string: "character", array: "element" };

function counted(limit: number | bigint, origin: string): string {
  const unit = units[origin];
  return unit === undefined ? String(limit) : `${limit} ${unit}${limit === 1 ? "" : "s"}`;
}

/**
 * How many names of one body a suggestion is looked for. Looking costs much more than reading a name does, and whoever has
 * no key may send a body that is full of them.
 */
const mostLookedFor = 4;

type Suggest = (name: string, known: readonly string[]) => string | undefined;

/** Finds the nearest of some names, so many times and no more. */
export function createSuggest(): Suggest {
  let left = mostLookedFor;
  return (name, known) => {
    left -= 1;
    return left < 0 ? undefined : nearestName(name, known);
  };
}

/** One request that is not what it has to be. */
interface Refused {
  readonly schema: z.ZodType;
  readonly value: unknown;
  readonly suggest: Suggest;
}

interface Finding {
  readonly path: Path;
  readonly code: string;
  readonly what: string;
  readonly cure?: string | undefined;
  /** What the names that do not exist may stand for. */
  readonly meant?: readonly string[];
}

function valueAt(value: unknown, path: Path): unknown {
  let found = value;
  for (const part of path) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, part)) return undefined;
    found = (found as Readonly<Record<PropertyKey, unknown>>)[part];
  }
  return found;
}

function ofUnknownNames(keys: readonly string[], path: Path, { schema, suggest }: Refused): Finding {
  const own = membersAt(schema, path);
  // One that exists in another form is not misspelt.
  const looked = keys.filter((key) => !own.includes(key)).slice(0, mostLookedFor);
  const meant = looked.map((key) => suggest(key, own)).filter((name) => name !== undefined);
  const common = { path, code: "unrecognized-keys", what: "has a member that does not exist", meant };
  if (meant.length > 0) return { ...common, cure: `Did you mean ${quoted(meant).join(" and ")}?` };
  for (const key of path.length === 0 ? looked : []) {
    const place = placeOf(schema, key);
    if (place !== undefined) return { ...common, cure: `\`${key}\` is a member of \`${place}\`.` };
  }
  return { ...common, cure: own.length === 0 ? "Leave it out." : `Leave it out; there are ${quoted(own).join(", ")}.` };
}

/** What one form of several would have been at this very place. */
function formOf(issue: Issue): readonly string[] {
  if (issue.code === "invalid_type") return [types[issue.expected] ?? issue.expected];
  if (issue.code === "invalid_value") return quoted(issue.values);
  return [];
}

const isOfAnotherForm = (issue: Issue): boolean => issue.path.length === 0 && formOf(issue).length > 0;
const hasUnknownNames = (issue: Issue): boolean => issue.code === "unrecognized_keys" && issue.path.length === 0;

/** The one form that was meant speaks for itself; of several, that they are there. */
function ofUnion(issue: z.core.$ZodIssueInvalidUnion, path: Path, refused: Refused): readonly Finding[] {
  const forms = issue.errors;
  const possible = forms.filter((issues) => !issues.some(isOfAnotherForm));
  const named = possible.filter((issues) => !issues.some(hasUnknownNames));
  const meant = named.length > 0 ? named : possible;
  const [only] = meant;
  if (only !== undefined && meant.length === 1) return only.flatMap((inner) => findingsOf(inner, path, refused));
  const unknown = forms.flat().find(hasUnknownNames);
  const names = unknown?.code === "unrecognized_keys" ? ofUnknownNames(unknown.keys, path, refused) : undefined;
  const takes = forms.flatMap((issues) => issues.filter(isOfAnotherForm)).flatMap(formOf);
  const cure = names?.cure ?? (takes.length === 0 ? undefined : `It takes ${oneOf(takes)}.`);
  return [{ path, code: "invalid-union", what: words["invalid_union"] as string, cure }];
}

function cureOf(issue: Issue, path: Path, { value, suggest }: Refused): string | undefined {
  if (issue.code === "invalid_type") return `It takes ${oneOf(formOf(issue))}.`;
  if (issue.code === "too_big") return `It takes at most ${counted(issue.maximum, issue.origin)}.`;
  if (issue.code === "too_small") return `It takes at least ${counted(issue.minimum, issue.origin)}.`;
  // Every pattern of ours has words of its own, such as `900` or `15m`.
  if (issue.code === "invalid_format") return `It takes ${issue.message}.`;
  if (issue.code !== "invalid_value") return undefined;
  const given = valueAt(value, path);
  const near = typeof given === "string" ? suggest(given, issue.values.map(String)) : undefined;
  return near === undefined ? `It takes ${oneOf(formOf(issue))}.` : `Did you mean \`${near}\`?`;
}

function findingsOf(issue: Issue, above: Path, refused: Refused): readonly Finding[] {
  const path = [...above, ...issue.path];
  if (issue.code === "unrecognized_keys") return [ofUnknownNames(issue.keys, path, refused)];
  if (path.length > 0 && valueAt(refused.value, path) === undefined)
    return [{ path, code: "missing", what: "is missing" }];
  if (issue.code === "invalid_union") return ofUnion(issue, path, refused);
  const what = words[issue.code] ?? "is not what it has to be";
  return [{ path, code: issue.code.replaceAll("_", "-"), what, cure: cureOf(issue, path, refused) }];
}

/** A name that is misspelt is missing as well: that is one mistake, and told once. */
function merged(findings: readonly Finding[]): readonly Finding[] {
  const misspelt = new Set(findings.flatMap(({ path, meant = [] }) => meant.map((name) => textOf([...path, name]))));
  return findings.filter(({ path, code }) => code !== "missing" || !misspelt.has(textOf(path)));
}

const most = 50;

/** What is wrong with a body, by place and kind. Neither values nor names of the body are repeated. */
export function inputItems(issues: readonly Issue[], schema: z.ZodType, value: unknown): readonly ProblemItem[] {
  const refused = { schema, value, suggest: createSuggest() };
  const findings = issues.slice(0, most).flatMap((issue) => findingsOf(issue, [], refused));
  return merged(findings)
    .slice(0, most)
    .map(({ path, code, what, cure }) => {
      const text = textOf(path);
      return { path: text, code, message: `${shown(text)} ${what}.`, ...(cure === undefined ? {} : { cure }) };
    });
}
