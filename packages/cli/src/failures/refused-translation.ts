import type { TranslationError } from "@roompass/core";
import type { FlaggedRefusal } from "../output/refusals.js";

/** A refused translation together with the options that would change it. */
export class RefusedTranslation extends Error {
  override name = "RefusedTranslation";
  readonly error: TranslationError;
  readonly refusals: readonly FlaggedRefusal[];

  constructor(error: TranslationError, refusals: readonly FlaggedRefusal[]) {
    super(error.message);
    this.error = error;
    this.refusals = refusals;
  }
}
