import { z } from "zod";

type Schema = z.core.$ZodType;

/** What a schema is once nothing is left to choose: every object, list or map that it may be. */
function formsOf(schema: Schema): readonly Schema[] {
  if (schema instanceof z.ZodOptional) return formsOf(schema.unwrap());
  return schema instanceof z.ZodUnion ? schema.options.flatMap(formsOf) : [schema];
}

function stepInto(schema: Schema, part: PropertyKey): readonly Schema[] {
  if (schema instanceof z.ZodArray) return [schema.element];
  if (schema instanceof z.ZodRecord) return [schema.valueType];
  const next = schema instanceof z.ZodObject ? (schema.shape[String(part)] as Schema | undefined) : undefined;
  return next === undefined ? [] : [next];
}

/** The names of members that there may be at a place, of every form that it may have. */
export function membersAt(schema: Schema, path: readonly PropertyKey[]): readonly string[] {
  const forms = path.reduce<readonly Schema[]>(
    (found, part) => found.flatMap((one) => stepInto(one, part)).flatMap(formsOf),
    formsOf(schema),
  );
  return [...new Set(forms.flatMap((form) => (form instanceof z.ZodObject ? Object.keys(form.shape) : [])))];
}

/** The first member of the schema, by its path, below which a name is one of its own. */
export function placeOf(schema: Schema, name: string): string | undefined {
  for (const member of membersAt(schema, [])) {
    if (membersAt(schema, [member]).includes(name)) return member;
  }
  return undefined;
}
