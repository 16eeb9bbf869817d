import type { FieldPath, GrantPath } from "../grant/right-path.js";
import type { Remedy } from "../translate/remedy.js";

/** Where a fact comes from. */
export interface Fact {
  /** Address or name of the public source. */
  readonly source: string;
  /** When it was read, `YYYY-MM`. */
  readonly asOf: string;
}

/**
 * How a vendor's token carries one neutral field.
 *
 * - `exact`: a switch or member of its own. - `role`: only together with other rights, through a role.
 * - `partly`: only some values; `note` says which. - `none`: not in the token; `outside` says where instead, if anywhere.
 */
export interface Capability extends Fact {
  /** How exactly; see above. */
  readonly carried: "exact" | "role" | "partly" | "none";
  /** The vendor's documented property, such as `permissions.canSend`. */
  readonly property?: string;
  /** The wire claim, such as `p.cs`. */
  readonly claim?: string;
  /** For a reader of the table; one sentence. */
  readonly note?: string;
  /** Where it has its place when the token cannot hold it. A report entry is then `moved` instead of `dropped`. */
  readonly outside?: Remedy;
}

/** How a vendor's token carries the neutral model: one entry for every path of the grant, none left out. */
export type Capabilities = Readonly<Record<GrantPath, Capability>>;

/** How one known property outside the neutral model weighs when a token moves to another vendor. */
export interface ResidueRule extends Fact {
  /**
   * `covered`: the authority already tells (a role flag). `hint`: description or client hint, reported as dropped.
   * `binding`: it grants or restricts something, so translation to another vendor refuses unless it is ignored by name.
   */
  readonly kind: "covered" | "hint" | "binding";
  /** For a reader of the table; one sentence. */
  readonly note: string;
}

/** Lengths and numbers that the vendor takes; only documented ones. */
export interface Limits {
  /** Longest token that the vendor takes, in characters of the compact form. */
  readonly tokenCharacters?: number;
  /** Longest accepted text, in UTF-16 code units, by neutral path. */
  readonly maxLength?: { readonly [path in FieldPath]?: number };
  /** Shortest and longest life of a token, in seconds. */
  readonly lifetimeSeconds?: { readonly min?: number; readonly max?: number };
}

/** What holds when the token is silent, as data with its source. */
export interface DefaultEntry<Value = unknown> extends Fact {
  /** What silence means, in the vendor's own words. */
  readonly value: Value;
  /** For a reader of the table; one sentence. */
  readonly note: string;
}

export type { FieldPath, GrantPath };
