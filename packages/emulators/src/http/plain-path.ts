/** A decoded path as one text. A slash inside a part stays encoded: `a%2Fb` is one part, and not the path of two. */
export function plainPath(parts: readonly string[]): string {
  return parts.map(encodeURIComponent).join("/");
}
