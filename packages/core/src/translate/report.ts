import { sameValue } from "../grant/compare-values.js";
import type { Remedy } from "./remedy.js";

/**
 * What became of one part of the source.
 *
 * - `exact`: kept (only listed with `includeExact`). - `assumed`: both sides are silent, or one speaks where the other
 *   is silent, and the vendors' documented defaults agree. - `narrowed`: the target gives less.
 * - `dropped`: a description or hint that has no place. - `moved`: it has a place, outside the token.
 * - `advisory`: neither vendor documents enough to say. - `widened`: the target gives more, by `allowWidening`.
 */
export type ReportKind = "exact" | "assumed" | "narrowed" | "dropped" | "moved" | "advisory" | "widened";

/**
 * What an entry means for what the holder can do: the same, less, more, decided elsewhere (a setting outside the
 * token), or not certain from documents alone.
 */
export type ReportEffect = "same" | "less" | "more" | "elsewhere" | "uncertain";

/** What became of one thing that the source, or the grant, says. */
export interface ReportEntry {
  /** A grant path (`rights.publish`), `extensions.<vendor>.<key>` or `unknown.<claim>`. */
  readonly path: string;
  /** What became of it. */
  readonly kind: ReportKind;
  /** What that means for the holder; follows from `kind`. */
  readonly effect: ReportEffect;
  /**
   * What the source (when issuing: the grant) says, as plain data: a reading such as `"default(allow)"` for a right, unix
   * seconds for a time, `"set"` for a description, whose value is never repeated; `undefined` where it has no neutral form.
   */
  readonly from: unknown;
  /** What the new token says, in the same form; `"absent"` or `"outside the token"` for a description that it lacks. */
  readonly to: unknown;
  /** One sentence for a person. */
  readonly reason: string;
  /** The paths that a folded entry stands for; absent when it stands for itself. */
  readonly covers?: readonly string[];
  /** What would change it, or the setting that has to do it instead; absent where nothing is known to. */
  readonly remedy?: Remedy;
}

/** Something that keeps a token from being translated, with the shortest thing that would change it. */
export interface Refusal {
  /** As in a report: a grant path, `extensions.<vendor>.<key>`, `unknown.<claim>` or `claims.<claim>`. */
  readonly path: string;
  /** What the source says, as in a report. */
  readonly from: unknown;
  /** What the new token would say, as in a report. */
  readonly to: unknown;
  /** One sentence for a person; says what to do where no setting helps. */
  readonly reason: string;
  /** The shortest change that would let it pass; absent where there is none. */
  readonly remedy?: Remedy;
}

const effects: Readonly<Record<ReportKind, ReportEffect>> = {
  exact: "same",
  assumed: "uncertain",
  narrowed: "less",
  dropped: "same",
  moved: "elsewhere",
  advisory: "uncertain",
  widened: "more",
};

export function entry(
  kind: ReportKind,
  path: string,
  from: unknown,
  to: unknown,
  reason: string,
  remedy?: Remedy,
): ReportEntry {
  return { path, kind, effect: effects[kind], from, to, reason, ...(remedy === undefined ? {} : { remedy }) };
}

interface Foldable {
  readonly path: string;
  readonly from: unknown;
  readonly to: unknown;
  readonly reason: string;
  readonly covers?: readonly string[];
  readonly remedy?: Remedy;
}

/** Items of one parent that tell the same story. */
interface Group<Item> {
  readonly parent: string | undefined;
  readonly kind: string;
  readonly items: [Item, ...Item[]];
}

/** `rights.publish` for one of its children; `undefined` for what is nobody's child. */
function parentOf(path: string): string | undefined {
  const end = path.lastIndexOf(".");
  return path.startsWith("rights.") && end > "rights".length ? path.slice(0, end) : undefined;
}

function tellsTheSame(first: Foldable, second: Foldable): boolean {
  return (
    first.reason === second.reason &&
    sameValue(first.from, second.from) &&
    sameValue(first.to, second.to) &&
    sameValue(first.remedy, second.remedy)
  );
}

function groupsOf<Item extends Foldable>(items: readonly Item[], kindOf: (item: Item) => string): Group<Item>[] {
  const groups: Group<Item>[] = [];
  for (const item of items) {
    const parent = parentOf(item.path);
    const kind = kindOf(item);
    const own =
      parent === undefined
        ? undefined
        : groups.find((group) => group.parent === parent && group.kind === kind && tellsTheSame(group.items[0], item));
    if (own === undefined) groups.push({ parent, kind, items: [item] });
    else own.items.push(item);
  }
  return groups;
}

/**
 * Folds children of `rights.publish` and `rights.moderate` that tell the same story into their parent, so that a usual
 * report has a handful of lines. `covers` says which children the folded line stands for. Of several stories the one
 * with most children takes the parent's path, so that no path stands for two things.
 */
export function fold<Item extends Foldable>(items: readonly Item[], kindOf: (item: Item) => string): Item[] {
  if (items.length < 2) return [...items];
  const groups = groupsOf(items, kindOf);
  const largest = new Map<string | undefined, Group<Item>>();
  for (const group of groups) {
    const atLeast = largest.get(group.parent)?.items.length ?? 1;
    if (group.items.length > atLeast) largest.set(group.parent, group);
  }
  return groups.flatMap((group) => {
    const { parent, items: own } = group;
    if (parent === undefined || largest.get(parent) !== group) return own;
    return [{ ...own[0], path: parent, covers: own.map(({ path }) => path) }];
  });
}
