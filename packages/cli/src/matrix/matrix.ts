import { type AdapterDescription, type Capability, grantPaths } from "@roompass/core";

type GrantPath = (typeof grantPaths)[number];

/**
 * What becomes of one neutral field on the way from one vendor to another.
 *
 * - `kept`: the target has a member of its own for it. - `narrowed`: only some values, or only through a role.
 * - `moved`: it has a place outside the token. - `lost`: no place; a description is dropped, a right or a limit that the
 *   source states is refused. - `absent`: the source's tokens do not say it.
 */
export type Outcome = "kept" | "narrowed" | "moved" | "lost" | "absent";

export interface MatrixRow {
  readonly path: GrantPath;
  readonly outcome: Outcome;
  readonly from: Capability;
  readonly to: Capability;
}

function outcomeOf(from: Capability, to: Capability): Outcome {
  if (from.carried === "none") return "absent";
  if (to.carried === "exact") return "kept";
  if (to.carried !== "none") return "narrowed";
  return to.outside === undefined ? "lost" : "moved";
}

/** Field by field, from the two capability tables alone. */
export function pairMatrix(from: AdapterDescription, to: AdapterDescription): MatrixRow[] {
  return grantPaths.map((path) => {
    const [source, target] = [from.capabilities[path], to.capabilities[path]];
    // Within one vendor a token says what it said.
    const outcome = from.vendor === to.vendor && source.carried !== "none" ? "kept" : outcomeOf(source, target);
    return { path, outcome, from: source, to: target };
  });
}

/** How a vendor's token carries a field, in a word or two. */
export function carriedText({ carried, outside }: Capability): string {
  if (carried !== "none") return carried;
  return outside === undefined ? "-" : `(${outside.where})`;
}

/** Where the target has the field: the property, or the place outside the token. */
export function placeText({ carried, property, outside }: Capability): string {
  if (carried !== "none") return property ?? "";
  return outside === undefined ? "" : `${outside.where}: ${outside.setting}`;
}
