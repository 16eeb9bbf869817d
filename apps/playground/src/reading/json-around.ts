/** What stands in the JSON that somebody pasted with a token, or in place of one. */
export type JsonAround =
  /** The token, and nothing that could be meant as well. */
  | { readonly token: string }
  /** How many different texts in it look like tokens: none, or several of which nobody can say which is meant. */
  | { readonly tokens: number };

/** Three parts, the first and second of which begin as base64url of `{"` does. */
const looksLikeToken = /^\s*(?:Bearer\s+)?(eyJ[\w-]*\.eyJ[\w-]*\.[\w-]*)\s*$/;

/** Deeper than any API answers. */
const deepest = 8;

function collect(value: unknown, found: Set<string>, depth: number): void {
  if (typeof value === "string") {
    const token = looksLikeToken.exec(value)?.[1];
    if (token !== undefined) found.add(token);
  } else if (typeof value === "object" && value !== null && depth < deepest) {
    for (const inner of Object.values(value)) collect(inner, found, depth + 1);
  }
}

function parsed(text: string): object | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as object;
  } catch {
    return undefined;
  }
}

/**
 * Looks for the token in the JSON that APIs answer with: whole answers are copied more often than one member of them.
 * `token` is it, whatever it holds; otherwise the only text that looks like one, wherever it stands.
 *
 * @returns `undefined` for what is no JSON object or list.
 */
export function jsonAround(text: string): JsonAround | undefined {
  const value = parsed(text);
  if (value === undefined) return undefined;
  const { token } = value as { readonly token?: unknown };
  if (typeof token === "string") return { token };
  const found = new Set<string>();
  collect(value, found, 0);
  const [only] = found;
  return only !== undefined && found.size === 1 ? { token: only } : { tokens: found.size };
}
