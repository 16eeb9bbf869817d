import type { LineRemedy } from "./remedies.js";

/** Why one line was refused, beside the codes of `@roompass/core`. */
export type LineCode =
  | "line.too-long"
  | "line.not-utf8"
  | "line.not-json"
  | "line.duplicate-name"
  | "line.no-token"
  /** Its signature cannot be checked here: it may be the vendor's own. */
  | "unverifiable"
  /** The vendor was asked and does not confirm it. */
  | "unconfirmed"
  /** The program failed at this line; a bug. */
  | "failed";

interface RefusedOptions {
  /** JSON text. */
  readonly id?: string | undefined;
  readonly paths?: readonly string[];
  readonly remedies?: readonly LineRemedy[];
}

/** One line that is not moved. Its message holds nothing of the line. */
export class Refused extends Error {
  override name = "Refused";
  readonly code: string;
  readonly id: string | undefined;
  readonly paths: readonly string[];
  readonly remedies: readonly LineRemedy[];

  constructor(code: LineCode | (string & {}), message: string, { id, paths = [], remedies = [] }: RefusedOptions = {}) {
    super(message);
    this.code = code;
    this.id = id;
    this.paths = paths;
    this.remedies = remedies;
  }
}
