import { scanJson } from "@roompass/core/kit";

/** The JSON that `metadata` stands for, if it is exactly what stringifying an object or a list gives; else the text. */
export function metadataOf(text: string): unknown {
  if (!text.startsWith("{") && !text.startsWith("[")) return text;
  // As strict as the token itself: deep nesting, `__proto__` and duplicate names stay text.
  const { value, violations } = scanJson(text);
  return violations.length === 0 && JSON.stringify(value) === text ? value : text;
}

/** The `metadata` text: text as it is, other JSON stringified; `undefined` for what is no JSON. */
export function textOfMetadata(metadata: unknown): string | undefined {
  return typeof metadata === "string" ? metadata : JSON.stringify(metadata);
}
