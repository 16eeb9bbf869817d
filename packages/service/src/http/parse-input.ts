import { nearestName } from "@roompass/core/kit";
import { z } from "zod";
import { type ProblemItem, ServiceError } from "../errors/service-error.js";
import { parseStrictJson } from "./strict-json.js";

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

const namesBySchema = new WeakMap<z.ZodType, readonly string[]>();

/** The names of members that a schema has at any place. */
function namesIn(schema: z.ZodType): readonly string[] {
  let names = namesBySchema.get(schema);
  if (names === undefined) {
    const found = new Set<string>();
    const note = ({ jsonSchema }: { readonly jsonSchema: { readonly properties?: object } }): void => {
      for (const name of Object.keys(jsonSchema.properties ?? {})) found.add(name);
    };
    z.toJSONSchema(schema, { io: "input", override: note });
    names = [...found];
    namesBySchema.set(schema, names);
  }
  return names;
}

/**
 * How many names of one body a suggestion is looked for. Looking costs much more than reading a name does, and whoever has
 * no key may send a body that is full of them.
 */
const mostLookedFor = 4;

type Suggest = (name: string) => string | undefined;

/** Finds the nearest of some names, for so many names and no more. */
export function suggestionsFrom(known: readonly string[]): Suggest {
  let left = mostLookedFor;
  return (name) => {
    left -= 1;
    return left < 0 ? undefined : nearestName(name, known);
  };
}

function cureFor(issue: Issue, suggest: Suggest): string | undefined {
  if (issue.code !== "unrecognized_keys") return undefined;
  for (const key of issue.keys.slice(0, mostLookedFor)) {
    const near = suggest(key);
    if (near !== undefined) return `Did you mean \`${near}\`?`;
  }
  return "Leave it out.";
}

function itemOf(issue: Issue, suggest: Suggest): ProblemItem {
  const cure = cureFor(issue, suggest);
  const path = pathOf(issue.path);
  return {
    path,
    code: issue.code.replaceAll("_", "-"),
    message: `${path === "" ? "The body" : `\`${path}\``} ${words[issue.code] ?? "is not what it has to be"}.`,
    ...(cure === undefined ? {} : { cure }),
  };
}

/**
 * Reads a body as strict JSON and checks it against its schema. What is wrong is told by place and kind; neither values nor
 * names of the body are repeated.
 *
 * @throws ServiceError `http.bad-json` or `http.invalid`.
 */
export function parseInput<Output>(schema: z.ZodType<Output>, body: Uint8Array | undefined): Output {
  const result = schema.safeParse(parseStrictJson(body));
  if (result.success) return result.data;
  const { issues } = result.error;
  const suggest = suggestionsFrom(namesIn(schema));
  throw new ServiceError("http.invalid", { errors: issues.slice(0, most).map((issue) => itemOf(issue, suggest)) });
}
