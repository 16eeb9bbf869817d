import { existsSync, readFileSync } from "node:fs";
import type { Case } from "../cases/case.js";
import { vectorFolder } from "./read-vectors.js";

/** `vectors/requirements/<revision>.json`: the vectors that a revision asks for, frozen when it is released. */
interface Requirements {
  readonly formatVersion: 1;
  readonly revision: number;
  readonly ids: readonly string[];
}

/** The ids that a revision asks for; undefined while it is not frozen. */
export function requiredIds(revision: number, folder: URL = vectorFolder): ReadonlySet<string> | undefined {
  const file = new URL(`requirements/${revision}.json`, folder);
  if (!existsSync(file)) return undefined;
  return new Set((JSON.parse(readFileSync(file, "utf8")) as Requirements).ids);
}

/**
 * Whether a revision asks for a case. Vectors are asked for by name once the revision is frozen, and with them the cases
 * that are made of one, such as those about secrets. Other generated cases depend on the adapter, so their names cannot be
 * listed: for them, and before the freeze, the revision that brought them counts. The vectors of the adapter's own package
 * always count, and so does what is made of them.
 */
export function isRequired(
  { id, since, vector }: Case,
  revision: number,
  ids: ReadonlySet<string> | undefined,
  own: ReadonlySet<string>,
): boolean {
  if (own.has(vector?.id ?? id)) return true;
  return vector === undefined || ids === undefined ? since <= revision : ids.has(vector.id);
}
