import type { AnyAdapter } from "../adapter/adapter.js";
import type { Native } from "../adapter/native.js";
import type { Finding } from "../errors/finding.js";
import { deepFreeze } from "../grant/freeze.js";
import { lintToken } from "../lint/index.js";
import { grantOfDecoded } from "./grant-of-decoded.js";
import type { TokenReading } from "./token-reading.js";

export interface ReadTokenOptions {
  readonly adapter: AnyAdapter;
  readonly native: Native<unknown>;
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

function unique(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.map(plainPath).filter(({ id, path }) => {
    const key = `${id} ${path ?? ""}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Puts everything that is known about a token's content into one frozen value. Trust is recorded by the caller. */
export function readToken(options: ReadTokenOptions): Omit<TokenReading, "verified"> & { readonly verified: boolean } {
  const { adapter, native, now } = options;
  const decoded = adapter.decode(native);
  const lint = lintToken(
    {
      adapter,
      native,
      decoded,
      authority: adapter.authority(native, {}),
      ...(options.claims === undefined ? {} : { claims: options.claims }),
      ...(options.tokenLength === undefined ? {} : { tokenLength: options.tokenLength }),
    },
    { now },
  );
  deepFreeze(native);
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
