import { scanJson } from "@roompass/core/kit";

/** The JSON that a `meta` text stands for, if it is exactly what stringifying an object or a list gives; else the text. */
export function metadataOf(meta: string): unknown {
  if (!meta.startsWith("{") && !meta.startsWith("[")) return meta;
  // As strict as the token itself: deep nesting, `__proto__` and duplicate names stay text.
  const { value, violations } = scanJson(meta);
  return violations.length === 0 && JSON.stringify(value) === meta ? value : meta;
}

/** The `meta` text for metadata: text as it is, other JSON stringified; `undefined` for what is no JSON. */
export function metaOf(metadata: unknown): string | undefined {
  return typeof metadata === "string" ? metadata : JSON.stringify(metadata);
}
