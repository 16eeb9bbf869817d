import type { AnyAdapter } from "../adapter/adapter.js";
import type { Decoded, Native } from "../adapter/native.js";
import type { Authority } from "../authority/authority.js";
import type { Finding } from "../errors/finding.js";
import { deepFreeze } from "../grant/freeze.js";
import { lintContent } from "../lint/lint-token.js";
import { grantOfDecoded } from "./grant-of-decoded.js";
import type { TokenReading } from "./token-reading.js";

export interface ReadTokenOptions {
  readonly adapter: AnyAdapter;
  readonly native: Native<unknown>;
  /** What the adapter read in `native` before, without settings of a room; read here where nobody has. */
  readonly authority?: Authority | undefined;
  readonly decoded?: Decoded | undefined;
  readonly verified: boolean;
  /** Unix seconds. */
  readonly now: number;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly tokenLength?: number;
  /** What was seen before the claims were read. */
  readonly findings?: readonly Finding[];
}

/** Claim paths are written as they stand in the token: the parser's `claims.p.cs` is the adapters' `p.cs`. */
function plainPath(finding: Finding): Finding {
  return finding.path?.startsWith("claims.") === true
    ? { ...finding, path: finding.path.slice("claims.".length) }
    : finding;
}

const none: readonly Finding[] = Object.freeze([]);

function unique(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length === 0) return none;
  const seen = new Set<string>();
  return findings.map(plainPath).filter(({ id, path }) => {
    const key = `${id} ${path ?? ""}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Puts everything that is known about a token's content into one frozen value. Trust is recorded by the caller. */
export function readToken(options: ReadTokenOptions): Omit<TokenReading, "verified"> & { readonly verified: boolean } {
  const { adapter, native, now } = options;
  const decoded = options.decoded ?? adapter.decode(native);
  const authority = options.authority ?? adapter.authority(native, {});
  const { claims, tokenLength } = options;
  const lint = lintContent({ adapter, native, decoded, authority, claims, tokenLength }, now);
  // What was read back before was prepared, and has been frozen since.
  if (options.decoded === undefined) deepFreeze(native);
  return {
    vendor: adapter.vendor,
    verified: options.verified,
    grant: grantOfDecoded(decoded, adapter),
    issuance: deepFreeze(decoded.issuance),
    properties: native.properties,
    unknown: native.unknown,
    warnings: deepFreeze(unique([...(options.findings ?? []), ...native.findings, ...lint])),
    native,
  };
}
