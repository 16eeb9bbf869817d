import { deepFreeze } from "../grant/freeze.js";
import type { AnyAdapter } from "./adapter.js";
import type { Capabilities, Fact, Limits, ResidueRule } from "./capability.js";

/** An adapter's facts as plain JSON: for matrices, documents, and suites in other languages. */
export interface AdapterDescription {
  readonly specificationVersion: 1;
  readonly vendor: string;
  readonly displayName: string;
  readonly issuance: readonly ("sign" | "request")[];
  readonly verification: readonly ("offline" | "remote")[];
  readonly algorithms: readonly string[];
  readonly capabilities: Capabilities;
  readonly residueRules: Readonly<Record<string, ResidueRule>>;
  readonly limits: Limits;
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
