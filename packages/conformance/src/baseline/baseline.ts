import { z } from "zod";
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

/** What lets somebody in or gives them more is never tolerated. */
export const neverTolerated: ReadonlySet<BugType> = new Set(["AUTH_BYPASS", "PRIVILEGE_WIDENING"]);

/** What `--update-baseline` writes for a new entry; it does not count until a person has said where it is being mended. */
export const unsaidIssue = "say where this is being mended";

/** Something that makes a baseline file unusable: `message` says where and what to do. */
export class BaselineError extends Error {
  override name = "BaselineError";
}

/** @throws BaselineError for what is no baseline file. */
export function parseBaseline(value: unknown): Baseline {
  const result = baselineSchema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new BaselineError(`The baseline file is wrong at ${issue?.path.join(".") || "its top"}: ${issue?.message}.`);
}
