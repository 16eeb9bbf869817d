import { deepFreeze } from "../grant/freeze.js";
import type { AnyAdapter } from "./adapter.js";
import type { Capabilities, Fact, Limits, ResidueRule } from "./capability.js";

/** An adapter's facts as plain JSON: for matrices, documents, and suites in other languages. */
export interface AdapterDescription {
  /** The version of the interface that the adapter implements. */
  readonly specificationVersion: 1;
  /** The vendor's short name, lower case. */
  readonly vendor: string;
  /** The vendor's name as people write it. */
  readonly displayName: string;
  /** Whether tokens are signed here or minted by a request to the vendor, preferred way first. */
  readonly issuance: readonly ("sign" | "request")[];
  /** Whether a signature can be checked here, or only by asking the vendor. */
  readonly verification: readonly ("offline" | "remote")[];
  /** The `alg` values that the vendor's tokens may have. */
  readonly algorithms: readonly string[];
  /** How each path of the grant is carried by a token, with source and date. */
  readonly capabilities: Capabilities;
  /** How each known property outside the neutral model weighs, by the vendor's property name. */
  readonly residueRules: Readonly<Record<string, ResidueRule>>;
  /** Documented lengths and lifetimes. */
  readonly limits: Limits;
  /** Unknown members that mean nothing for rights, by dotted claim path, with their source. */
  readonly harmless: Readonly<Record<string, Fact>>;
}

/**
 * The facts of an adapter as a value of their own, frozen to its depths: what is done with it changes no adapter, and
 * what an adapter's tables hold beside JSON is not in it.
 */
export function describeAdapter(adapter: AnyAdapter): AdapterDescription {
  const { specificationVersion, vendor, displayName, issuance, verification } = adapter;
  const { capabilities, residueRules, limits, harmless } = adapter;
  const { algorithms } = adapter.header;
  const names = { specificationVersion, vendor, displayName, issuance, verification, algorithms };
  const facts = JSON.stringify({ ...names, capabilities, residueRules, limits, harmless });
  return deepFreeze(JSON.parse(facts) as AdapterDescription);
}
