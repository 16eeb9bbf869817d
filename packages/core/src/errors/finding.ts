/** How bad a finding is. `verify` fails on any `error`; `inspect` lists all of them. */
export type Severity = "error" | "warning" | "info";

/**
 * Something that was seen in a token, a grant or a secret and that a person should know about.
 * The parser's violations, the adapters' remarks and the lint rules all have this one shape.
 */
export interface Finding {
  /** Stable id such as `token.duplicate-name` or `lint.never-expires`; scripts branch on it. */
  readonly id: string;
  /** How bad it is. */
  readonly severity: Severity;
  /** Where: a claim path (`p.cs`), a header member (`header.alg`) or a grant path (`expiresAt`). */
  readonly path?: string;
  /** What is the matter, without the value itself. */
  readonly message: string;
  /** What to do about it. */
  readonly cure: string;
}
