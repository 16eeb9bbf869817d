import { z } from "zod";

interface About {
  readonly id?: string;
  readonly description?: string;
  readonly minProperties?: number;
  readonly uniqueItems?: boolean;
}

/** What the JSON Schema says beyond the shapes. Kept apart from zod's own registry, which other packages write to as well. */
export const registry: z.core.$ZodRegistry<About> = z.registry<About>();

/** A part of the format with a name, under `$defs`. */
export function named<Schema extends z.ZodType>(id: string, schema: Schema, description?: string): Schema {
  const copy = schema.clone() as Schema;
  registry.add(copy, { ...registry.get(schema), id, ...(description === undefined ? {} : { description }) });
  return copy;
}

/** The same shape with a description at this place. */
export function about<Schema extends z.ZodType>(description: string, schema: Schema): Schema {
  const copy = schema.clone() as Schema;
  registry.add(copy, { description });
  return copy;
}

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_name, member: unknown) =>
    typeof member === "object" && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([first], [second]) => (first < second ? -1 : 1)))
      : member,
  );

type List<Item extends z.ZodType> = z.ZodArray<Item>;

/** A list without repetition. */
export function distinct<Item extends z.ZodType>(item: Item, least = 0): List<Item> {
  const list = least === 0 ? z.array(item) : z.array(item).min(least);
  return list
    .refine((items) => new Set(items.map(canonical)).size === items.length, { error: "repeats an item" })
    .register(registry, { uniqueItems: true });
}

/** A list of at least one item. */
export const some = <Item extends z.ZodType>(item: Item): List<Item> => z.array(item).min(1);

/** An object, or a record, that says something. */
export function notEmpty<Schema extends z.ZodType<object>>(schema: Schema): Schema {
  const checked = schema.refine((value) => Object.keys(value).length > 0, { error: "has fewer than 1 members" });
  registry.add(checked, { minProperties: 1 });
  return checked;
}
