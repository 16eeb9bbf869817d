import { tokensInJson } from "@roompass/core/kit";

/** What stands in the JSON that somebody pasted with a token, or in place of one. */
export type JsonAround =
  /** The token, and nothing that could be meant as well. */
  | { readonly token: string }
  /** How many different texts in it look like tokens: none, or several of which nobody can say which is meant. */
  | { readonly tokens: number };

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
  const tokens = tokensInJson(value);
  const [token] = tokens;
  return token !== undefined && tokens.length === 1 ? { token } : { tokens: tokens.length };
}
