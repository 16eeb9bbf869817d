import type { AnyAdapter } from "../adapter/adapter.js";
import type { Decoded, Native } from "../adapter/native.js";
import type { Authority } from "../authority/authority.js";
import type { Severity } from "../errors/finding.js";
import type { Grant } from "../grant/grant.js";
import type { AdapterOrProvider } from "../provider/translation-target.js";

/** A token's content, as one adapter reads it. */
export interface LintSubject {
  /** The adapter that read it, or its provider. */
  readonly adapter: AdapterOrProvider;
  /** In the vendor's words. */
  readonly native: Native<unknown>;
  /** In neutral words. */
  readonly decoded: Decoded;
  /** What it lets its holder do. */
  readonly authority: Authority;
  /** The wire claims, where the token has been seen; what the parser reports of them is not reported again. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Length of the compact token, in characters. */
  readonly tokenLength?: number;
}

/** What the rules look at: a token, or a grant of which no token has been made yet. */
export interface LintView {
  readonly authority: Authority;
  readonly grant: Grant;
  /** Unix seconds. */
  readonly issuedAt: number | undefined;
  /** Unix seconds. */
  readonly now: number;
  /** The longest life that needs no remark, in seconds. */
  readonly maxLifetimeSeconds: number;
  /** Absent while nobody has said for which vendor a grant is. */
  readonly adapter: AnyAdapter | undefined;
  readonly claims: Readonly<Record<string, unknown>> | undefined;
  readonly tokenLength: number | undefined;
}

/** One thing that a rule found. The message names fields, never their values. */
export interface LintProblem {
  /** A grant path, or `token`. */
  readonly path: string;
  readonly message: string;
}

export interface LintRule {
  /** Stable: `lint.` and a slug. */
  readonly id: `lint.${string}`;
  readonly severity: Severity;
  /** What the rule is about, for a list of rules. */
  readonly summary: string;
  readonly cure: string;
  /** Whether the rule makes sense before there is a token, too. */
  readonly checks: "tokens" | "tokens and grants";
  readonly check: (view: LintView) => readonly LintProblem[];
}
