import { z } from "zod";
import { registry } from "./describe.js";
import { fileSchema } from "./file.js";

/** The format of vector files as JSON Schema 2020-12: what `vectors/schema.json` has to be. */
export function vectorFileJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(fileSchema, { metadata: registry, target: "draft-2020-12" });
  return { $schema, title: "A file of roompass test vectors, format version 1", ...schema };
}
