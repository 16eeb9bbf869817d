import type { Ceiling } from "../adapter/ceiling.js";
import { powersOverOthers, type RightPath, rightPaths } from "../grant/right-path.js";
import type { StatedReading } from "./authority.js";
import { isDenial, isExplicit, judge, readTarget, type Verdict, type VerdictContext } from "./verdict.js";

/** One way to set a vendor's switch or role, and what each right that it touches then reads as. */
export interface Option<Choice> {
  /** The value of the switch, or the role, in the vendor's words. */
  readonly choice: Choice;
  /** How each right reads with it; a right that is not named is not touched. */
  readonly readings: { readonly [path in RightPath]?: StatedReading };
}

/**
 * How much of the source a verdict keeps; only compared within one right, so only the order matters.
 * A right that is `possible` on the source and that the caller allows to widen is worth more than its loss: that is
 * what the caller allowed it for. Elsewhere a widened right is the last resort.
 */
const worth: Readonly<Record<Verdict, number>> = { equal: 6, assumed: 5, advisory: 4, moved: 3, narrowed: 2, wider: 1 };
const worthOfWantedWidening = 2.5;
const worthOfChance = 1.5;

const powers: ReadonlySet<RightPath> = new Set(powersOverOthers);

/**
 * Whether a translation would leave a power over others to a setting that nobody knows. Where it can be withheld, that
 * is worse than losing it: a moved moderator finds out at once, a moved guest who may remove others does not tell.
 */
function isLeftToChance(ceiling: Ceiling, path: RightPath, target: StatedReading): boolean {
  return ceiling.purpose === "translate" && powers.has(path) && readTarget(target) === "unknown";
}

/**
 * Whether a token denies what was to be denied, in words that somebody can lift, and that is enough: it is issued, and
 * the vendor has no better words beside the rest of the grant, or the caller lets this right widen. Either is reported.
 */
function isDeniedAsAsked(ceiling: Ceiling, path: RightPath, target: StatedReading): boolean {
  if (!isDenial(ceiling.rights[path]) || target !== "deny, liftable") return false;
  return ceiling.purpose === "issue" || ceiling.allowWidening.has(path);
}

function keepsOf(ceiling: Ceiling, path: RightPath, target: StatedReading, context: VerdictContext): number {
  const source = ceiling.rights[path];
  const verdict = judge(source, target, context);
  if (verdict === "equal" || isDeniedAsAsked(ceiling, path, target)) return worth.equal;
  // Whoever was allowed something is not better off for being able to lift a denial of it.
  if (verdict !== "wider" && target === "deny, liftable") return worth.narrowed;
  if (verdict !== "wider") return isLeftToChance(ceiling, path, target) ? worthOfChance : worth[verdict];
  if (!ceiling.allowWidening.has(path)) return Number.NEGATIVE_INFINITY;
  return source === "possible" ? worthOfWantedWidening : worth.wider;
}

/** Of two ways that keep equally much: speak where the source speaks, be silent where it is silent. */
function likeness(source: StatedReading, target: StatedReading): number {
  return (isExplicit(source) === isExplicit(target) ? 1 : 0) + (source === target ? 1 : 0);
}

function contextOf(ceiling: Ceiling): VerdictContext {
  return { assume: ceiling.assume, sameVendor: ceiling.sameVendor, samePlace: ceiling.samePlace };
}

/**
 * Whether `a` is better than `b`: first fewer rights beyond the ceiling, then the one that keeps more, compared
 * right by right in the order of `rightPaths`, then the one that is more like the source. When a grant is issued, what
 * it states comes before what it does not mention. A right beyond the ceiling is never preferred for being like anything.
 */
function isBetter(ceiling: Ceiling, a: Option<unknown>, b: Option<unknown>): boolean {
  const context = contextOf(ceiling);
  let beyond = 0;
  let keepsStated = 0;
  let keeps = 0;
  let like = 0;
  for (const path of rightPaths) {
    const readingA = a.readings[path];
    const readingB = b.readings[path];
    if (readingA === undefined || readingB === undefined || readingA === readingB) continue;
    const keepsA = keepsOf(ceiling, path, readingA, context);
    const keepsB = keepsOf(ceiling, path, readingB, context);
    if (keepsA === Number.NEGATIVE_INFINITY) beyond += 1;
    else like += likeness(ceiling.rights[path], readingA);
    if (keepsB === Number.NEGATIVE_INFINITY) beyond -= 1;
    else like -= likeness(ceiling.rights[path], readingB);
    if (keepsA === keepsB) continue;
    if (keepsStated === 0 && ceiling.purpose === "issue" && isExplicit(ceiling.rights[path]))
      keepsStated = keepsA > keepsB ? 1 : -1;
    if (keeps === 0) keeps = keepsA > keepsB ? 1 : -1;
  }
  if (beyond !== 0) return beyond < 0;
  if (keepsStated !== 0) return keepsStated > 0;
  if (keeps !== 0) return keeps > 0;
  return like > 0;
}

/**
 * Picks the option that stays under the ceiling and keeps most. Among equals the first wins, so adapters list the
 * quietest way first. When every option goes beyond the ceiling, one of those that go least beyond is returned; core
 * reads the result back and refuses it.
 */
export function chooseOption<Choice>(
  ceiling: Ceiling,
  options: readonly [Option<Choice>, ...Option<Choice>[]],
): Option<Choice> {
  let best: Option<Choice> = options[0];
  for (const option of options) {
    if (option !== best && isBetter(ceiling, option, best)) best = option;
  }
  return best;
}

/** The rights that keep an option from being taken: those it would give beyond the ceiling. */
export function blockedBy(ceiling: Ceiling, option: Option<unknown>): RightPath[] {
  const context = contextOf(ceiling);
  return rightPaths.filter((path) => {
    const reading = option.readings[path];
    return reading !== undefined && keepsOf(ceiling, path, reading, context) === Number.NEGATIVE_INFINITY;
  });
}
