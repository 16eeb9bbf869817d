import { z } from "zod";
import { schemaProblems } from "../vectors/schema-problems.js";
import type { BugType } from "../vectors/vector.js";

const entrySchema = z.strictObject({
  id: z.string().min(1).describe("The id of the case; no patterns."),
  code: z
    .string()
    .optional()
    .describe("The code that comes instead of what is expected; another one is a new failure."),
  issue: z.string().min(1).describe("Where this is being mended: an address or a number."),
  until: z.iso.date().optional().describe("The last day on which the entry counts."),
});

export const baselineSchema = z.strictObject({ formatVersion: z.literal(1), entries: z.array(entrySchema) });

/** A failure that somebody knows of and is mending. */
export type BaselineEntry = z.infer<typeof entrySchema>;

/** `conformance.baseline.json`: an agreed list of failures, each with a place where it is being mended. */
export type Baseline = z.infer<typeof baselineSchema>;

/** What lets somebody in, gives them more or for longer, or gives away a secret is never tolerated. */
export const neverTolerated: ReadonlySet<BugType> = new Set([
  "AUTH_BYPASS",
  "PRIVILEGE_WIDENING",
  "TIME",
  "SECRET_LEAK",
]);

/** What `--update-baseline` writes for a new entry; it does not count until a person has said where it is being mended. */
export const unsaidIssue = "say where this is being mended";

/** Something that makes a baseline file unusable: `message` says where and what to do. */
export class BaselineError extends Error {
  override name = "BaselineError";
}

/**
 * @param path What to call the file in a message.
 * @throws BaselineError for what is no baseline file.
 */
export function parseBaseline(value: unknown, path = "The baseline file"): Baseline {
  const [problem] = schemaProblems(baselineSchema, value);
  if (problem !== undefined) throw new BaselineError(`${path} is no baseline file: ${problem}.`);
  return value as Baseline;
}

/**
 * Reads the text of a baseline file. A file that was named and is not there is a mistake, not an empty list.
 *
 * @param text Undefined where there is no such file.
 * @throws BaselineError that names the file.
 */
export function baselineOf(text: string | undefined, path: string): Baseline {
  if (text === undefined) throw new BaselineError(`There is no file ${path}; \`--update-baseline\` writes one.`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new BaselineError(`${path} is no JSON.`);
  }
  return parseBaseline(value, path);
}
