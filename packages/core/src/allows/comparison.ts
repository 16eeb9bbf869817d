/**
 * - `gained`: the new one surely or possibly lets its holder do what the old one did not surely let them do, and no
 *   documented default explains it. - `lost`: it gives less. - `uncertain`: documents do not settle it, or a setting
 *   outside the token decides. - `equal`: only listed with `includeEqual`.
 */
export type ChangeKind = "gained" | "lost" | "uncertain" | "equal";

/** What became of one path on the way from the old one to the new one. */
export interface Change {
  /**
   * A grant path, `extensions.<vendor>.<key>`, `unknown.<claim>`, or where a token could not be read:
   * `claims.<claim>`.
   */
  readonly path: string;
  /** Whether it is more, less, the same, or not settled. */
  readonly kind: ChangeKind;
  /** What the old one says, as plain data: a reading for a right, unix seconds for a time. */
  readonly from: unknown;
  /** What the new one says, in the same form. */
  readonly to: unknown;
  /** One sentence for a person. */
  readonly reason: string;
}

/** What a new grant or token gives in place of an old one. */
export interface Comparison {
  /** Whether the new one may do anything that the old one could not. */
  readonly gains: boolean;
  /**
   * `equal` and `less` are certain: nothing is gained and nothing uncertain. `more`: something is gained and nothing is
   * lost. `different`: everything else.
   */
  readonly verdict: "equal" | "less" | "more" | "different";
  /** Path by path; what is equal only with `includeEqual`. */
  readonly entries: readonly Change[];
}

/** @param entries Every change; what is equal counts for nothing here. */
export function summarize(entries: readonly Change[]): Comparison {
  const has = (kind: ChangeKind): boolean => entries.some((change) => change.kind === kind);
  const gains = has("gained");
  const certainly = has("uncertain") ? "different" : has("lost") ? "less" : "equal";
  return { gains, verdict: gains ? (has("lost") ? "different" : "more") : certainly, entries };
}
