import { escapeHtml, prose } from "./escape-html.js";

/** What the pages use of a JSON Schema. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly required?: readonly string[];
  readonly description?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

function range(least: number | undefined, most: number | undefined, unit: string): string {
  const isOpen = most === undefined || most >= Number.MAX_SAFE_INTEGER;
  if (isOpen) return least === undefined || least <= 0 ? "" : `, at least ${least}${unit}`;
  return least === undefined || least <= 0 ? `, at most ${most}${unit}` : `, ${least} to ${most}${unit}`;
}

function limits(schema: Schema): string {
  return [
    range(schema.minLength, schema.maxLength, " characters"),
    range(schema.minItems, schema.maxItems, " items"),
    range(schema.minimum, schema.maximum, ""),
  ].join("");
}

function name(reference: string): string {
  return reference.slice(reference.lastIndexOf("/") + 1);
}

/** A type in a few words; an object's members are listed below it. */
export function typeHtml(schema: Schema): string {
  if (schema.$ref !== undefined) {
    const id = escapeHtml(name(schema.$ref));
    return `<a href="#schema-${id}">${id}</a>`;
  }
  if (schema.const !== undefined) return `<code>${escapeHtml(JSON.stringify(schema.const))}</code>`;
  if (schema.enum !== undefined) {
    return schema.enum.map((value) => `<code>${escapeHtml(JSON.stringify(value))}</code>`).join(" or ");
  }
  if (schema.anyOf !== undefined) return schema.anyOf.map(typeHtml).join(", or ");
  if (schema.type === "array") return `list of ${typeHtml(schema.items ?? {})}${limits(schema)}`;
  if (schema.type === "object") {
    const members = Object.keys(schema.properties ?? {});
    if (members.length > 0)
      return `object with ${members.map((member) => `<code>${escapeHtml(member)}</code>`).join(", ")}`;
    return typeof schema.additionalProperties === "object" ? "object by name" : "object";
  }
  return schema.type === undefined ? "any JSON" : `${schema.type}${limits(schema)}`;
}

function rows(schema: Schema, prefix: string): string {
  return Object.entries(schema.properties ?? {})
    .map(([member, inner]) => {
      const path = `${prefix}${member}`;
      const needed = schema.required?.includes(member) === true ? "required" : "";
      const row = `<tr><th scope="row"><code>${escapeHtml(path)}</code></th><td>${typeHtml(inner)}</td><td>${needed}</td></tr>`;
      const nested = inner.type === "object" && inner.properties !== undefined ? rows(inner, `${path}.`) : "";
      return row + nested;
    })
    .join("");
}

/** A named schema: what it is, and its members. */
export function schemaHtml(id: string, schema: Schema): string {
  const text = schema.description === undefined ? "" : `<p>${prose(schema.description)}</p>`;
  const table =
    schema.properties === undefined
      ? `<p>${typeHtml(schema)}</p>`
      : `<div class="wide"><table><thead><tr><th scope="col">member</th><th scope="col">type</th><th scope="col"></th></tr></thead><tbody>${rows(schema, "")}</tbody></table></div>`;
  return `<section id="schema-${escapeHtml(id)}"><h3>${escapeHtml(id)}</h3>${text}${table}</section>`;
}
