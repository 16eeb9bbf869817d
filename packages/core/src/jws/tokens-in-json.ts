import { isObject } from "../grant/is-object.js";

/** Three parts, the first and second of which begin as base64url of `{"` does. */
const looksLikeToken = /^\s*(?:[Bb]earer\s+)?(eyJ[\w-]*\.eyJ[\w-]*\.[\w-]*)\s*$/;

/** Deeper than any vendor answers. */
const deepest = 8;

function collect(value: unknown, found: Set<string>, depth: number): void {
  if (typeof value === "string") {
    const token = looksLikeToken.exec(value)?.[1];
    if (token !== undefined) found.add(token);
  } else if (typeof value === "object" && value !== null && depth < deepest) {
    for (const inner of Object.values(value)) collect(inner, found, depth + 1);
  }
}

/**
 * The tokens in the JSON that APIs answer with: the member `token`, whatever it holds, else every different text that looks
 * like one, wherever it stands. More than one leaves open which is meant.
 */
export function tokensInJson(value: unknown): readonly string[] {
  if (isObject(value) && typeof value["token"] === "string") return [value["token"]];
  const found = new Set<string>();
  collect(value, found, 0);
  return [...found];
}
