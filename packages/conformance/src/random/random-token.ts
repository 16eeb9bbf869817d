import type { Grant } from "@roompass/core/adapter";
import { plainGrant } from "../moves/make-source.js";
import { overLimits } from "../moves/over-limits.js";
import { type Source, sourceOfNative } from "../moves/source.js";
import type { Subject } from "../subject/subject.js";
import { exampleTenant, statedCeiling } from "../tokens/example-claims.js";
import { frozen } from "../vectors/freeze.js";
import type { Json } from "../vectors/vector.js";
import { grantWithout } from "./random-grant.js";

/** What no token is without comes back from the plain grant. */
const needed = ["purpose", "room", "expiresAt"];

/**
 * The token that says as much of a grant as this vendor's tokens can: whatever the adapter refuses is taken out of the
 * grant, one thing after the other.
 */
export function tokenOfGrant(subject: Subject, given: Json, now: number): { source: Source; grant: Json } | undefined {
  const { adapter } = subject;
  const plain = plainGrant(subject, now);
  let said = given;
  for (let attempt = 0; attempt < 8; attempt++) {
    const grant = frozen(said) as unknown as Grant;
    const issuance = { tenant: exampleTenant(subject), issuedAt: now };
    const { native, problems } = adapter.encode({ grant, ceiling: statedCeiling(grant), issuance });
    const refused = [...problems.map(({ path }) => path), ...overLimits(grant, adapter, now)];
    if (refused.length === 0) {
      const source = sourceOfNative(adapter, native);
      const isReadable = source.native.findings.every(({ severity }) => severity !== "error");
      return isReadable ? { source, grant: said } : undefined;
    }
    for (const path of refused) {
      said = needed.includes(path) ? { ...said, [path]: plain[path] } : grantWithout(said, path);
    }
  }
  return undefined;
}
