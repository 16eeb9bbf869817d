import { sameValue } from "../grant/compare-values.js";
import type { GrantPath, RightPath } from "../grant/right-path.js";
import type { Authority, StatedReading } from "./authority.js";

/**
 * How what two tokens of one vendor say word for word about one path compares. `unstated`: neither token's reading leaves
 * anything open, or the adapter does not tell what was said.
 */
export type Wording = "same" | "different" | "unstated";

export interface WordingContext {
  /** Both tokens say the very same in their vendor's words, so that every part of it is the same, too. */
  readonly identical?: boolean;
}

export function wordingOf(path: GrantPath, source: Authority, target: Authority, context: WordingContext): Wording {
  if (context.identical === true) return "same";
  const before = source.statements?.[path];
  const after = target.statements?.[path];
  if (before === undefined && after === undefined) return "unstated";
  return sameValue(before, after) ? "same" : "different";
}

/** Readings that promise nothing, so that what the token says beyond them is feared anyway. */
const promisesNothing: ReadonlySet<StatedReading> = new Set(["possible", "unknown", "deny, liftable"]);

/** Whether a token says more about a right than its reading tells: the reading is only the least of it. */
export function hasExceptions(path: RightPath, { rights, statements }: Authority): boolean {
  return statements?.[path] !== undefined && !promisesNothing.has(rights[path]);
}

/** An authority of which one path no longer says what the token says: the caller's `narrow` took its place. */
export function withoutStatements(authority: Authority, paths: ReadonlySet<GrantPath>): Authority {
  if (authority.statements === undefined || paths.size === 0) return authority;
  const kept = Object.entries(authority.statements).filter(([path]) => !paths.has(path as GrantPath));
  return { ...authority, statements: Object.fromEntries(kept) };
}
