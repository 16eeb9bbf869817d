import type { Refusal } from "../translate/report.js";
import type { Translated } from "../translate/translated.js";
import { TranslationError } from "../translate/translation-error.js";

/** What came of a translation: the result, or why not. Any other error is thrown on. */
export type Attempt<Result extends Translated> =
  | { readonly moved: Result; readonly refusals: readonly [] }
  | { readonly moved: undefined; readonly refusals: readonly Refusal[] };

export function attempt<Result extends Translated>(run: () => Result): Attempt<Result> {
  try {
    return { moved: run(), refusals: [] };
  } catch (error) {
    if (error instanceof TranslationError) return { moved: undefined, refusals: error.refusals };
    throw error;
  }
}

/** The paths at which a translation is refused. */
export function refusedPaths(run: () => Translated): string[] {
  return attempt(run).refusals.map(({ path }) => path);
}

/** The code of the error that is thrown, or `undefined`. */
export function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}
