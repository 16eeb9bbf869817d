/**
 * - `gained`: the new one surely or possibly lets its holder do what the old one did not surely let them do, and no
 *   documented default explains it. - `lost`: it gives less. - `uncertain`: documents do not settle it, or a setting
 *   outside the token decides. - `equal`: only listed with `includeEqual`.
 */
export type ChangeKind = "gained" | "lost" | "uncertain" | "equal";

export interface Change {
  /**
   * A grant path, `extensions.<vendor>.<key>`, `unknown.<claim>`, or where a token could not be read:
   * `claims.<claim>`.
   */
  readonly path: string;
  readonly kind: ChangeKind;
  readonly from: unknown;
  readonly to: unknown;
  /** One sentence for a person. */
  readonly reason: string;
}

export interface Comparison {
  /** Whether the new one may do anything that the old one could not. */
  readonly gains: boolean;
  /**
   * `equal` and `less` are certain: nothing is gained and nothing uncertain. `more`: something is gained and nothing is
   * lost. `different`: everything else.
   */
  readonly verdict: "equal" | "less" | "more" | "different";
  readonly entries: readonly Change[];
}

export function summarize(changes: readonly Change[], includeEqual: boolean): Comparison {
  const has = (kind: ChangeKind): boolean => changes.some((change) => change.kind === kind);
  const gains = has("gained");
  const certainly = has("uncertain") ? "different" : has("lost") ? "less" : "equal";
  return {
    gains,
    verdict: gains ? (has("lost") ? "different" : "more") : certainly,
    entries: includeEqual ? changes : changes.filter(({ kind }) => kind !== "equal"),
  };
}
