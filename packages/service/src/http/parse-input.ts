import { nearestName } from "@roompass/core/kit";
import type { z } from "zod";
import { type ProblemItem, ServiceError } from "../errors/service-error.js";

const most = 50;

/** Names of the caller's own choice are in paths below these; what stands there is not repeated. */
const ownNames: ReadonlySet<string> = new Set(["extensions", "map", "source", "target", "metadata", "byParticipantId"]);

/** Where something is, as far as the names are ours. */
function pathOf(path: readonly PropertyKey[]): string {
  let text = "";
  for (const part of path) {
    text += typeof part === "number" ? `[${part}]` : `${text === "" ? "" : "."}${String(part)}`;
    if (ownNames.has(String(part))) break;
  }
  return text;
}

const words: Readonly<Record<string, string>> = {
  invalid_type: "has another type than it may have, or is missing",
  invalid_value: "is not one of the values that it may have",
  invalid_union: "has none of the forms that it may have",
  too_big: "is longer or larger than it may be",
  too_small: "is shorter or smaller than it may be",
  invalid_format: "does not have the form that it has to have",
  not_multiple_of: "is not a whole number",
  invalid_key: "has a name that it cannot have",
  invalid_element: "has an element that it cannot have",
  unrecognized_keys: "has a member that does not exist",
};

type Issue = z.core.$ZodIssue;

function cureFor(issue: Issue, known: readonly string[]): string | undefined {
  if (issue.code !== "unrecognized_keys") return undefined;
  const near = issue.keys.map((key) => nearestName(key, known)).find((name) => name !== undefined);
  return near === undefined ? "Leave it out." : `Did you mean \`${near}\`?`;
}

/** The names that a schema knows at any place; for suggestions only. */
export type KnownNames = readonly string[];

function itemOf(issue: Issue, known: KnownNames): ProblemItem {
  const cure = cureFor(issue, known);
  const path = pathOf(issue.path);
  return {
    path,
    code: issue.code.replaceAll("_", "-"),
    message: `${path === "" ? "The body" : `\`${path}\``} ${words[issue.code] ?? "is not what it has to be"}.`,
    ...(cure === undefined ? {} : { cure }),
  };
}

/**
 * Checks a body against its schema. What is wrong is told by place and kind; neither values nor names of the body are
 * repeated.
 *
 * @throws ServiceError `http.invalid`.
 */
export function parseInput<Output>(schema: z.ZodType<Output>, value: unknown, known: KnownNames): Output {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const { issues } = result.error;
  throw new ServiceError("http.invalid", { errors: issues.slice(0, most).map((issue) => itemOf(issue, known)) });
}
