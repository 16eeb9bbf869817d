import { z } from "zod";

/** What a schema is called in the OpenAPI document. */
export interface ComponentMeta {
  readonly id: string;
  readonly description: string;
}

/** Every schema that has a name; a registry of our own, so that no other user of zod sees it. */
export const components = z.registry<ComponentMeta>();

/** Gives a schema its name in the OpenAPI document. */
export function named<Schema extends z.ZodType>(id: string, description: string, schema: Schema): Schema {
  components.add(schema, { id, description });
  return schema;
}
