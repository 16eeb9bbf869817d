import { z } from "zod";
import { categories, profiles } from "../cases/case.js";
import { outcomes } from "../run/result.js";

const level = z.enum(["MUST", "SHOULD", "MAY"]);
const count = z.int().min(0);
const milliseconds = z.number().min(0);

const flagSchema = z
  .strictObject({
    name: z.string(),
    bugType: z.string(),
    description: z.string(),
    effect: z.string().describe("What goes wrong for somebody when this is wrong."),
    links: z.array(z.string()).optional(),
    cves: z.array(z.string()).optional(),
  })
  .readonly();

const caseSchema = z
  .strictObject({
    id: z.string(),
    comment: z.string(),
    category: z.enum(categories),
    level,
    outcome: z.enum(outcomes),
    durationMilliseconds: milliseconds,
    code: z.string().optional().describe("The code of the refusal that came, where one came."),
    note: z.string().optional().describe("What is missing, what was thrown, or what the baseline says."),
    flags: z.array(flagSchema).readonly().optional().describe("For cases that do not pass: why they exist."),
    twin: z.string().optional().describe("For cases that do not pass: the positive case that differs in one thing."),
    expected: z.unknown().optional(),
    actual: z.unknown().optional(),
  })
  .readonly();

const countsSchema = z.partialRecord(z.enum(outcomes), count).readonly();

const translationSchema = z
  .strictObject({
    from: z.string(),
    to: z.string(),
    fields: z
      .record(
        z.string(),
        z.strictObject({
          kinds: z
            .array(z.string())
            .min(1)
            .describe("`kept`, `narrowed`, `moved`, `dropped`, `absent`, or what the cases saw."),
          observed: z
            .boolean()
            .describe("Seen by translation cases of this run; else read from the two capability tables."),
        }),
      )
      .describe("By neutral path."),
  })
  .readonly();

/** The result of a run as plain JSON, format version 1; `schemas/report.schema.json` is made of this. */
export const reportSchema = z
  .strictObject({
    $schema: z.string().optional(),
    formatVersion: z.literal(1),
    suite: z.strictObject({
      name: z.string(),
      version: z.string(),
      vectors: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .describe("SHA-256 over the names and bytes of all vector files."),
      ownVectors: count.optional().describe("How many vectors of the adapter's own package ran beside them."),
    }),
    revision: z.int().min(1).describe("Revision of the specification."),
    adapter: z.strictObject({
      vendor: z.string(),
      displayName: z.string(),
      name: z.string().optional(),
      version: z.string().optional(),
      manifest: z.unknown().describe("Everything that the adapter tells of itself, as it is."),
    }),
    command: z.string().optional().describe("What to run to repeat it; a case is repeated with `--case <id>`."),
    runtime: z.string(),
    seed: z.int(),
    startedAt: z.iso.datetime(),
    durationMilliseconds: milliseconds,
    filter: z.record(z.string(), z.string()).optional().describe("Only part of the suite ran: nothing is claimed."),
    totals: z.record(z.enum(categories), z.partialRecord(level, countsSchema)),
    conforms: z.boolean().describe("Every MUST case that ran passes, does not apply or is a known failure."),
    conformsTo: z
      .enum(profiles)
      .optional()
      .describe("The furthest profile that may be claimed; a baseline claims none."),
    baseline: z
      .strictObject({
        digest: z.string().regex(/^[0-9a-f]{64}$/),
        entries: count,
        problems: z.array(z.string()).readonly(),
      })
      .optional(),
    translations: z
      .array(translationSchema)
      .readonly()
      .describe("What becomes of each field on the way to and from others."),
    cases: z.array(caseSchema).readonly(),
  })
  .readonly();

/** The JSON Schema of a report, for readers in other languages. */
export function reportJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(reportSchema, {
    target: "draft-2020-12",
    // Of our types alone, and nothing that a reader of files has to know.
    override: ({ jsonSchema }) => {
      delete jsonSchema.readOnly;
    },
  }) as Record<string, unknown>;
  return { $schema, title: "A report of the roompass conformance suite, format version 1", ...schema };
}
