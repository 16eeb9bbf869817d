/** The JSON that a `meta` text stands for, if it is exactly what stringifying an object or a list gives; else the text. */
export function metadataOf(meta: string): unknown {
  if (!meta.startsWith("{") && !meta.startsWith("[")) return meta;
  try {
    const value: unknown = JSON.parse(meta);
    return JSON.stringify(value) === meta ? value : meta;
  } catch {
    return meta;
  }
}

/** The `meta` text for metadata: text as it is, other JSON stringified; `undefined` for what is no JSON. */
export function metaOf(metadata: unknown): string | undefined {
  return typeof metadata === "string" ? metadata : JSON.stringify(metadata);
}
