import { RoompassError } from "../errors/roompass-error.js";
import type { Refusal } from "./report.js";

/** Thrown when a translation is refused. Carries every offending path, each with what would change it. */
export class TranslationError extends RoompassError {
  override name = "TranslationError";
  /** Every offending path, each with the shortest change that would let it pass, where there is one. */
  readonly refusals: readonly Refusal[];

  constructor(from: string, to: string, refusals: readonly Refusal[]) {
    const paths = refusals.map((refusal) => refusal.path);
    super("translate.refused", `A ${from} token cannot become a ${to} token: refused at ${paths.join(", ")}.`, {
      ...(paths[0] === undefined ? {} : { path: paths[0] }),
      details: { from, to, paths },
      cure: "Each entry of `refusals` names the shortest change that would let it pass, where there is one.",
    });
    this.refusals = refusals;
  }

  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), refusals: this.refusals };
  }
}
