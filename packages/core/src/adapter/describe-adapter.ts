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

export function describeAdapter(adapter: AnyAdapter): AdapterDescription {
  const {
    specificationVersion,
    vendor,
    displayName,
    issuance,
    verification,
    capabilities,
    residueRules,
    limits,
    harmless,
  } = adapter;
  return Object.freeze({
    specificationVersion,
    vendor,
    displayName,
    issuance,
    verification,
    algorithms: adapter.header.algorithms,
    capabilities,
    residueRules,
    limits,
    harmless,
  });
}
