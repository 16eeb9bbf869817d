import type { AnyAdapter } from "@roompass/core/adapter";
import { sameValue } from "../run/same-value.js";
import { grantAt, grantWith } from "../subject/example-values.js";
import { fieldNames, rightNames } from "../subject/grant-paths.js";
import type { Json } from "../vectors/vector.js";
import type { FieldValue } from "./field-values.js";

const yes = (paths: readonly string[], grant: Json): Json =>
  paths.reduce((whole, path) => grantWith(whole, path, true), grant);

/** All rights, or as many as the vendor's tokens hold at once. */
const rightsTogether: readonly (readonly string[])[] = [
  rightNames,
  rightNames.filter((path) => path !== "rights.transcribe"),
  rightNames.filter((path) => /\.(publish|subscribe|visible|moderate|admit|record)/.test(path)),
  rightNames.filter((path) => /\.(publish|subscribe|visible)/.test(path)),
  rightNames.filter((path) => /\.(moderate|admit)/.test(path)),
  rightNames.filter((path) => path.includes(".moderate.")),
  ["rights.moderate.media", "rights.moderate.remove"],
];

/** What a vendor's tokens can say, asked of its encoder. */
export interface Sayings {
  /** Whether a token can say one thing alone. */
  readonly isSaid: (said: FieldValue) => boolean;
  /** Whether the encoder takes the grant. */
  readonly isTaken: (grant: Json) => boolean;
}

/** These decide what else a token may hold, and have cases of their own. */
const apart: ReadonlySet<string> = new Set(["purpose", "room"]);

/**
 * A plain grant with everything in it that the vendor takes beside the rest, one value for each path. What is taken counts
 * and not what comes back: a field that gets lost beside another one is what this grant is for.
 */
export function togetherGrant(plain: Json, values: readonly FieldValue[], { isSaid, isTaken }: Sayings): Json {
  const rights = rightsTogether.map((paths) => yes(paths, plain)).find(isTaken) ?? plain;
  const paths = fieldNames.filter((path) => !apart.has(path));
  return paths.reduce<Json>((grant, path) => {
    const sayable = values.filter((said) => said.path === path && said.value !== null && isSaid(said));
    return sayable.map(({ value }) => grantWith(grant, path, value)).find(isTaken) ?? grant;
  }, rights);
}

/** Paths that a token should say by this grant, and says otherwise; what comes by a role is held and need not be said. */
export function lostTogether({ capabilities }: AnyAdapter, asked: unknown, read: unknown): readonly string[] {
  const exact = rightNames.filter((path) => capabilities[path]?.carried === "exact");
  const paths = [...fieldNames.filter((path) => capabilities[path]?.carried !== "none"), ...exact];
  return paths.filter(
    (path) => grantAt(asked, path) !== undefined && !sameValue(grantAt(read, path), grantAt(asked, path)),
  );
}
