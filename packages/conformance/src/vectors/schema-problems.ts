import type { z } from "zod";

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

const at = (path: Path): string =>
  path.reduce<string>((text, step) => text + (typeof step === "number" ? `[${step}]` : `.${String(step)}`), "$");

export const memberAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, step) => (inner as Readonly<Record<PropertyKey, unknown>> | undefined)?.[step], value);

/** An alternative of another type altogether was not meant. */
const isOtherType = ({ code, path }: Issue): boolean => code === "invalid_type" && path.length === 0;
const countOf = (issue: Issue): number =>
  issue.code === "unrecognized_keys" ? issue.keys.length : isOtherType(issue) ? Number.POSITIVE_INFINITY : 1;
const costOf = (issues: readonly Issue[]): number => issues.reduce((sum, issue) => sum + countOf(issue), 0);

/** The alternative that was most likely meant: the one with the least to mend. */
const nearestOf = (alternatives: readonly (readonly Issue[])[]): readonly Issue[] =>
  alternatives.reduce((best, other) => (costOf(other) < costOf(best) ? other : best));

/** What one issue says, as sentences that begin with the place. */
function sentencesOf(issue: Issue, before: Path, content: unknown): readonly string[] {
  const path = [...before, ...issue.path];
  const place = at(path);
  const isMissing = memberAt(content, path) === undefined;
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((name) => `${place}.${name} is not part of the format`);
    case "invalid_type":
      return [isMissing ? `${place} is missing` : `${place} is not ${issue.expected}`];
    case "invalid_value":
      if (isMissing) return [`${place} is missing`];
      return [
        issue.values.length === 1
          ? `${place} is not ${JSON.stringify(issue.values[0])}`
          : `${place} is none of the listed values: ${issue.values.map(String).join(", ")}`,
      ];
    case "invalid_format":
      if (issue.format === "date") return [`${place} is no day: YYYY-MM-DD`];
      return [`${place} does not match ${"pattern" in issue ? String(issue.pattern).slice(1, -1) : issue.format}`];
    case "too_small":
      return [
        issue.origin === "array"
          ? `${place} has fewer than ${issue.minimum} items`
          : `${place} is ${issue.origin === "string" ? "shorter than" : "below"} ${issue.minimum}`,
      ];
    case "too_big":
      return [`${place} is above ${issue.maximum}`];
    case "invalid_key":
      return issue.issues.flatMap((inner) => sentencesOf(inner, path, undefined)).map((text) => `${text} (a name)`);
    case "invalid_union":
      return issue.errors.length === 0
        ? [`${place} fits several alternatives`]
        : nearestOf(issue.errors)
            .flatMap((inner) => sentencesOf(inner, path, content))
            .map((text) => `${place} fits no alternative; nearest: ${text}`);
    default:
      return [`${place} ${issue.message}`];
  }
}

/**
 * Everything in which a value breaks a schema, as sentences that begin with the place (`$` is the whole); empty where it
 * holds. Nothing of the value itself is told but names of its members.
 *
 * @param nameOf What to put in front of the sentences of an issue.
 */
export function schemaProblems(
  schema: z.ZodType,
  content: unknown,
  nameOf: (path: Path) => string = () => "",
): readonly string[] {
  const { error } = schema.safeParse(content, { reportInput: false });
  return (error?.issues ?? []).flatMap((issue) =>
    sentencesOf(issue, [], content).map((text) => nameOf(issue.path) + text),
  );
}
