import type { Adapter } from "../adapter/adapter.js";
import type { Native } from "../adapter/native.js";
import { grantOfDecoded } from "../provider/grant-of-decoded.js";
import { type Inspected, markTrusted, type Verified } from "../provider/token-reading.js";
import type { ToyProperties } from "./toy-properties.js";

type AnyToy<Vendor extends string> = Adapter<Vendor, ToyProperties>;

/** What an inspection of these claims would return. */
export function inspected<Vendor extends string>(
  adapter: AnyToy<Vendor>,
  claims: Readonly<Record<string, unknown>>,
): Inspected<Vendor, ToyProperties> {
  const native = adapter.fromClaims(claims);
  const decoded = adapter.decode(native);
  return {
    vendor: adapter.vendor,
    verified: false,
    grant: grantOfDecoded(decoded, adapter),
    issuance: decoded.issuance,
    properties: native.properties,
    unknown: native.unknown,
    warnings: [...native.findings],
    native,
    header: { alg: "HS256", typ: "JWT" },
    claims,
  };
}

/** A reading of these properties that counts as checked. */
export function verified<Vendor extends string>(
  adapter: AnyToy<Vendor>,
  properties: ToyProperties,
  unknown: Native<ToyProperties>["unknown"] = {},
): Verified<Vendor, ToyProperties> {
  const native: Native<ToyProperties> = { properties, unknown, findings: [] };
  const { header: _header, claims: _claims, ...reading } = inspected(adapter, adapter.toClaims(native));
  return markTrusted({ ...reading, verified: true } as unknown as Verified<Vendor, ToyProperties>, adapter);
}
