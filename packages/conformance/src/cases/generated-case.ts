import type { Case } from "./case.js";
import { flagged, type GeneratedFlag } from "./notes.js";

export interface GeneratedCase
  extends Pick<Case, "id" | "category" | "comment" | "observe">,
    Partial<Pick<Case, "requires" | "asked">> {
  readonly flag: GeneratedFlag;
}

/** A case that is made for each adapter: part of the first revision, and a must. */
export function generatedCase({ flag, requires = [], ...rest }: GeneratedCase): Case {
  return { ...rest, level: "MUST", since: 1, flags: flagged(flag), requires };
}
