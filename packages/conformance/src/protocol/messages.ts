import { z } from "zod";
import { neededOperations, wireOperationNames, wireOperations } from "./operations.js";
import { authority, ceiling, finding, native, object, readings, remedy, text } from "./wire-types.js";

/** The number of the protocol: raised by every change that an older program would not understand. */
export const protocolVersion = 1;

const version = z.literal(protocolVersion);
const seq = z.string().describe("Opaque: comes back as it is.");

export const startMessage = z.strictObject({ message: z.literal("start"), protocol: version });
export const stopMessage = z.strictObject({ message: z.literal("stop") });

/** What a program tells of itself, in the words of core's `describeAdapter`. */
export const manifest = z.strictObject({
  specificationVersion: z.literal(1),
  vendor: z.string().regex(/^[a-z][a-z0-9-]*$/),
  displayName: text,
  issuance: z.array(z.enum(["sign", "request"])),
  verification: z.array(z.enum(["offline", "remote"])),
  algorithms: z.array(text).min(1),
  capabilities: z.record(z.string(), object).describe("A row for every neutral path."),
  residueRules: z.record(z.string(), object),
  limits: object,
  harmless: z.record(z.string(), object),
});

export const describeMessage = z.strictObject({
  message: z.literal("describe"),
  protocol: version,
  operations: z
    .array(z.enum(wireOperationNames))
    .describe(`What the program does. It has to do ${neededOperations.join(", ")}.`),
  manifest,
  example: z
    .strictObject({
      tenant: text.optional(),
      grant: object.optional(),
      residue: z.record(text, object).optional().describe("By the name of a residue rule: claims that have it."),
    })
    .optional()
    .describe("An account and a plain grant of the form that this vendor takes."),
  name: text.optional().describe("For reports: the package's name."),
  version: text.optional(),
});

const runMessages = wireOperationNames.map((op) => {
  const { about, input, context } = wireOperations[op];
  return z.strictObject({ message: z.literal("run"), seq, op: z.literal(op), input, context }).describe(about);
});
export const runMessage = z.union(runMessages);

const refusal = z
  .looseObject({
    code: z.string().regex(/^[a-z]+\.[a-z0-9-]+$/),
    path: z.string().optional(),
    message: z.string().optional(),
  })
  .describe("A refusal with a code of core's list. Nothing of a key or of a token may stand in it.");

export const answerMessage = z.union([
  z.strictObject({ seq, ok: z.unknown() }).describe("The result, see `results` by the operation."),
  z.strictObject({ seq, error: refusal }),
  z.strictObject({ seq, unsupported: text }).describe("An operation that the program does not offer."),
  z.strictObject({ seq, errored: text }).describe("The program failed, and says so."),
]);

/** The JSON Schema of every message, for programs in other languages. */
export function protocolJsonSchema(): Readonly<Record<string, unknown>> {
  const registry = z.registry<{ id: string }>();
  const suite = ["start", ...wireOperationNames.map((op) => `run.${op}`), "stop"];
  const shared = { object, native, finding, remedy, readings, ceiling, authority };
  for (const [name, schema] of Object.entries(shared)) registry.add(schema, { id: name });
  registry.add(startMessage, { id: "start" }).add(stopMessage, { id: "stop" });
  registry.add(describeMessage, { id: "describe" }).add(answerMessage, { id: "answer" });
  for (const [index, op] of wireOperationNames.entries()) {
    registry.add(runMessages[index] as z.ZodType, { id: `run.${op}` });
    const { ok } = wireOperations[op];
    // Some results are one of the shared values themselves.
    if (!registry.has(ok)) registry.add(ok, { id: `result.${op}` });
  }
  const { schemas } = z.toJSONSchema(registry, { target: "draft-2020-12", uri: (id) => `#/$defs/${id}` });
  const results = wireOperationNames.map((op) => [op, { $ref: `#/$defs/${registry.get(wireOperations[op].ok)?.id}` }]);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: `Messages between the roompass conformance suite and a program, protocol ${protocolVersion}`,
    description:
      "One message a line. The suite writes `start`, `run.*` and `stop` to the program's standard input; the program writes `describe` and `answer` to standard output. What stands in `ok` is told by `results`.",
    anyOf: [...suite, "describe", "answer"].map((id) => ({ $ref: `#/$defs/${id}` })),
    $defs: {
      ...Object.fromEntries(
        Object.entries(schemas).map(([id, { $schema: _, $id: __, id: ___, ...schema }]) => [id, schema]),
      ),
      results: { properties: Object.fromEntries(results) },
    },
  };
}
